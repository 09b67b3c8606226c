package org.quittance.web.customers;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.LetterWay;
import org.quittance.correspondence.letter.Language;
import org.quittance.ledger.CustomerParticulars;
import org.quittance.ledger.CustomerView;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Typed;

/** What the form for a customer's particulars sends, tidied up. */
public record ParticularsForm(
        String name,
        String country,
        Language language,
        String timeZone,
        String segment,
        String address,
        String state,
        LetterWay letters) {

    /** What was left out of the form is absent. */
    public ParticularsForm(
            @Nullable String name,
            @Nullable String country,
            @Nullable Language language,
            @Nullable String timeZone,
            @Nullable String segment,
            @Nullable String address,
            @Nullable String state,
            @Nullable LetterWay letters) {
        this.name = Typed.text(name);
        this.country = Typed.text(country).toUpperCase(Locale.ROOT);
        this.language = language == null ? Language.ENGLISH : language;
        this.timeZone = Typed.text(timeZone);
        this.segment = Typed.text(segment);
        this.address = Typed.text(address);
        this.state = Typed.text(state).toUpperCase(Locale.ROOT);
        this.letters = letters == null ? LetterWay.E_MAIL : letters;
    }

    static ParticularsForm of(CustomerView customer) {
        return new ParticularsForm(
                customer.name(),
                customer.country(),
                Language.ofCode(customer.language()),
                customer.timeZone(),
                customer.segment(),
                customer.address(),
                customer.state(),
                customer.letters());
    }

    Problems problems() {
        Problems problems = Problems.none();
        if (name.isEmpty()) {
            problems = problems.and("name", "Write the name as it stands on the customer's letters.");
        }
        if (Typed.country(country).isEmpty()) {
            problems = problems.and("country", "Give the two letters of a country, such as DE.");
        }
        if (!state.matches("([A-Z]{2})?")) {
            problems = problems.and("state", "Give the two letters of a state, such as MA, or leave it empty.");
        }
        return ZoneId.getAvailableZoneIds().contains(timeZone)
                ? problems
                : problems.and("timeZone", "Give a time zone by its region and city, such as Europe/Berlin.");
    }

    CustomerParticulars particulars() {
        return new CustomerParticulars(name, country, language.code(), timeZone, segment, address, state, letters);
    }
}
