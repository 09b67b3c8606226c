package org.quittance.web.entities;

import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.PostalAddress;
import org.quittance.correspondence.MailAddress;
import org.quittance.correspondence.letter.Language;
import org.quittance.ledger.LegalEntity;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Typed;

/** What the form for an entity's letterhead sends, tidied up. */
public record LetterheadForm(
        String name,
        Language language,
        String address,
        String street,
        String houseNumber,
        String postalCode,
        String town,
        String email,
        String iban,
        String bic) {

    /** What was left out of the form is absent. */
    public LetterheadForm(
            @Nullable String name,
            @Nullable Language language,
            @Nullable String address,
            @Nullable String street,
            @Nullable String houseNumber,
            @Nullable String postalCode,
            @Nullable String town,
            @Nullable String email,
            @Nullable String iban,
            @Nullable String bic) {
        this.name = Typed.text(name);
        this.language = language == null ? Language.ENGLISH : language;
        this.address = Typed.text(address);
        this.street = Typed.text(street);
        this.houseNumber = Typed.text(houseNumber);
        this.postalCode = Typed.text(postalCode);
        this.town = Typed.text(town);
        this.email = Typed.text(email);
        this.iban = Typed.text(iban);
        this.bic = Typed.text(bic);
    }

    static LetterheadForm of(LegalEntity entity) {
        return new LetterheadForm(
                entity.name(),
                Language.ofCode(entity.language()),
                entity.address(),
                entity.postal().street(),
                entity.postal().houseNumber(),
                entity.postal().postalCode(),
                entity.postal().town(),
                entity.email(),
                entity.iban(),
                entity.bic());
    }

    Problems problems() {
        Problems problems = Problems.none();
        if (name.isEmpty()) {
            problems = problems.and("name", "Give the registered name; it stands on every letter.");
        }
        problems = inParts(problems);
        return email.isEmpty() || MailAddress.parse(email, name).isPresent()
                ? problems
                : problems.and("email", email + " is no e-mail address. Write it like ar@company.example.");
    }

    /** An address in parts is optional; half of one is of no use, and banks take no more characters than these. */
    private Problems inParts(Problems before) {
        Problems problems = before;
        boolean any = !(street + houseNumber + postalCode + town).isEmpty();
        if (any && postalCode.isEmpty()) {
            problems = problems.and("postalCode", "Give the postal code as well, or leave street and town empty.");
        }
        if (any && town.isEmpty()) {
            problems = problems.and("town", "Give the town as well, or leave street and postal code empty.");
        }
        problems = notLonger(problems, "street", street, PostalAddress.LONGEST_STREET);
        problems = notLonger(problems, "houseNumber", houseNumber, PostalAddress.LONGEST_NUMBER);
        problems = notLonger(problems, "postalCode", postalCode, PostalAddress.LONGEST_NUMBER);
        return notLonger(problems, "town", town, PostalAddress.LONGEST_TOWN);
    }

    private static Problems notLonger(Problems problems, String field, String text, int longest) {
        return text.length() <= longest
                ? problems
                : problems.and(field, "Shorten it to %d characters: banks take no more.".formatted(longest));
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
                bic,
                new PostalAddress(street, houseNumber, postalCode, town));
    }
}
