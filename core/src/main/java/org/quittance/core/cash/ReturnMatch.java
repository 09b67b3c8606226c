package org.quittance.core.cash;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quittance.core.money.Money;

/**
 * Decides which payment a bank has taken back.
 *
 * <p>Example: a direct debit over EUR 100 with the end-to-end reference E-77 is booked on the 2nd and returned on the 5th under the same
 * reference. Payment and return are over the same amount to the last unit, and the payment was booked first. Beyond that one {@link Sign} has
 * to hold; the strongest decides, and of two payments that have it neither is taken: a person decides. A return of less than the payment is a
 * return of a part of it, and has to name it by a reference: amounts say nothing then.
 */
public final class ReturnMatch {

    /** A direct debit that was never authorised may come back within thirteen months (SEPA Core Rulebook). */
    public static final int MOST_DAYS = 400;

    private static final int SHORTEST_TEXT = 6;

    private ReturnMatch() {}

    /** Why a return and a payment belong together, strongest first. */
    public enum Sign {
        END_TO_END("Both have the same end-to-end reference"),
        BANK_REFERENCE("The return names the payment's reference at the bank"),
        TEXT("The same amount with the same text"),
        PAYER_ACCOUNT("The only payment of this amount from the account"),
        PAYER_NAME("The only payment of this amount from a payer of the name");

        private final String sentence;

        Sign(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /**
     * A line of the bank, as far as it tells whose it is.
     *
     * @param amount positive, be it of the return, or what of the payment has not come back yet
     */
    public record Line(
            long id,
            Money amount,
            LocalDate bookingDate,
            String payerName,
            String payerAccount,
            String endToEnd,
            String text,
            String bankReference) {}

    /** The payment that was taken back, and why it is that one. */
    public record Found(long paymentId, Sign sign) {}

    /** The answer does not depend on the order of the payments. */
    public static Optional<Found> decide(Line returned, List<Line> payments) {
        Map<Sign, List<Long>> bySign = new TreeMap<>();
        for (Line payment : payments) {
            sign(returned, payment)
                    .ifPresent(sign ->
                            bySign.computeIfAbsent(sign, _ -> new ArrayList<>()).add(payment.id()));
        }
        return bySign.entrySet().stream()
                .findFirst()
                .filter(strongest -> strongest.getValue().size() == 1)
                .map(strongest -> new Found(strongest.getValue().getFirst(), strongest.getKey()));
    }

    /** The strongest sign that the two belong together; empty where there is none, or their amounts or days forbid it. */
    public static Optional<Sign> sign(Line returned, Line payment) {
        long days = ChronoUnit.DAYS.between(payment.bookingDate(), returned.bookingDate());
        if (!returned.amount().currency().equals(payment.amount().currency())
                || returned.amount().minor() > payment.amount().minor()
                || days < 0
                || days > MOST_DAYS) {
            return Optional.empty();
        }
        Optional<Sign> reference = reference(returned, payment);
        boolean isPart = returned.amount().minor() < payment.amount().minor();
        return reference.isPresent() || isPart ? reference : likeness(returned, payment);
    }

    /** Both name the payment, whatever they are over. */
    private static Optional<Sign> reference(Line returned, Line payment) {
        if (isSame(returned.endToEnd(), payment.endToEnd()) && !isNoReference(payment.endToEnd())) {
            return Optional.of(Sign.END_TO_END);
        }
        String bankReference = plain(payment.bankReference());
        return isNumber(bankReference) && plain(returned.text()).contains(bankReference)
                ? Optional.of(Sign.BANK_REFERENCE)
                : Optional.empty();
    }

    /** What is a sign only because the amounts are the same. */
    private static Optional<Sign> likeness(Line returned, Line payment) {
        String text = plain(returned.text());
        if (isNumber(plain(payment.text())) && text.contains(plain(payment.text()))) {
            return Optional.of(Sign.TEXT);
        }
        if (isSame(returned.payerAccount(), payment.payerAccount())) {
            return Optional.of(Sign.PAYER_ACCOUNT);
        }
        return isSame(returned.payerName(), payment.payerName()) ? Optional.of(Sign.PAYER_NAME) : Optional.empty();
    }

    private static boolean isNoReference(String endToEnd) {
        return plain(endToEnd).equals("NOTPROVIDED");
    }

    private static boolean isSame(String one, String other) {
        return !plain(one).isEmpty() && plain(one).equals(plain(other));
    }

    /** Long enough, and with a digit: words alone are the same in many payments. */
    private static boolean isNumber(String text) {
        return text.length() >= SHORTEST_TEXT && text.chars().anyMatch(Character::isDigit);
    }

    private static String plain(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
