package org.quittance.web.customers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.core.contact.Consent;
import org.quittance.core.contact.Medium;
import org.quittance.web.page.Typed;

/** What a person has said about being contacted, as typed. */
public record ConsentForm(Medium medium, Consent.Word word, String on, String how) {

    /** What was left out of the form is absent. */
    public ConsentForm(
            @Nullable Medium medium, Consent.@Nullable Word word, @Nullable String on, @Nullable String how) {
        this.medium = medium == null ? Medium.CALL : medium;
        this.word = word == null ? Consent.Word.GIVEN : word;
        this.on = Typed.text(on);
        this.how = Typed.text(how);
    }

    static ConsentForm empty(LocalDate today) {
        return new ConsentForm(Medium.CALL, Consent.Word.GIVEN, today.toString(), "");
    }

    Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(on));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
