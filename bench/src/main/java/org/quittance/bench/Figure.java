package org.quittance.bench;

/**
 * What something costs, beside the least that it could cost on the same machine in the same minute.
 *
 * @param name what was measured: {@code import}, {@code ageing by customer, today}
 * @param openItems the size of the book
 * @param rows how many rows, payments or accounts were worked on; 1 for a page
 * @param millis what it took
 * @param floor what the floor is
 * @param floorMillis what the floor took
 * @param note what else is worth knowing; empty where there is nothing
 */
record Figure(String name, int openItems, long rows, double millis, String floor, double floorMillis, String note) {

    /** How many times the floor. */
    double ratio() {
        return millis / floorMillis;
    }

    double rowsPerSecond() {
        return rows * 1_000 / millis;
    }
}
