package org.quittance.correspondence;

/**
 * A customer's mail has come in, or a person has said that it is one's. It may hold more than words: whoever reads files finds it with
 * {@link Answers#source} and {@link Answers#files}. Published in the transaction that notes it.
 */
public record MailTaken(long mail) {}
