package org.quittance.formats.rates;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One rate of a list: on the day, one unit of the base was worth so many units of the quoted currency. Both are ISO 4217 codes. */
public record RateLine(String base, String quote, LocalDate day, BigDecimal rate) {}
