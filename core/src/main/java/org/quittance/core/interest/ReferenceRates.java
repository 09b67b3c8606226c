package org.quittance.core.interest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A central bank's rate through the years, in percent, by the day from which each came into force.
 *
 * <p>The rate may be negative; a day before the first entry has none.
 */
public final class ReferenceRates {

    private final NavigableMap<LocalDate, BigDecimal> percentFrom;

    private ReferenceRates(NavigableMap<LocalDate, BigDecimal> percentFrom) {
        this.percentFrom = percentFrom;
    }

    public static ReferenceRates of(Map<LocalDate, BigDecimal> percentFrom) {
        return new ReferenceRates(new TreeMap<>(percentFrom));
    }

    /** The rate in force on the day. */
    public Optional<BigDecimal> percentOn(LocalDate day) {
        return Optional.ofNullable(percentFrom.floorEntry(day)).map(Map.Entry::getValue);
    }
}
