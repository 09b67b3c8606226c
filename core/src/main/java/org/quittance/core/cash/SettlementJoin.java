package org.quittance.core.cash;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * Decides which line of the bank is the sum that a settlement report explains.
 *
 * <p>Both are over the same amount to the last unit, on the account that the report names, if it names one, and their days are near each
 * other. The strongest {@link Sign} counts; a report is joined where it has one line under its strongest sign and that line has no other
 * report under the same. Of two that are equally good neither is taken: a person decides.
 *
 * <p>Example: a payout of 245.00 for 3 March, and on the 4th a line of 245.00 from "STRIPE PAYMENTS": {@link Sign#PROCESSOR}.
 */
public final class SettlementJoin {

    /** A report dates the payout before the bank books it. */
    public static final int DAYS_UNTIL_BOOKED = 14;

    /** Or after, where another time zone or the day of the report counts. */
    public static final int DAYS_BOOKED_BEFORE = 5;

    private static final int SHORTEST_REFERENCE = 6;
    private static final int SHORTEST_NAME = 4;

    private SettlementJoin() {}

    /** Why a report and a line belong together, strongest first. */
    public enum Sign {
        REFERENCE("The bank's line names the payout"),
        PROCESSOR("The same amount from the processor of the report"),
        AMOUNT("The only line of exactly this amount near the day");

        private final String sentence;

        Sign(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** A report that has no line of the bank yet. */
    public record Waiting(
            long id,
            Money net,
            String processor,
            String reference,
            String account,
            @Nullable LocalDate date) {}

    /**
     * Money of which nothing is for anything yet.
     *
     * @param account the bank account that was credited
     * @param text everything that the bank tells, the payer's name too
     */
    public record Arrived(long id, Money amount, String account, LocalDate bookingDate, String text) {}

    /** One report and its line. */
    public record Joined(long reportId, long paymentId, Sign sign) {}

    /** The answer does not depend on the order of the lists; it is ordered by report. */
    public static List<Joined> decide(List<Waiting> reports, List<Arrived> lines) {
        Pairing<Sign> pairing = new Pairing<>();
        for (Waiting report : reports) {
            for (Arrived line : lines) {
                sign(report, line).ifPresent(sign -> pairing.possible(report.id(), line.id(), sign));
            }
        }
        return pairing.decide().stream()
                .map(pair -> new Joined(pair.paper(), pair.payment(), pair.sign()))
                .toList();
    }

    /** The strongest sign that the two belong together; empty where amount, account or days forbid it. */
    public static Optional<Sign> sign(Waiting report, Arrived line) {
        boolean isElsewhere =
                !report.account().isEmpty() && !plain(report.account()).equals(plain(line.account()));
        if (!report.net().equals(line.amount()) || isElsewhere || !isNear(report.date(), line.bookingDate())) {
            return Optional.empty();
        }
        String text = plain(line.text());
        if (isNamed(report.reference(), text)) {
            return Optional.of(Sign.REFERENCE);
        }
        String processor = plain(report.processor());
        return processor.length() >= SHORTEST_NAME && text.contains(processor)
                ? Optional.of(Sign.PROCESSOR)
                : Optional.of(Sign.AMOUNT);
    }

    /** As a whole, or by a word of it that is long enough to be nothing else: "TX7Q2M9XT, batch 12". */
    private static boolean isNamed(String reference, String text) {
        return Stream.concat(Stream.of(reference), Stream.of(reference.split("[\\s,;]+")))
                .map(SettlementJoin::plain)
                .anyMatch(word -> word.length() >= SHORTEST_REFERENCE
                        && word.chars().anyMatch(Character::isDigit)
                        && text.contains(word));
    }

    private static boolean isNear(@Nullable LocalDate told, LocalDate booked) {
        if (told == null) {
            return true;
        }
        long days = ChronoUnit.DAYS.between(told, booked);
        return -DAYS_BOOKED_BEFORE <= days && days <= DAYS_UNTIL_BOOKED;
    }

    private static String plain(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
