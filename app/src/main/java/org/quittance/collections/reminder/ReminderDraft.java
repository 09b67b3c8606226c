package org.quittance.collections.reminder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Concern;
import org.quittance.core.collections.Enclosure;
import org.quittance.core.contact.PhoneNumber;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Envelope;
import org.quittance.correspondence.letter.LetterContent;
import org.quittance.correspondence.letter.TextNotice;

/** The one message that a customer would get now, or why it gets none. */
public sealed interface ReminderDraft {

    /**
     * A letter that can be sent, by mail or on paper.
     *
     * @param action the step that it is
     * @param content what it says; {@code Letters.write} puts it in words
     * @param concerns what it lists of each account, with the step of each item
     * @param enclosure what goes with it
     */
    record Ready(
            Action action,
            LetterContent content,
            Envelope envelope,
            Map<Long, List<Concern>> concerns,
            Enclosure enclosure)
            implements ReminderDraft {
        public Ready {
            concerns = Map.copyOf(concerns);
        }
    }

    /**
     * A text message that can be sent.
     *
     * @param concerns what it asks for of each account, with the step of each item
     */
    record ReadyText(Action action, TextNotice notice, PhoneNumber to, Map<Long, List<Concern>> concerns)
            implements ReminderDraft {
        public ReadyText {
            concerns = Map.copyOf(concerns);
        }
    }

    /**
     * Nothing can be sent.
     *
     * @param sentence why, with what is to be done about it
     */
    record Impossible(Obstacle obstacle, String sentence) implements ReminderDraft {}

    /**
     * A message in short.
     *
     * @param action the step under which it goes
     * @param items how many debits it lists, those that credits cover among them
     * @param amounts what it asks for in all, by currency
     */
    record Outline(Action action, int items, List<Money> amounts) {

        public Outline {
            amounts = List.copyOf(amounts);
        }

        /** Whether it is more, or graver, than a step of an account by itself. */
        public boolean isMoreThan(Action step, List<Money> asked) {
            return action != step || !Set.copyOf(amounts).equals(Set.copyOf(asked));
        }
    }

    /** The message in short; empty where nothing can be sent. */
    default Optional<Outline> outline() {
        return switch (this) {
            case Ready ready ->
                Optional.of(new Outline(
                        ready.action(),
                        (int) ready.content()
                                .items()
                                .filter(item -> item.open().isPositive())
                                .count(),
                        ready.content().totals()));
            case ReadyText ready ->
                Optional.of(new Outline(
                        ready.action(),
                        ready.notice().items().size(),
                        ready.notice().totals()));
            case Impossible _ -> Optional.empty();
        };
    }

    /** Why nothing can be sent, in the order of the checks. */
    enum Obstacle {
        NO_SUCH_CUSTOMER,
        /** Only for what would go out by itself. */
        UNREAD_ANSWER,
        NOTHING_DUE,
        NO_RECIPIENT,
        /** For a letter that is to go on paper. */
        NO_POSTAL_ADDRESS,
        NO_SENDER,
        /** A text message whose words make it longer than one may be. */
        TOO_LONG
    }
}
