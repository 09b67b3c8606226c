package org.quittance.ledger;

import java.util.List;

/**
 * One line of an ageing: a group, a currency, and what is open in each band.
 *
 * @param key the number of the group: of the entity, the portfolio, the customer; 0 where currencies are the groups
 * @param perBandMinor debits by band, in the order of the bands
 * @param creditsMinor open credits, zero or negative, listed apart
 */
public record AgeingRow(long key, String label, String currency, List<Long> perBandMinor, long creditsMinor) {

    public AgeingRow {
        perBandMinor = List.copyOf(perBandMinor);
    }

    public long totalMinor() {
        return perBandMinor.stream().reduce(creditsMinor, Math::addExact);
    }

    /** Debits that are at least one day past due. */
    public long overdueMinor() {
        return perBandMinor.stream().skip(1).reduce(0L, Math::addExact);
    }
}
