package org.quittance.web.page;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * How the viewer writes numbers and dates.
 *
 * <p>{@code new Format(Locale.GERMANY, zone).amount(Money.of("-1234.5", "EUR"))} is {@code -1.234,50}. Every amount carries exactly the
 * decimals of its currency; nothing is rounded.
 */
public record Format(Locale locale, ZoneId zone) {

    private static final String BETWEEN_NUMBER_AND_UNIT = "\u00a0";

    /** The number alone, for a column whose currency is said elsewhere. */
    public String amount(Money money) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        int decimals = money.currency().getDefaultFractionDigits();
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(money.toDecimal());
    }

    /** The number and the currency's code, such as {@code 1,234.50 EUR}. */
    public String money(Money money) {
        return amount(money) + BETWEEN_NUMBER_AND_UNIT + money.currency().getCurrencyCode();
    }

    public String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** {@code many(1, "item", "items")} is {@code 1 item}. */
    public String many(long number, String one, String more) {
        return count(number) + BETWEEN_NUMBER_AND_UNIT + (number == 1 ? one : more);
    }

    public String days(long number) {
        return many(number, "day", "days");
    }

    /** An exchange rate with all its decimals, at least four. */
    public String rate(BigDecimal rate) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(4);
        format.setMaximumFractionDigits(10);
        return format.format(rate);
    }

    /** A share with one decimal: {@code 0.905} is {@code 90.5 %}, in the order that the locale has. */
    public String percent(BigDecimal share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    /** {@code 2 Mar 2026}. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }

    /** {@code Monday, 2 March 2026}. */
    public String longDate(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(date);
    }

    /** Date and time to the second, in the time zone of the installation. */
    public String moment(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(zone)
                .format(instant);
    }

    /** The time zone of the installation by its name, for a moment whose hour matters: {@code Europe/London}, {@code UTC}. */
    public String zoneName() {
        return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** As a form's field for date and time wants it, to the second, in the time zone of the installation. */
    public String localMoment(Instant instant) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.SECONDS));
    }

    /** What is added to the day of a report that leaves out later knowledge; nothing where it has all. */
    public String asKnown(@Nullable Instant knownAt) {
        return knownAt == null ? "" : ", as known at " + moment(knownAt);
    }

    /** Hours and minutes, in the time zone of the installation. */
    public String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(instant);
    }
}
