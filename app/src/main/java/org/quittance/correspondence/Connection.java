package org.quittance.correspondence;

/**
 * One connection: another server or another mailbox is another one, of which nothing is known yet.
 *
 * @param place such as {@code smtp.alder-paper.example:587}
 */
record Connection(ConnectionKind kind, String place) {}
