package org.quittance.formats.extract;

import java.util.List;

/** What a movement of a settlement report is, by the words of the processors and the direction of the money. */
public enum SettlementType {
    PAYMENT,
    REFUND,
    CHARGEBACK,
    FEE,
    /** What is paid out itself: it is no part of the sum, and tells it. */
    PAYOUT,
    OTHER;

    private static final List<String> FEES =
            List.of("fee", "cost", "commission", "invoicededuction", "tax", "gebuehr", "frais", "kosten");
    private static final List<String> PAYOUTS =
            List.of("payout", "withdrawal", "transfertobank", "banktransfer", "auszahlung", "versement", "uitbetaling");
    private static final List<String> CHARGEBACKS = List.of(
            "chargeback",
            "dispute",
            "chargefailure",
            "directdebitreturn",
            "rueckbuchung",
            "ruecklastschrift",
            "impaye");
    private static final List<String> REFUNDS =
            List.of("refund", "capturereversal", "erstattung", "remboursement", "terugbetaling");
    private static final List<String> PAYMENTS = List.of(
            "charge",
            "payment",
            "settled",
            "sale",
            "capture",
            "purchase",
            "checkout",
            "zahlung",
            "paiement",
            "betaling");
    private static final List<String> OTHERS = List.of(
            "reserve",
            "transfer",
            "topup",
            "adjust",
            "hold",
            "correct",
            "advance",
            "conversion",
            "contribution",
            "credit",
            "earning");

    /** @param direction the sign of the gross amount: a chargeback that is won brings money, whatever it is called */
    static SettlementType of(String word, int direction) {
        String plain = HeaderText.normalised(word);
        if (isOneOf(plain, FEES)) {
            return FEE;
        }
        if (isOneOf(plain, PAYOUTS)) {
            return PAYOUT;
        }
        if (direction == 0) {
            return FEE;
        }
        if (isOneOf(plain, CHARGEBACKS)) {
            return direction > 0 ? PAYMENT : CHARGEBACK;
        }
        if (isOneOf(plain, REFUNDS)) {
            return direction > 0 ? PAYMENT : REFUND;
        }
        boolean isPayment = plain.isEmpty() || isOneOf(plain, PAYMENTS) || !isOneOf(plain, OTHERS);
        return isPayment ? (direction > 0 ? PAYMENT : REFUND) : OTHER;
    }

    private static boolean isOneOf(String plain, List<String> words) {
        return words.stream().anyMatch(plain::contains);
    }
}
