package org.quittance.collections.reminder;

/** A step of an account that waits for an approval. */
public record Proposal(long accountId, String step) {}
