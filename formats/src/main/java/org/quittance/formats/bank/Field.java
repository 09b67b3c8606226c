package org.quittance.formats.bank;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quittance.core.money.Money;

/**
 * One field of a bank's file, with the place where it stands: read as an amount, a date or a currency, or not readable.
 *
 * @param log where remarks go
 * @param line counted from 1
 * @param name the path or tag, for messages
 * @param text what stands there, without surrounding blanks
 */
record Field(ProblemLog log, long line, String name, String text) {

    private static final Pattern AMOUNT = Pattern.compile("([+-]?)([0-9]{0,18})(?:[.,]([0-9]{0,20}))?");
    private static final Pattern ISO_DAY = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[TZ+-].*)?");
    private static final Pattern SHORT_DAY = Pattern.compile("([0-9]{2})([0-9]{2})([0-9]{2})");

    /** Two-digit years from here on are of the last century; SWIFT's own rule for :61: and :60F:. */
    private static final int CENTURY_TURN = 80;

    /** What binary floating point leaves behind, in major units: far below any minor unit that a currency has. */
    private static final BigDecimal FLOATING_POINT_NOISE = new BigDecimal("0.000001");

    /** In minor units: sums of two of them never leave the range of a {@code long}. */
    private static final BigInteger LARGEST = BigInteger.TEN.pow(17);

    private static final String ASK_THE_BANK = "Ask the bank for a corrected file";

    Field {
        text = text.strip();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** The same place under another name and with another part of the text. */
    Field part(String partName, String partText) {
        return new Field(log, line, partName, partText);
    }

    Unreadable unreadable(String message) {
        return unreadable(message, ASK_THE_BANK);
    }

    Unreadable unreadable(String message, String remedy) {
        return new Unreadable(new Finding(line, name, text, message, remedy));
    }

    void remark(String message, String remedy) {
        log.remark(new Finding(line, name, text, message, remedy));
    }

    /**
     * The amount, with a point or a comma before its decimals. More decimals than the currency has are refused, unless they are
     * the noise of floating point ({@code 66.0000000000001}), which is taken off with a remark.
     */
    Money amount(Currency currency) throws Unreadable {
        Matcher matcher = AMOUNT.matcher(text);
        if (!matcher.matches() || !text.chars().anyMatch(c -> c >= '0' && c <= '9')) {
            throw unreadable(isEmpty() ? "The amount is missing" : "This is not an amount");
        }
        String decimals = matcher.group(3) == null ? "" : matcher.group(3);
        BigDecimal value = new BigDecimal(matcher.group(1) + "0" + matcher.group(2) + "." + decimals + "0");
        BigDecimal nearest = value.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN);
        BigDecimal rest = value.subtract(nearest).abs();
        if (rest.signum() != 0) {
            if (rest.compareTo(FLOATING_POINT_NOISE) > 0) {
                throw unreadable("This amount has more decimals than %s has".formatted(currency));
            }
            remark(
                    "This amount has more decimals than %s has; it is read as %s"
                            .formatted(currency, nearest.toPlainString()),
                    "Tell the bank that its amounts carry noise");
        }
        if (nearest.unscaledValue().abs().compareTo(LARGEST) > 0) {
            throw unreadable("This amount is larger than any account holds");
        }
        return Money.of(nearest, currency);
    }

    /** A whole number of minor units, as BAI2 writes amounts. */
    Money minorAmount(Currency currency) throws Unreadable {
        if (!text.matches("[+-]?[0-9]{1,18}")) {
            throw unreadable(isEmpty() ? "The amount is missing" : "This is not an amount in whole minor units");
        }
        return part(
                        name,
                        new BigDecimal(text)
                                .movePointLeft(currency.getDefaultFractionDigits())
                                .toPlainString())
                .amount(currency);
    }

    /** A currency of ISO 4217 in which an account can be kept. */
    Currency currency() throws Unreadable {
        try {
            Currency currency = Currency.getInstance(text);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
            throw unreadable("No account is kept in this currency");
        } catch (IllegalArgumentException e) {
            throw unreadable(isEmpty() ? "The currency is missing" : "This is not a currency of ISO 4217");
        }
    }

    /** A day as ISO 8601 writes it; of a point in time, the day that the bank wrote, in the bank's own time zone. */
    LocalDate isoDay() throws Unreadable {
        Matcher matcher = ISO_DAY.matcher(text);
        if (!matcher.matches()) {
            throw unreadable(isEmpty() ? "The date is missing" : "This is not a date");
        }
        return day(Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3));
    }

    /** A day written YYMMDD. */
    LocalDate shortDay() throws Unreadable {
        Matcher matcher = SHORT_DAY.matcher(text);
        if (!matcher.matches()) {
            throw unreadable(isEmpty() ? "The date is missing" : "This is not a date (YYMMDD)");
        }
        int year = Integer.parseInt(matcher.group(1));
        return day(year < CENTURY_TURN ? 2000 + year : 1900 + year, matcher.group(2), matcher.group(3));
    }

    /**
     * Banks that count interest in months of thirty days write days such as 30 February: they mean the last day of the month.
     */
    LocalDate day(int year, String monthText, String dayText) throws Unreadable {
        int month = Integer.parseInt(monthText);
        int day = Integer.parseInt(dayText);
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) {
            throw unreadable("This is not a date");
        }
        YearMonth calendar = YearMonth.of(year, month);
        if (day > calendar.lengthOfMonth()) {
            remark(
                    "This day does not exist; it is read as %s".formatted(calendar.atEndOfMonth()),
                    "Nothing, where the bank counts interest in months of thirty days");
            return calendar.atEndOfMonth();
        }
        return calendar.atDay(day);
    }
}
