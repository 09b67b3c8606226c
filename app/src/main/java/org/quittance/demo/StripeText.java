package org.quittance.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Payouts of a card processor as Stripe's payout reconciliation lists them, one row for each movement. */
final class StripeText {

    private static final int PAID_DAYS_BEFORE = 2;
    private static final String HEADER =
            "automatic_payout_id,automatic_payout_effective_at,balance_transaction_id,created,reporting_category,gross,fee,net,"
                    + "currency,description,charge_id,customer_name\n";

    private StripeText() {}

    /** One movement; money that goes back is negative. */
    record Movement(String category, long grossMinor, long feeMinor, String text, String charge, String customer) {}

    static String of(List<CardPayout> payouts) {
        StringBuilder text = new StringBuilder(HEADER);
        int row = 0;
        for (CardPayout payout : payouts) {
            for (Movement movement : payout.movements()) {
                text.append(row(payout, movement, ++row));
            }
        }
        return text.toString();
    }

    private static String row(CardPayout payout, Movement movement, int number) {
        return String.join(
                        ",",
                        payout.id(),
                        payout.day() + " 00:00:00",
                        "txn_%s%03d".formatted(payout.id().substring(3), number),
                        payout.day().minusDays(PAID_DAYS_BEFORE) + " 10:00:00",
                        movement.category(),
                        decimal(movement.grossMinor()),
                        decimal(movement.feeMinor()),
                        decimal(movement.grossMinor() - movement.feeMinor()),
                        payout.entity().currency().toLowerCase(Locale.ROOT),
                        quoted(movement.text()),
                        movement.charge(),
                        quoted(movement.customer()))
                + "\n";
    }

    private static String decimal(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "" : '"' + text.replace("\"", "\"\"") + '"';
    }
}
