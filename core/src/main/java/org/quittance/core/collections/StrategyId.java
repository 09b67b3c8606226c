package org.quittance.core.collections;

/** One version of a strategy. The number is the database's and says nothing. */
public record StrategyId(long value) {

    public static StrategyId of(long value) {
        return new StrategyId(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
