package org.quittance.formats.bank;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * Splits a batch booking into its transactions, so that each payer's money is a movement of its own.
 *
 * <p>Invariant: the movements always come to the booking. Where the transactions do not, a remainder becomes a movement of its
 * own, or the booking stays whole; either is told by a remark.
 *
 * @param booking as booked
 * @param transactions at least one
 * @param batches what the bank says about the batch
 */
record CamtBatch(CamtBooking booking, List<CamtTransaction> transactions, List<CamtElement> batches) {

    /** One movement and its amount. */
    record Part(EntryDraft draft, Money amount) {}

    List<Part> movements() {
        if (transactions.size() == 1 && !isBatch()) {
            Part only = only();
            remarkUnexplained(transactions.getFirst());
            return List.of(only);
        }
        List<Money> amounts = amounts();
        if (amounts != null) {
            return split(amounts);
        }
        if (transactions.size() > 1) {
            booking.place()
                    .remark(
                            "The transactions of this batch booking do not come to its amount; it stays one movement",
                            "Apply it by the bank's own list of the batch");
        }
        return List.of(whole());
    }

    private boolean isBatch() {
        return batches.stream()
                .anyMatch(
                        b -> !b.text("NbOfTxs").isEmpty() && !b.text("NbOfTxs").equals("1"));
    }

    /** What each transaction moved, by the first reading under which they come to the booking; null where none does. */
    private @Nullable List<Money> amounts() {
        List<Money> byOwnIndicator = new ArrayList<>();
        List<Money> asBooked = new ArrayList<>();
        for (CamtTransaction transaction : transactions) {
            Money amount = transaction.amount();
            if (amount == null) {
                return null;
            }
            byOwnIndicator.add(transaction.isCredit(booking.isCredit()) ? amount : amount.negated());
            asBooked.add(booking.isCredit() ? amount : amount.negated());
        }
        for (List<Money> reading : List.of(byOwnIndicator, asBooked, net(byOwnIndicator), net(asBooked))) {
            if (remainder(reading).signum() == 0) {
                return reading;
            }
        }
        return isBelievable(remainder(asBooked)) ? asBooked : null;
    }

    /** Less the charges that the bank has told for each transaction. */
    private List<Money> net(List<Money> amounts) {
        List<Money> net = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            Money charges = transactions.get(i).draft().charges;
            Money amount = amounts.get(i);
            net.add(charges == null ? amount : Money.ofMinor(amount.minor() - charges.minor(), amount.currency()));
        }
        return net;
    }

    /** A list that is not complete, or the bank's charges for the batch; anything else casts doubt on the transactions. */
    private boolean isBelievable(BigInteger remainder) {
        Money charges = CamtTransaction.charges(booking.element(), booking);
        boolean isCharges = charges != null && remainder.equals(BigInteger.valueOf(-charges.minor()));
        return isCharges || remainder.signum() == Long.signum(booking.amount().minor());
    }

    private BigInteger remainder(List<Money> amounts) {
        return BigInteger.valueOf(booking.amount().minor()).subtract(sum(amounts));
    }

    private List<Part> split(List<Money> amounts) {
        String batch = booking.batchReference(batches);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            Part part = part(transactions.get(i), amounts.get(i));
            part.draft().batchReference = batch;
            parts.add(part);
        }
        long remainder = remainder(amounts).longValueExact();
        if (remainder != 0) {
            Money rest = Money.ofMinor(remainder, booking.amount().currency());
            EntryDraft draft = booking.draft(booking.element().line());
            draft.batchReference = batch;
            draft.transactionCode = CamtTransaction.code(booking.element());
            parts.add(new Part(draft, rest));
            booking.place()
                    .remark(
                            "The transactions of this batch booking leave %s over; that is a movement of its own"
                                    .formatted(rest),
                            "Apply the rest by the bank's own list of the batch");
        }
        return parts;
    }

    private Part only() {
        Part only = part(transactions.getFirst(), booking.amount());
        if (only.draft().charges == null) {
            only.draft().charges = CamtTransaction.charges(booking.element(), booking);
        }
        return only;
    }

    private static Part part(CamtTransaction transaction, Money amount) {
        Money original = transaction.original();
        transaction.draft().original = original == null || !amount.isNegative() ? original : original.negated();
        return new Part(transaction.draft(), amount);
    }

    /** The booking as one movement that says all that its transactions say about the purpose. */
    private Part whole() {
        if (transactions.size() == 1) {
            Part only = only();
            only.draft().batchReference = booking.batchReference(batches);
            return only;
        }
        EntryDraft draft = booking.draft(booking.element().line());
        draft.transactionCode = CamtTransaction.code(booking.element());
        draft.charges = CamtTransaction.charges(booking.element(), booking);
        draft.batchReference = booking.batchReference(batches);
        transactions.forEach(transaction -> draft.addPurposeOf(transaction.draft()));
        return new Part(draft, booking.amount());
    }

    private void remarkUnexplained(CamtTransaction only) {
        Money told = only.amount();
        if (told == null || told.equals(booking.amount().abs())) {
            return;
        }
        Money charges = only.draft().charges;
        long gap = Math.abs(told.minor() - booking.amount().abs().minor());
        if (charges == null || charges.minor() != gap) {
            booking.place()
                    .remark(
                            "The booking is %s, its only transaction %s; it is taken as booked"
                                    .formatted(booking.amount().abs(), told),
                            "Look at the bank's own display of the movement");
        }
    }

    private static BigInteger sum(List<Money> amounts) {
        return amounts.stream().map(a -> BigInteger.valueOf(a.minor())).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
