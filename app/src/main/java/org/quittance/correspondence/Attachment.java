package org.quittance.correspondence;

import static java.util.Objects.requireNonNull;

/**
 * A file that goes with a message.
 *
 * @param name as the recipient sees it; one of a kind within the message
 * @param mediaType such as {@code application/pdf}
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Attachment(String name, String mediaType, byte[] content) {

    public Attachment {
        if (name.isBlank() || name.matches(".*[\\p{Cntrl}/\\\\].*")) {
            throw new IllegalArgumentException("'" + name + "' is not the name of a file");
        }
        requireNonNull(mediaType, "mediaType");
        requireNonNull(content, "content");
    }
}
