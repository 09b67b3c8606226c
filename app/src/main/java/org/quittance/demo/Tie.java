package org.quittance.demo;

import java.time.LocalDate;

/** So much of a credit applied to a debit of the same account on a day. */
public record Tie(LocalDate date, String credit, String debit, long minor) {}
