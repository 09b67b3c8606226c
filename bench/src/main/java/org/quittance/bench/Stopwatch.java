package org.quittance.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;

/** Takes times in milliseconds. */
final class Stopwatch {

    private static final double NANOS_PER_MILLI = 1e6;

    private Stopwatch() {}

    /** Something that takes time. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException, IOException;
    }

    /**
     * The times of many calls.
     *
     * @param p50 half of the calls took no longer
     * @param p99 all but the hundredth part took no longer
     */
    record Spread(double p50, double p99) {

        static Spread of(double... millis) {
            double[] sorted = millis.clone();
            Arrays.sort(sorted);
            return new Spread(sorted[(sorted.length - 1) / 2], sorted[(int) Math.ceil(sorted.length * 0.99) - 1]);
        }
    }

    static double once(Work work) throws SQLException, IOException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / NANOS_PER_MILLI;
    }

    /** The middle one of some tries. */
    static double median(int tries, Work work) throws SQLException, IOException {
        return spread(tries, work).p50();
    }

    static Spread spread(int calls, Work work) throws SQLException, IOException {
        double[] millis = new double[calls];
        for (int i = 0; i < calls; i++) {
            millis[i] = once(work);
        }
        return Spread.of(millis);
    }
}
