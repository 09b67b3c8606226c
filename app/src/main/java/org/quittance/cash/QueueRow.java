package org.quittance.cash;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.Evidence;
import org.quittance.core.money.Money;

/**
 * A payment that needs a person, with what is proposed for it.
 *
 * @param open what of it is to be decided: not identified, or on account
 * @param evidence what speaks for the first proposal
 * @param settled the documents that the text names although nothing of them is open
 */
public record QueueRow(
        long paymentId,
        String entityCode,
        LocalDate bookingDate,
        Money amount,
        Money open,
        String payerName,
        String remittance,
        QueueReason reason,
        @Nullable Parked parked,
        List<Evidence> evidence,
        List<Proposal> proposals,
        List<SettledDocument> settled) {

    public QueueRow {
        evidence = List.copyOf(evidence);
        proposals = List.copyOf(proposals);
        settled = List.copyOf(settled);
    }

    /** Who looks after a payment, until when it is put off, and what happens next. */
    public record Parked(String owner, LocalDate until, String nextStep) {}

    public long ageDays(LocalDate today) {
        return today.toEpochDay() - bookingDate.toEpochDay();
    }
}
