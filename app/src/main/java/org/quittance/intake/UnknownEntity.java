package org.quittance.intake;

/** A company code of a file that is no legal entity here, and how many lines were refused for it. */
public record UnknownEntity(String code, int lines) {}
