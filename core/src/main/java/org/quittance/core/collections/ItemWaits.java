package org.quittance.core.collections;

/**
 * Items of some of the customers of a roll-out that have waited the same number of days, from the day on which they were due and their account
 * was in.
 *
 * @param days to the day on which the item was settled, or to today
 * @param settled whether they were settled then, or wait still
 */
public record ItemWaits(int part, boolean heldOut, int days, boolean settled, long items) {}
