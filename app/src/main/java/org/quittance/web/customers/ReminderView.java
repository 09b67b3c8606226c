package org.quittance.web.customers;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.MoneyInSight;
import org.quittance.collections.contact.Correspondents.PassedOver;
import org.quittance.collections.gate.SendForecast;
import org.quittance.collections.reminder.EnclosedCopy;
import org.quittance.collections.reminder.ReminderDraft;
import org.quittance.core.collections.Enclosure;
import org.quittance.correspondence.Envelope;
import org.quittance.correspondence.letter.WrittenLetter;

/**
 * The one message that a customer would get now, to be read before it is sent.
 *
 * @param enclosed the copies that go with it
 * @param passedOver who would have it, did their address work
 * @param inSight payments that wait in Cash and may be theirs
 * @param word what its sender is to know before sending it; null where there is nothing
 */
public record ReminderView(
        long customerId,
        String customerName,
        ReminderDraft.Ready draft,
        WrittenLetter letter,
        List<EnclosedCopy> enclosed,
        List<PassedOver> passedOver,
        List<MoneyInSight.Waiting> inSight,
        SendForecast.@Nullable Word word) {

    public ReminderView {
        enclosed = List.copyOf(enclosed);
        passedOver = List.copyOf(passedOver);
        inSight = List.copyOf(inSight);
    }

    public boolean isOnPaper() {
        return draft.envelope().isLetter();
    }

    /** To whom it goes, and how. */
    public String way() {
        return switch (draft.envelope()) {
            case Envelope.ByPost post ->
                "On paper (%s), to %s".formatted(post.service().label().toLowerCase(Locale.ROOT), post.addressee());
            case Envelope.ByMail _, Envelope.ByText _ ->
                "To %s, %s"
                        .formatted(draft.envelope().toName(), draft.envelope().toAddress());
        };
    }

    public boolean enclosesCopies() {
        return draft.enclosure() == Enclosure.COPIES;
    }
}
