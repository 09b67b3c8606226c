package org.quittance.correspondence.letter;

import java.text.ListFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quittance.core.money.Money;

/** Numbers and dates as the customer writes them. */
final class LocalFormats {

    private final Locale locale;
    private final Phrases phrases;
    private final DateTimeFormatter inColumns;
    private final DateTimeFormatter inSentences;

    LocalFormats(Locale locale, Phrases phrases) {
        this.locale = locale;
        this.phrases = phrases;
        this.inColumns = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        this.inSentences = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    }

    String date(LocalDate date) {
        return inColumns.format(date);
    }

    String longDate(LocalDate date) {
        return inSentences.format(date);
    }

    String count(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    /** The bare number, for columns whose heading names the currency. */
    String amount(Money money) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(money.currency().getDefaultFractionDigits());
        return format.format(money.toDecimal());
    }

    String money(Money money) {
        return phrases.say("money", Map.of("currency", money.currency().getCurrencyCode(), "amount", amount(money)));
    }

    String moneyOf(List<Money> amounts) {
        return ListFormat.getInstance(locale, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                .format(amounts.stream().map(this::money).toList());
    }
}
