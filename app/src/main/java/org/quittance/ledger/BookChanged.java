package org.quittance.ledger;

/** So much has come in that whoever decides about accounts should decide about all of them anew. */
public record BookChanged(long uploadId) {}
