package org.quittance.disputes;

import java.util.List;
import java.util.Optional;
import org.quittance.correspondence.Attachment;
import org.quittance.identity.Credentials;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.quittance.respondents.QuestionDraft;
import org.quittance.respondents.QuestionDraft.Asker;
import org.quittance.respondents.QuestionDraft.Figures;
import org.quittance.respondents.QuestionDraft.Matter;
import org.quittance.respondents.QuestionDraft.To;
import org.quittance.respondents.QuestionKind;
import org.quittance.respondents.QuestionSource;
import org.quittance.respondents.Questions;
import org.quittance.respondents.RespondentDirectory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks whoever finds out about a dispute by mail: a respondent with a link by which they answer, somebody who signs in with one to the page. */
@Component
class DisputeAsker implements QuestionSource {

    private static final Viewer SYSTEM = Viewer.system(DisputeFollowing.ACTOR);

    private final DisputeList list;
    private final RespondentDirectory directory;
    private final People people;
    private final ObjectProvider<Questions> questions;

    DisputeAsker(DisputeList list, RespondentDirectory directory, People people, ObjectProvider<Questions> questions) {
        this.list = list;
        this.directory = directory;
        this.people = people;
        this.questions = questions;
    }

    Optional<DisputeOwner> respondent(long id) {
        return directory
                .one(id)
                .map(found ->
                        new DisputeOwner.ByMail(found.name(), found.address().address()));
    }

    /** Asks the owner that it has now, unless that is whoever gives it to them. */
    void ask(long dispute, Viewer viewer) {
        list.one(SYSTEM, dispute)
                .filter(line -> !viewer.login().equals(line.owner()))
                .flatMap(line -> draft(line, new Asker(viewer.login(), viewer.name())))
                .ifPresent(questions.getObject()::ask);
    }

    @Override
    public QuestionKind kind() {
        return QuestionKind.DISPUTE;
    }

    @Override
    public Optional<QuestionDraft> draft(long matter) {
        return list.one(SYSTEM, matter).flatMap(line -> {
            String name = people.credentials(line.openedBy())
                    .map(Credentials::viewer)
                    .map(Viewer::name)
                    .orElse(line.openedBy());
            return draft(line, new Asker(line.openedBy(), name));
        });
    }

    private Optional<QuestionDraft> draft(DisputeLine line, Asker asker) {
        return line.isOpen()
                ? to(line).map(to -> new QuestionDraft(
                        new Matter(
                                QuestionKind.DISPUTE,
                                line.id(),
                                line.number(),
                                line.about().accountId(),
                                line.about().customerName(),
                                line.words().isEmpty() ? line.reason().label() : line.words(),
                                new Figures.Disputed(line.document(), line.amount(), line.open())),
                        to,
                        asker,
                        line.answerBy()))
                : Optional.empty();
    }

    private Optional<To> to(DisputeLine line) {
        String login = line.owner();
        if (login != null) {
            return people.byLogin(login).map(person -> new To.SignsIn(person.name(), person.email()));
        }
        String name = line.ownerName();
        return name == null ? Optional.empty() : Optional.of(new To.Outside(name, line.ownerEmail()));
    }

    @Override
    public List<Attachment> attachments(long matter) {
        return List.of();
    }
}
