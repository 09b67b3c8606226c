package org.quittance.web.customers;

import java.time.LocalDate;
import org.quittance.collections.reminder.StatementDraft;
import org.quittance.correspondence.letter.WrittenLetter;

/** A statement of account, to be read before it is printed or sent. */
public record StatementView(
        long customerId, String customerName, LocalDate asOf, StatementDraft.Ready draft, WrittenLetter letter) {

    /** Who would get it by e-mail, or why nobody can. */
    public String route() {
        return switch (draft.mail()) {
            case StatementDraft.ByMail.Possible(var _, var to) -> "By e-mail to " + to.name() + ", " + to.address();
            case StatementDraft.ByMail.Impossible(String sentence) -> "To be printed. " + sentence;
        };
    }

    public boolean canBeMailed() {
        return draft.mail() instanceof StatementDraft.ByMail.Possible;
    }
}
