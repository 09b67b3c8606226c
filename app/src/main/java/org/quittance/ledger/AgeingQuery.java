package org.quittance.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.AgeingBands;

/**
 * What an ageing is asked for.
 *
 * @param knownAt leaves out what the ledger learned of later; null for all that is known now
 * @param entityId only this legal entity; null for all
 * @param portfolioId only this portfolio; null for all
 * @param currency only this currency; null for all
 */
public record AgeingQuery(
        LocalDate asOf,
        @Nullable Instant knownAt,
        Grouping grouping,
        AgeingBands bands,
        @Nullable Long entityId,
        @Nullable Long portfolioId,
        @Nullable String currency) {

    /** What one line of the report stands for, always within one currency. */
    public enum Grouping {
        ENTITY("Legal entity"),
        COLLECTOR("Collector"),
        CUSTOMER("Customer"),
        CURRENCY("Currency");

        private final String label;

        Grouping(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public static AgeingQuery of(LocalDate asOf, Grouping grouping) {
        return new AgeingQuery(asOf, null, grouping, AgeingBands.standard(), null, null, null);
    }

    /** The same question, answered by other lines. */
    public AgeingQuery by(Grouping other) {
        return new AgeingQuery(asOf, knownAt, other, bands, entityId, portfolioId, currency);
    }

    /** The same question to the ledger as it stood at the moment. */
    public AgeingQuery knownAt(Instant moment) {
        return new AgeingQuery(asOf, moment, grouping, bands, entityId, portfolioId, currency);
    }
}
