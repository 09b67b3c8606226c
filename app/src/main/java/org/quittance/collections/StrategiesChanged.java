package org.quittance.collections;

import java.time.LocalDate;

/**
 * Another strategy holds for some accounts from a day on.
 *
 * @param from the day
 */
record StrategiesChanged(LocalDate from) {}
