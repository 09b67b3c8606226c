package org.quittance.web.customers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.Trait;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Typed;

/** What a customer is before the law from a day on, as typed. */
public record TraitForm(String trait, String since, String traitReason) {

    /** What was left out of the form is absent. */
    public TraitForm(@Nullable String trait, @Nullable String since, @Nullable String traitReason) {
        this.trait = Typed.text(trait);
        this.since = Typed.text(since);
        this.traitReason = Typed.text(traitReason);
    }

    Optional<Trait> kind() {
        return Arrays.stream(Trait.values())
                .filter(each -> each.name().equals(trait))
                .findFirst();
    }

    Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(since));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Problems problems() {
        Problems problems = Problems.none();
        if (kind().isEmpty()) {
            problems = problems.and("trait", "Choose what the customer is.");
        }
        if (day().isEmpty()) {
            problems = problems.and("since", "Give the day from which it counts, such as 2026-07-01.");
        }
        return traitReason.isEmpty()
                ? problems.and("traitReason", "Say by what we know it; whoever asks later reads it here.")
                : problems;
    }
}
