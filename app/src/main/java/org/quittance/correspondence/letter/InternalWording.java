package org.quittance.correspondence.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.quittance.core.money.Money;

/**
 * The words of mails to people in the company and of the page on which they answer, in one language: the texts {@code question.*} and
 * {@code answer.*} of {@code letters/<code>.properties}, with days and amounts as one writes them there.
 */
public final class InternalWording {

    private final Language language;
    private final Phrases phrases;
    private final LocalFormats formats;

    private InternalWording(Language language, String country) {
        this.language = language;
        this.phrases = Phrases.in(language);
        this.formats = new LocalFormats(language.localeIn(country), phrases);
    }

    /**
     * In a language, as it is written in a country.
     *
     * @param country ISO 3166-1 alpha-2
     */
    public static InternalWording in(Language language, String country) {
        return new InternalWording(language, country);
    }

    public Language language() {
        return language;
    }

    public String say(String key) {
        return phrases.say(key);
    }

    /** Throws where the key or a value it needs is missing. */
    public String say(String key, Map<String, String> values) {
        return phrases.say(key, values);
    }

    public String day(LocalDate day) {
        return formats.longDate(day);
    }

    public String money(Money money) {
        return formats.money(money);
    }

    public String money(List<Money> amounts) {
        return formats.moneyOf(amounts);
    }
}
