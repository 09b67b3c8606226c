package org.quittance.web.entities;

import org.jspecify.annotations.Nullable;
import org.quittance.correspondence.MailAddress;
import org.quittance.correspondence.letter.Language;
import org.quittance.ledger.LegalEntity;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Typed;

/** What the form for an entity's letterhead sends, tidied up. */
public record LetterheadForm(String name, Language language, String address, String email, String iban, String bic) {

    /** What was left out of the form is absent. */
    public LetterheadForm(
            @Nullable String name,
            @Nullable Language language,
            @Nullable String address,
            @Nullable String email,
            @Nullable String iban,
            @Nullable String bic) {
        this.name = Typed.text(name);
        this.language = language == null ? Language.ENGLISH : language;
        this.address = Typed.text(address);
        this.email = Typed.text(email);
        this.iban = Typed.text(iban);
        this.bic = Typed.text(bic);
    }

    static LetterheadForm of(LegalEntity entity) {
        return new LetterheadForm(
                entity.name(),
                Language.ofCode(entity.language()),
                entity.address(),
                entity.email(),
                entity.iban(),
                entity.bic());
    }

    Problems problems() {
        Problems problems = Problems.none();
        if (name.isEmpty()) {
            problems = problems.and("name", "Give the registered name; it stands on every letter.");
        }
        return email.isEmpty() || MailAddress.parse(email, name).isPresent()
                ? problems
                : problems.and("email", email + " is no e-mail address. Write it like ar@company.example.");
    }

    LegalEntity letterheadOf(LegalEntity entity) {
        return new LegalEntity(
                entity.id(),
                entity.code(),
                name,
                entity.currency(),
                entity.country(),
                language.code(),
                entity.customerMaster(),
                address,
                email,
                iban,
                bic);
    }
}
