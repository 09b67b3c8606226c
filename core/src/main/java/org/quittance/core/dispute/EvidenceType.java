package org.quittance.core.dispute;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A kind of file that is kept as evidence beside a dispute, told by its first bytes and never by its name. */
public enum EvidenceType {
    /** ISO 32000: a header {@code %PDF-}. */
    PDF("application/pdf", "pdf", "%PDF-"),
    /** ISO/IEC 15948, the signature of eight bytes. */
    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n"),
    /** ISO/IEC 10918-1: the start of the image, and the first byte of the marker that follows. */
    JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff");

    /** How large a file may be. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    private static final int LONGEST_NAME = 80;

    private final String mediaType;
    private final String ending;
    /** Its first bytes, each as the sign of that number. */
    private final String start;

    EvidenceType(String mediaType, String ending, String start) {
        this.mediaType = mediaType;
        this.ending = ending;
        this.start = start;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Empty for every other content. */
    public static Optional<EvidenceType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.begins(content)).findFirst();
    }

    /** The name by which it is kept: what was said without folders and control signs, with the ending of what it is. */
    public String nameOf(String said) {
        String bare = said.replaceAll("^.*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"<>:|?*]+", " ")
                .strip();
        String stem = bare.replaceFirst("\\.[^.]{0,8}$", "").strip();
        String cut = stem.codePointCount(0, stem.length()) <= LONGEST_NAME
                ? stem
                : stem.substring(0, stem.offsetByCodePoints(0, LONGEST_NAME));
        return (cut.isBlank() ? "evidence" : cut) + "." + ending;
    }

    private boolean begins(byte[] content) {
        int length = Math.min(content.length, start.length());
        return new String(content, 0, length, StandardCharsets.ISO_8859_1).equals(start);
    }
}
