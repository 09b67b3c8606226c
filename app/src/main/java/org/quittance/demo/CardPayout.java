package org.quittance.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a card processor pays out as one sum: customers' payments by card less a fee for each, a refund, and a fee for the month.
 *
 * @param day on which the bank books it
 * @param charges what customers have paid, as they would have by transfer
 */
record CardPayout(DemoEntity entity, LocalDate day, List<BankLine> charges) {

    /** What the processor gives back to somebody whose payment nobody here knows. */
    static final long REFUND_MINOR = 48_00;

    private static final long MONTHLY_FEE_MINOR = 12_00;
    private static final long FEE_PER_THOUSAND = 15;
    private static final long FEE_FIXED_MINOR = 25;
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    CardPayout {
        charges = List.copyOf(charges);
    }

    String id() {
        return "po_1" + entity.code() + day.format(DIGITS);
    }

    static long fee(BankLine charge) {
        return charge.minor() * FEE_PER_THOUSAND / 1_000 + FEE_FIXED_MINOR;
    }

    long netMinor() {
        return charges.stream()
                        .mapToLong(charge -> charge.minor() - fee(charge))
                        .sum()
                - REFUND_MINOR
                - MONTHLY_FEE_MINOR;
    }

    BankLine bankLine(String reference) {
        return new BankLine(
                BankLine.Kind.RECEIVED,
                netMinor(),
                "Stripe Technology Europe Ltd",
                "",
                List.of("STRIPE PAYOUT " + id()),
                reference,
                List.of());
    }

    /** The movements as the processor's report tells them. */
    List<StripeText.Movement> movements() {
        List<StripeText.Movement> movements = new ArrayList<>();
        for (BankLine charge : charges) {
            movements.add(new StripeText.Movement(
                    "charge",
                    charge.minor(),
                    fee(charge),
                    String.join(" ", charge.text()),
                    "ch_" + charge.reference(),
                    charge.counterparty()));
        }
        movements.add(new StripeText.Movement(
                "refund", -REFUND_MINOR, 0, "REFUND FOR CHARGE", "ch_" + id() + "old", "Walk-in customer"));
        movements.add(new StripeText.Movement("fee", -MONTHLY_FEE_MINOR, 0, "Terminal rental", "", ""));
        return movements;
    }
}
