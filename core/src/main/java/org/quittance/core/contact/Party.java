package org.quittance.core.contact;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.Trait;

/**
 * Whom somebody wants to contact.
 *
 * @param country two letters (ISO 3166)
 * @param state of a country that has states with laws of their own: its two letters; empty where it is not known
 * @param zone the time zone of the customer's place; none where it is not known, and all zones of the country count
 * @param block why the customer is not to be contacted at all; none where it may be
 * @param askedNot the name of the contact person, where that person has asked not to be contacted
 * @param addressee the person, and what they have said about being contacted
 */
public record Party(
        String country,
        String state,
        @Nullable ZoneId zone,
        Trait trait,
        @Nullable String block,
        @Nullable String askedNot,
        Addressee addressee) {

    private static final String UNKNOWN_ZONE = "UTC";

    public Party {
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(trait, "trait");
        Objects.requireNonNull(addressee, "addressee");
    }

    /** The time zone that a ledger names; none where it says UTC, which stands for not known, or names none that there is. */
    public static Optional<ZoneId> zoneNamed(String name) {
        try {
            return name.equals(UNKNOWN_ZONE) ? Optional.empty() : Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            // A former system's own name for it: as good as none.
            return Optional.empty();
        }
    }

    /** The day of a moment at the customer's place; the latest, where the place is not known. */
    public LocalDate dayOf(Instant moment) {
        return zones().stream()
                .map(zone -> moment.atZone(zone).toLocalDate())
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    List<ZoneId> zones() {
        return zone == null ? Places.zonesOf(country) : List.of(zone);
    }
}
