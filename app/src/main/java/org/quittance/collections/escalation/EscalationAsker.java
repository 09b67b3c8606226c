package org.quittance.collections.escalation;

import java.util.List;
import java.util.Optional;
import org.quittance.core.collections.EscalationPath.Kind;
import org.quittance.correspondence.Attachment;
import org.quittance.identity.Credentials;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.respondents.QuestionDraft;
import org.quittance.respondents.QuestionDraft.Asker;
import org.quittance.respondents.QuestionDraft.Figures;
import org.quittance.respondents.QuestionDraft.Matter;
import org.quittance.respondents.QuestionDraft.To;
import org.quittance.respondents.QuestionEnd;
import org.quittance.respondents.QuestionKind;
import org.quittance.respondents.QuestionSource;
import org.quittance.respondents.Questions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks whoever an escalation waits for by mail, with the account's case file. Somebody outside gets a link by which they answer a question;
 * what is recommended is approved by somebody who signs in, and their mail leads to the page.
 */
@Component
class EscalationAsker implements QuestionSource {

    private static final Viewer SYSTEM = Viewer.system("collections");

    private final EscalationList list;
    private final CaseFiles files;
    private final People people;
    private final ObjectProvider<Questions> questions;
    private final BusinessClock clock;

    EscalationAsker(
            EscalationList list,
            CaseFiles files,
            People people,
            ObjectProvider<Questions> questions,
            BusinessClock clock) {
        this.list = list;
        this.files = files;
        this.people = people;
        this.questions = questions;
        this.clock = clock;
    }

    /** Asks the owner that it has now, and nobody before any more. */
    void ask(long escalation) {
        draft(escalation).ifPresent(questions.getObject()::ask);
    }

    void isOver(long escalation, String actor) {
        questions.getObject().end(QuestionKind.ESCALATION, escalation, QuestionEnd.OVER, actor);
    }

    @Override
    public QuestionKind kind() {
        return QuestionKind.ESCALATION;
    }

    @Override
    public Optional<QuestionDraft> draft(long matter) {
        return list.one(SYSTEM, matter)
                .filter(EscalationLine::isOpen)
                .flatMap(line -> to(line).map(to -> new QuestionDraft(
                        new Matter(
                                QuestionKind.ESCALATION,
                                line.id(),
                                line.number(),
                                line.about().accountId(),
                                line.about().customerName(),
                                line.reason(),
                                new Figures.Overdue(line.overdue())),
                        to,
                        new Asker(line.askedBy(), viewer(line.askedBy()).name()),
                        line.dueOn())));
    }

    /** What needs an authority is never answered by a link, whoever owns it. */
    private Optional<To> to(EscalationLine line) {
        String login = line.ownerLogin();
        if (login != null) {
            return people.byLogin(login).map(person -> new To.SignsIn(person.name(), person.email()));
        }
        return line.path().kind() == Kind.QUESTION
                ? Optional.of(new To.Outside(line.ownerName(), line.ownerEmail()))
                : Optional.empty();
    }

    /** The case file, as whoever asks sees the account. */
    @Override
    public List<Attachment> attachments(long matter) {
        return list
                .one(SYSTEM, matter)
                .flatMap(line -> files.of(line, SYSTEM)
                        .map(file -> new CaseFilePaper(file, viewer(line.askedBy()), clock.now())))
                .map(paper -> new Attachment(paper.name(), "application/pdf", paper.pdf()))
                .stream()
                .toList();
    }

    private Viewer viewer(String login) {
        return people.credentials(login).map(Credentials::viewer).orElseGet(() -> Viewer.system(login));
    }
}
