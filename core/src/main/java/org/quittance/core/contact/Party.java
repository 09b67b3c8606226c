package org.quittance.core.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whom somebody wants to contact.
 *
 * @param country two letters (ISO 3166)
 * @param zone the time zone of the customer's place; none where it is not known, and all zones of the country count
 * @param block why the customer is not to be contacted at all; none where it may be
 * @param askedNot the name of the contact person, where that person has asked not to be contacted
 */
public record Party(
        String country,
        @Nullable ZoneId zone,
        Kind kind,
        @Nullable String block,
        @Nullable String askedNot) {

    /** Who answers for the debt. */
    public enum Kind {
        COMPANY,
        /** A consumer, a sole trader, somebody who stands surety: laws that protect persons bind. */
        PERSON
    }

    public Party {
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(kind, "kind");
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
