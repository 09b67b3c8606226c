package org.quittance.identity;

/** A portfolio that somebody sees without owning it. */
public record Opening(long portfolioId, String portfolioName, long personId, String personName) {}
