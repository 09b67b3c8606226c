package org.quittance.web.customers;

import java.util.List;
import org.quittance.collections.reminder.EnclosedCopy;
import org.quittance.collections.reminder.ReminderDraft;
import org.quittance.core.collections.Enclosure;
import org.quittance.correspondence.letter.WrittenLetter;

/**
 * The one message that a customer would get now, to be read before it is sent.
 *
 * @param enclosed the copies that go with it
 */
public record ReminderView(
        long customerId,
        String customerName,
        ReminderDraft.Ready draft,
        WrittenLetter letter,
        List<EnclosedCopy> enclosed) {

    public ReminderView {
        enclosed = List.copyOf(enclosed);
    }

    public boolean enclosesCopies() {
        return draft.enclosure() == Enclosure.COPIES;
    }
}
