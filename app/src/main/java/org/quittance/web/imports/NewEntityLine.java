package org.quittance.web.imports;

import java.util.Locale;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Typed;

/**
 * A company code of a file that is to become a legal entity, as a line of the form.
 *
 * @param lines how many lines were refused for it
 */
public record NewEntityLine(String code, int lines, String name, String currency, String country) {

    public NewEntityLine {
        name = name.strip();
        currency = currency.strip().toUpperCase(Locale.ROOT);
        country = country.strip().toUpperCase(Locale.ROOT);
    }

    /** What is wrong in the line, under the field's name and its code. */
    Problems problems(Problems others) {
        Problems problems = others;
        if (name.isEmpty()) {
            problems = problems.and("name-" + code, "Give the registered name; it stands on every letter.");
        }
        if (Typed.currency(currency).isEmpty()) {
            problems = problems.and("currency-" + code, "Give the three letters of a currency, such as EUR.");
        }
        return Typed.country(country).isPresent()
                ? problems
                : problems.and("country-" + code, "Give the two letters of a country, such as DE.");
    }
}
