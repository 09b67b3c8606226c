package org.quittance.core.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
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

    public Party {
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(trait, "trait");
        Objects.requireNonNull(addressee, "addressee");
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
