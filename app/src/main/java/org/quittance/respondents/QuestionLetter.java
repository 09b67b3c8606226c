package org.quittance.respondents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quittance.correspondence.InternalMail;
import org.quittance.correspondence.letter.InternalWording;
import org.quittance.ledger.LegalEntity;
import org.quittance.respondents.QuestionDraft.Figures;
import org.quittance.respondents.QuestionDraft.Matter;
import org.quittance.respondents.QuestionDraft.To;

/** Writes what is asked in a mail: who asks what, the figures, one link. */
record QuestionLetter(QuestionDraft draft, LegalEntity entity, InternalWording words, Enclosure enclosure) {

    /**
     * What goes with it.
     *
     * @param linkUntil the last day of its link
     */
    record Enclosure(LocalDate linkUntil, boolean hasAttachment) {}

    /** The question itself, or the one reminder. */
    enum Occasion {
        QUESTION,
        REMINDER
    }

    String subject(Occasion occasion) {
        String subject = words.say(
                "question.subject",
                Map.of(
                        "number",
                        draft.matter().number(),
                        "customer",
                        oneLine(draft.matter().customer()),
                        "due",
                        words.day(draft.dueOn())));
        return occasion == Occasion.REMINDER
                ? words.say("question.reminder.subject", Map.of("subject", subject))
                : subject;
    }

    String text(Occasion occasion) {
        Matter matter = draft.matter();
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(
                words.say("salutation.named", Map.of("name", oneLine(draft.to().name()))));
        if (occasion == Occasion.REMINDER) {
            paragraphs.add(words.say("question.reminder"));
        }
        paragraphs.add(words.say(
                "question.asks." + matter.kind(),
                Map.of(
                        "asker",
                        oneLine(draft.askedBy().name()),
                        "customer",
                        oneLine(matter.customer()),
                        "entity",
                        oneLine(entity.name()))));
        if (!matter.words().isBlank()) {
            paragraphs.add(words.say("question.words", Map.of("words", oneLine(matter.words()))));
        }
        paragraphs.addAll(figures(matter.figures()));
        paragraphs.add(words.say("question.due", Map.of("due", words.day(draft.dueOn()))));
        switch (draft.to()) {
            case To.Outside _ -> {
                paragraphs.add(words.say("question.link") + "\n" + InternalMail.LINK_PLACE);
                paragraphs.add(words.say("question.personal", Map.of("until", words.day(enclosure.linkUntil()))));
            }
            case To.SignsIn _ -> paragraphs.add(words.say("question.signIn") + "\n" + InternalMail.LINK_PLACE);
        }
        if (enclosure.hasAttachment()) {
            paragraphs.add(words.say("question.attached"));
        }
        paragraphs.add(oneLine(draft.askedBy().name()) + "\n" + oneLine(entity.name()));
        return String.join("\n\n", paragraphs);
    }

    private List<String> figures(Figures figures) {
        return switch (figures) {
            case Figures.Overdue(var amounts) ->
                amounts.isEmpty()
                        ? List.of()
                        : List.of(words.say("question.overdue", Map.of("amounts", words.money(amounts))));
            case Figures.Disputed(var document, var amount, var open) ->
                List.of(words.say(
                        "question.disputed",
                        Map.of(
                                "document",
                                oneLine(document),
                                "amount",
                                words.money(amount),
                                "open",
                                words.money(open))));
        };
    }

    /** What others wrote gets no place of its own in the mail: no line, no paragraph, and not the place of the link. */
    private static String oneLine(String text) {
        return text.replace(InternalMail.LINK_PLACE, " ")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
    }
}
