package org.quittance.copies;

/** A copy with its content. */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record StoredCopy(long id, String fileName, byte[] content) {}
