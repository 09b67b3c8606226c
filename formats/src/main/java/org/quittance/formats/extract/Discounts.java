package org.quittance.formats.extract;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.CashDiscount;

/**
 * Finds the cash discount that the terms of an item grant.
 *
 * <p>In this order: a percentage and days in columns of their own, as SAP has them in ZBD1P and ZBD1T; the words of the terms: {@code 2/10
 * net 30}, {@code 3 % 14 Tage, netto 30}, {@code 10 days 2%, 30 days net}. Of several steps the first counts, which is the one for whoever
 * pays soonest.
 */
final class Discounts {

    private static final int MOST_BASIS_POINTS = 2_500;
    private static final int MOST_DAYS = 180;
    private static final String PERCENT = "(\\d{1,2}(?:[.,]\\d{1,3})?)";
    private static final String DAY = "\\s*(?:days?|d\\b|tagen?|t\\b|jours?|dagen|d[ií]as|giorni|gg)";
    private static final Pattern STROKE = Pattern.compile("^\\D*" + PERCENT + "\\s*%?\\s*/\\s*(\\d{1,3})\\D+\\d{1,3}");
    private static final Pattern PERCENT_FIRST =
            Pattern.compile("^\\D*" + PERCENT + "\\s*%([^\\d%]{0,40})(\\d{1,3})(" + DAY + ")?(.*)$");
    private static final Pattern DAYS_FIRST =
            Pattern.compile("^\\D*(\\d{1,3})" + DAY + "[^\\d%]{0,30}" + PERCENT + "\\s*%");
    private static final Pattern NET = Pattern.compile("net|\\bn\\b|\\bn/");

    private final Map<String, Optional<CashDiscount>> remembered = new HashMap<>();

    /** Null where neither columns nor words grant any, or a cell that it takes refuses the row. */
    @Nullable
    CashDiscount of(RowCells cells) {
        BigDecimal percent = cells.amount(Field.TERMS_PERCENT_1);
        Integer days = cells.days(Field.TERMS_DAYS_1);
        if (percent != null && days != null && percent.signum() > 0) {
            return discount(percent, days).orElse(null);
        }
        return remembered
                .computeIfAbsent(cells.text(Field.TERMS), Discounts::read)
                .orElse(null);
    }

    static Optional<CashDiscount> read(String terms) {
        String plain = terms.toLowerCase(Locale.ROOT);
        Matcher stroke = STROKE.matcher(plain);
        if (stroke.find()) {
            return discount(number(stroke.group(1)), Integer.parseInt(stroke.group(2)));
        }
        Matcher daysFirst = DAYS_FIRST.matcher(plain);
        if (daysFirst.find()) {
            return discount(number(daysFirst.group(2)), Integer.parseInt(daysFirst.group(1)));
        }
        Matcher percentFirst = PERCENT_FIRST.matcher(plain);
        // The only days there are may be those without discount: 2 % Skonto, 30 Tage netto.
        if (percentFirst.find()
                && !NET.matcher(percentFirst.group(2)).find()
                && (percentFirst.group(5).chars().anyMatch(Character::isDigit)
                        || !NET.matcher(percentFirst.group(5)).find())) {
            return discount(number(percentFirst.group(1)), Integer.parseInt(percentFirst.group(3)));
        }
        return Optional.empty();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }

    private static Optional<CashDiscount> discount(BigDecimal percent, int days) {
        BigDecimal points = percent.movePointRight(2);
        boolean plausible = points.stripTrailingZeros().scale() <= 0
                && points.signum() > 0
                && points.compareTo(BigDecimal.valueOf(MOST_BASIS_POINTS)) <= 0
                && days <= MOST_DAYS;
        return plausible ? Optional.of(new CashDiscount(points.intValue(), days)) : Optional.empty();
    }
}
