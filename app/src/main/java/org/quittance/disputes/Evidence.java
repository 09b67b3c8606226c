package org.quittance.disputes;

import java.time.Instant;

/**
 * A file that was handed in with the answer to a dispute, without its bytes.
 *
 * @param saidBy who handed it in
 */
public record Evidence(long id, String name, String mediaType, int bytes, String saidBy, Instant at) {

    /** The file itself. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Content(String name, String mediaType, byte[] content) {}
}
