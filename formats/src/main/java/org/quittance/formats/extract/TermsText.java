package org.quittance.formats.extract;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Terms of payment that say their days in words: {@code Net 30}, {@code 2/10 net 30}, {@code 30 Tage netto},
 * {@code 30 jours fin de mois}, {@code Due on receipt}.
 *
 * <p>The net days are the last number. A code such as ZB01 says nothing to who does not know the table behind it.
 */
final class TermsText {

    /**
     * When a term ends.
     *
     * @param days after the date of the document
     * @param end whether the term runs on to the end of the month that it ends in
     */
    record Term(int days, End end) {

        LocalDate from(LocalDate date) {
            LocalDate last = date.plusDays(days);
            return end == End.OF_MONTH ? last.with(TemporalAdjusters.lastDayOfMonth()) : last;
        }
    }

    /** Where a term ends. */
    enum End {
        OF_DAYS,
        OF_MONTH
    }

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern NET_CODE = Pattern.compile("(net|n|nt|netto)\\s*\\d{1,3}");
    private static final List<String> DAYS =
            List.of("net", "day", "tage", "jour", "dagen", "dias", "días", "giorni", "gg");
    private static final List<String> AT_ONCE = List.of(
            "receipt", "immediate", "sofort", "comptant", "réception", "direct", "contado", "vista", "c.o.d", "cod");
    private static final List<String> MONTH_END = List.of(
            "eom", "end of month", "fin de mois", "fdm", "monatsende", "einde maand", "fin de mes", "fine mese", "f.m");

    private final Map<String, Optional<Term>> remembered = new HashMap<>();

    Optional<Term> parse(String text) {
        return remembered.computeIfAbsent(text, TermsText::read);
    }

    private static Optional<Term> read(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        End end = saysOneOf(plain, MONTH_END) ? End.OF_MONTH : End.OF_DAYS;
        if (saysOneOf(plain, DAYS)
                || end == End.OF_MONTH
                || NET_CODE.matcher(plain).matches()) {
            Matcher numbers = NUMBER.matcher(plain);
            int days = -1;
            while (numbers.find()) {
                days = numbers.end() - numbers.start() > 3 ? -1 : Integer.parseInt(numbers.group());
            }
            if (days >= 0 && days <= 366) {
                return Optional.of(new Term(days, end));
            }
            if (end == End.OF_MONTH) {
                return Optional.of(new Term(0, end));
            }
        }
        return saysOneOf(plain, AT_ONCE) ? Optional.of(new Term(0, End.OF_DAYS)) : Optional.empty();
    }

    private static boolean saysOneOf(String text, List<String> words) {
        return words.stream().anyMatch(text::contains);
    }
}
