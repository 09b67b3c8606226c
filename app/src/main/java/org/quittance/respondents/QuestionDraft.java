package org.quittance.respondents;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.quittance.core.money.Money;

/**
 * What somebody is to be asked by mail.
 *
 * @param askedBy login and name of whoever wants to know
 * @param dueOn the last day on which an answer is in time
 */
public record QuestionDraft(Matter matter, To to, Asker askedBy, LocalDate dueOn) {

    public QuestionDraft {
        Objects.requireNonNull(matter, "matter");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(askedBy, "askedBy");
    }

    /** Whoever wants to know; their name is in the mail. */
    public record Asker(String login, String name) {}

    /** Whose answer is wanted. */
    public sealed interface To {

        String name();

        /** As it is known; may be empty, or no address at all. */
        String address();

        /** Somebody who does not sign in: the mail carries a link by which they answer. */
        record Outside(String name, String address) implements To {}

        /** Somebody who can sign in: the mail leads to the page. */
        record SignsIn(String name, String address) implements To {}
    }

    /**
     * What it is about.
     *
     * @param number as people name it: {@code E17}, {@code D4}
     * @param words of whoever asks, or of the customer
     */
    public record Matter(
            QuestionKind kind,
            long id,
            String number,
            long accountId,
            String customer,
            String words,
            Figures figures) {}

    /** The amounts that a mail tells. */
    public sealed interface Figures {

        /** What is overdue on an account, per currency. */
        record Overdue(List<Money> amounts) implements Figures {
            public Overdue {
                amounts = List.copyOf(amounts);
            }
        }

        /** What of a document is disputed, and what of it is open. */
        record Disputed(String document, Money amount, Money open) implements Figures {}
    }
}
