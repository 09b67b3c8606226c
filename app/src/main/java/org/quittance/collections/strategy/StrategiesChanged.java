package org.quittance.collections.strategy;

import java.time.LocalDate;

/**
 * Another strategy holds for some accounts from a day on.
 *
 * @param from the day
 */
public record StrategiesChanged(LocalDate from) {}
