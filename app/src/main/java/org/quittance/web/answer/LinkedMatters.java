package org.quittance.web.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.escalation.EscalationEvent;
import org.quittance.collections.escalation.EscalationLine;
import org.quittance.collections.escalation.EscalationList;
import org.quittance.core.collections.Escalation.Deed;
import org.quittance.core.money.Money;
import org.quittance.correspondence.letter.InternalWording;
import org.quittance.disputes.DisputeEvent;
import org.quittance.disputes.DisputeLine;
import org.quittance.disputes.DisputeList;
import org.quittance.identity.People;
import org.quittance.identity.Person;
import org.quittance.identity.Viewer;
import org.quittance.respondents.LinkedQuestion;
import org.quittance.respondents.Questions;
import org.quittance.web.answer.AnswerView.Closing;
import org.quittance.web.answer.AnswerView.Fact;
import org.quittance.web.page.Problems;
import org.springframework.stereotype.Component;

/** Reads the one matter of a link for its page: what an answer needs, and nothing else of the account. */
@Component
class LinkedMatters {

    private static final Viewer READER = Viewer.system(Questions.ACTOR);

    private final EscalationList escalations;
    private final DisputeList disputes;
    private final Questions questions;
    private final People people;

    LinkedMatters(EscalationList escalations, DisputeList disputes, Questions questions, People people) {
        this.escalations = escalations;
        this.disputes = disputes;
        this.questions = questions;
        this.people = people;
    }

    /** What was typed, and what is wrong with it. */
    record Sent(AnswerForm form, Problems problems) {
        static final Sent NOTHING = new Sent(AnswerForm.EMPTY, Problems.none());
    }

    AnswerView view(String token, LinkedQuestion question, Sent sent) {
        return switch (question.kind()) {
            case ESCALATION ->
                escalation(
                        token,
                        question,
                        escalations.one(READER, question.matterId()).orElseThrow(),
                        sent);
            case DISPUTE -> dispute(token, question, dispute(question), sent);
        };
    }

    DisputeLine dispute(LinkedQuestion question) {
        return disputes.one(READER, question.matterId()).orElseThrow();
    }

    private AnswerView escalation(String token, LinkedQuestion question, EscalationLine line, Sent sent) {
        InternalWording wording = questions.wording(question, line.about().accountId());
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact(wording.say("answer.customer"), line.about().customerName(), false),
                new Fact(
                        wording.say("answer.account"),
                        line.about().entityCode() + " " + line.about().accountNumber(),
                        false)));
        if (!line.overdue().isEmpty()) {
            facts.add(new Fact(wording.say("answer.overdue"), wording.money(line.overdue()), true));
        }
        facts.add(new Fact(wording.say("answer.due"), wording.day(line.dueOn()), false));
        return new AnswerView(
                wording,
                token,
                question,
                line.number() + " " + line.about().customerName(),
                line.reason(),
                facts,
                null,
                question.isOpen() && line.isOpen() ? null : closing(question, line, wording),
                sent.form(),
                sent.problems());
    }

    private Closing closing(LinkedQuestion question, EscalationLine line, InternalWording wording) {
        return escalations.events(line).stream()
                .filter(event -> event.deed() == Deed.ANSWER)
                .findFirst()
                .map((EscalationEvent event) -> new Closing(
                        over(wording, wording.day(event.on()), event.saidBy()),
                        event.words(),
                        event.saidBy().equals(question.saidBy())))
                .orElseGet(() -> new Closing(wording.say("answer.closed"), "", false));
    }

    private AnswerView dispute(String token, LinkedQuestion question, DisputeLine line, Sent sent) {
        InternalWording wording = questions.wording(question, line.about().accountId());
        return new AnswerView(
                wording,
                token,
                question,
                line.number() + " " + line.about().customerName(),
                line.words().isEmpty() ? line.reason().label() : line.words(),
                List.of(
                        new Fact(wording.say("answer.customer"), line.about().customerName(), false),
                        new Fact(wording.say("answer.document"), line.document(), false),
                        new Fact(wording.say("answer.disputed"), wording.money(line.amount()), true),
                        new Fact(wording.say("answer.open"), wording.money(line.open()), true),
                        new Fact(wording.say("answer.due"), wording.day(line.answerBy()), false)),
                line.amount(),
                question.isOpen() && line.isOpen() ? null : closing(question, line, wording),
                sent.form(),
                sent.problems());
    }

    private Closing closing(LinkedQuestion question, DisputeLine line, InternalWording wording) {
        return disputes.events(line).stream()
                .filter(event -> event.deed() == DisputeEvent.Deed.ANSWER)
                .findFirst()
                .map(event -> new Closing(
                        over(wording, wording.day(event.on()), who(event)),
                        answer(wording, event.notOwed(), event.words()),
                        event.saidBy().equals(question.saidBy())))
                .orElseGet(() -> new Closing(wording.say("answer.closed"), "", false));
    }

    private static String answer(InternalWording wording, @Nullable Money notOwed, String words) {
        return notOwed == null || notOwed.isZero()
                ? words
                : "%s: %s. %s"
                        .formatted(
                                wording.say(
                                        "answer.notOwed",
                                        Map.of("currency", notOwed.currency().getCurrencyCode())),
                                notOwed.toDecimal().toPlainString(),
                                words);
    }

    private String who(DisputeEvent event) {
        return event.saidBy().isEmpty()
                ? people.byLogin(event.actor()).map(Person::name).orElse(event.actor())
                : event.saidBy();
    }

    private static String over(InternalWording wording, String day, String who) {
        return wording.say("answer.over", Map.of("day", day, "who", who));
    }
}
