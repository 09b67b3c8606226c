package org.quittance.formats.remittance;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.core.money.Money;

/**
 * One segment of an interchange. {@code RMR*IV*26801} has the elements RMR, IV, 26801; an element that has no components is its own first.
 *
 * @param line where it begins in the file, counted from 1
 */
record EdiSegment(long line, List<List<String>> elements) {

    private static final Pattern AMOUNT = Pattern.compile("-?(?:[0-9]{1,16}(?:[.,][0-9]{0,10})?|[.,][0-9]{1,10})");
    private static final Pattern DAY = Pattern.compile("[0-9]{8}");

    EdiSegment {
        elements = elements.stream().map(List::copyOf).toList();
    }

    String tag() {
        return text(0);
    }

    boolean is(String tag) {
        return tag().equals(tag);
    }

    /** The element at a position, which is also its number in the standard; empty where it is left out. */
    String text(int element) {
        return text(element, 0);
    }

    String text(int element, int component) {
        if (element >= elements.size()) {
            return "";
        }
        List<String> components = elements.get(element);
        return component < components.size() ? components.get(component).strip() : "";
    }

    boolean has(int element) {
        return !text(element).isEmpty();
    }

    Money amount(int element, int component, Currency currency) throws UnreadableAdvice {
        String text = text(element, component);
        if (!AMOUNT.matcher(text).matches()) {
            throw unreadable(element, text, text.isEmpty() ? "The amount is missing" : "This is not an amount");
        }
        BigDecimal value = new BigDecimal(text.replace(',', '.'));
        if (value.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
            throw unreadable(element, text, "This amount has more decimals than %s has".formatted(currency));
        }
        BigDecimal minor = value.movePointRight(currency.getDefaultFractionDigits());
        if (minor.abs().compareTo(BigDecimal.valueOf(RemittanceAdvice.LARGEST_AMOUNT)) > 0) {
            throw unreadable(element, text, "This amount is larger than any document is over");
        }
        return Money.ofMinor(minor.longValueExact(), currency);
    }

    Money amount(int element, Currency currency) throws UnreadableAdvice {
        return amount(element, 0, currency);
    }

    @Nullable
    Money amountIfThere(int element, Currency currency) throws UnreadableAdvice {
        return has(element) ? amount(element, currency) : null;
    }

    Currency currency(int element, int component) throws UnreadableAdvice {
        String text = text(element, component);
        try {
            Currency currency = Currency.getInstance(text);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException notOfIso4217) {
            throw unreadable(element, text, "This is not a currency of ISO 4217");
        }
        throw unreadable(element, text, "Nobody pays in this currency");
    }

    /** A day written CCYYMMDD, whatever follows it. */
    LocalDate day(int element, int component) throws UnreadableAdvice {
        String text = text(element, component);
        String day = text.substring(0, Math.min(8, text.length()));
        if (DAY.matcher(day).matches()) {
            try {
                return LocalDate.of(
                        Integer.parseInt(day.substring(0, 4)),
                        Integer.parseInt(day.substring(4, 6)),
                        Integer.parseInt(day.substring(6, 8)));
            } catch (DateTimeException noSuchDay) {
                throw unreadable(element, text, "This is not a date");
            }
        }
        throw unreadable(element, text, text.isEmpty() ? "The date is missing" : "This is not a date");
    }

    UnreadableAdvice unreadable(int element, String excerpt, String message) {
        return new UnreadableAdvice(line, "%s%02d".formatted(tag(), element), excerpt, message);
    }
}
