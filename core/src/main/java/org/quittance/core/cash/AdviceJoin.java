package org.quittance.core.cash;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * Decides which remittance advice belongs to which payment.
 *
 * <p>Both are over the same amount to the last unit, and their days are near each other. Beyond that, one of the signs of {@link Sign} has
 * to hold; the strongest counts. An advice is joined where it has one payment under its strongest sign and that payment has no other advice
 * under the same. Two that are equally good are none: a person decides, and weaker signs do not decide between them.
 */
public final class AdviceJoin {

    /** An advice may be written this long before the money comes: a cheque travels and waits to be presented. */
    public static final int DAYS_BEFORE_MONEY = 45;

    /** Or this long after it. */
    public static final int DAYS_AFTER_MONEY = 14;

    private static final int SHORTEST_REFERENCE = 4;
    private static final int SHORTEST_INSIDE = 8;

    private AdviceJoin() {}

    /** Why an advice and a payment belong together, strongest first. */
    public enum Sign {
        REFERENCE("The payment names the advice's reference"),
        PAYER_ACCOUNT("The same amount from the account that the advice names"),
        DOCUMENT("The payment names a document of the advice"),
        PAYER_NAME("The same amount from a payer of the same name"),
        /** Of several advices: see {@link #together}. */
        DEPOSIT("The advices of the file come to the payment together");

        private final String sentence;

        Sign(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** An advice that has no money yet. */
    public record Waiting(
            long id,
            Money total,
            String reference,
            String payerName,
            String payerAccount,
            @Nullable LocalDate date,
            List<String> documents) {

        public Waiting {
            documents = List.copyOf(documents);
        }
    }

    /**
     * Money that no advice belongs to yet.
     *
     * @param isApplied whether all of it is for something already; then only an advice that the text names belongs to it, and not one
     *     of the same payer and amount, which may be about the next payment
     * @param text everything that the bank tells beside the payer
     */
    public record Arrived(
            long id,
            Money amount,
            String payerName,
            String payerAccount,
            LocalDate valueDate,
            boolean isApplied,
            String text) {}

    /** One advice and its payment. */
    public record Joined(long adviceId, long paymentId, Sign sign) {}

    /** The answer does not depend on the order of the lists; it is ordered by advice. */
    public static List<Joined> decide(List<Waiting> advices, List<Arrived> payments) {
        Map<Money, List<Arrived>> byAmount = new HashMap<>();
        payments.forEach(payment -> byAmount.computeIfAbsent(payment.amount(), _ -> new ArrayList<>())
                .add(payment));
        Pairing<Sign> pairing = new Pairing<>();
        for (Waiting advice : advices) {
            for (Arrived payment : byAmount.getOrDefault(advice.total(), List.of())) {
                sign(advice, payment).ifPresent(sign -> pairing.possible(advice.id(), payment.id(), sign));
            }
        }
        return pairing.decide().stream()
                .map(pair -> new Joined(pair.paper(), pair.payment(), pair.sign()))
                .toList();
    }

    /**
     * The one payment to which several advices of a file belong together, as the cheques of a lockbox stand on the statement as one deposit:
     * they come to it to the last unit, each is near its day, nothing of it is applied, and no second payment is like it.
     */
    public static Optional<Long> together(List<Waiting> advices, List<Arrived> payments) {
        if (advices.size() < 2) {
            return Optional.empty();
        }
        Money total = advices.stream().map(Waiting::total).reduce(Money::plus).orElseThrow();
        List<Arrived> possible = payments.stream()
                .filter(payment -> !payment.isApplied() && payment.amount().equals(total))
                .filter(payment -> advices.stream().allMatch(advice -> isNear(advice.date(), payment.valueDate())))
                .toList();
        return possible.size() == 1 ? Optional.of(possible.getFirst().id()) : Optional.empty();
    }

    /** The strongest sign that the two belong together; empty where there is none, or their amounts or days forbid it. */
    public static Optional<Sign> sign(Waiting advice, Arrived payment) {
        if (!advice.total().equals(payment.amount()) || !isNear(advice.date(), payment.valueDate())) {
            return Optional.empty();
        }
        Set<String> words = words(payment.text());
        String run = plain(payment.text());
        if (isNamed(advice.reference(), words, run)) {
            return Optional.of(Sign.REFERENCE);
        }
        boolean isNamed = advice.documents().stream().anyMatch(document -> isNamed(document, words, run));
        if (payment.isApplied()) {
            return isNamed ? Optional.of(Sign.DOCUMENT) : Optional.empty();
        }
        if (!advice.payerAccount().isEmpty() && plain(advice.payerAccount()).equals(plain(payment.payerAccount()))) {
            return Optional.of(Sign.PAYER_ACCOUNT);
        }
        if (isNamed) {
            return Optional.of(Sign.DOCUMENT);
        }
        return isPaidBy(plain(advice.payerName()), plain(payment.payerName()), run)
                ? Optional.of(Sign.PAYER_NAME)
                : Optional.empty();
    }

    /** A bank that has no field for the payer's name (BAI2) writes it into the text. */
    private static boolean isPaidBy(String advised, String payer, String text) {
        return payer.isEmpty() ? advised.length() >= SHORTEST_INSIDE && text.contains(advised) : payer.equals(advised);
    }

    private static boolean isNear(@Nullable LocalDate written, LocalDate moved) {
        if (written == null) {
            return true;
        }
        long days = ChronoUnit.DAYS.between(written, moved);
        return -DAYS_AFTER_MONEY <= days && days <= DAYS_BEFORE_MONEY;
    }

    /** As a word of its own, leading zeros apart, or, where it is long enough to be nothing else, anywhere. */
    private static boolean isNamed(String number, Set<String> words, String run) {
        String plain = withoutZeros(plain(number));
        boolean isNumber = plain.length() >= SHORTEST_REFERENCE && plain.chars().anyMatch(Character::isDigit);
        return isNumber && (words.contains(plain) || (plain.length() >= SHORTEST_INSIDE && run.contains(plain)));
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : text.split("[\\s,;:+*()]+", -1)) {
            words.add(withoutZeros(plain(word)));
        }
        return words;
    }

    private static String withoutZeros(String text) {
        return text.replaceFirst("^0+", "");
    }

    private static String plain(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
