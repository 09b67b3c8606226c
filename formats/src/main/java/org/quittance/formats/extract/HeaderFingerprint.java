package org.quittance.formats.extract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** A short name for a row of headers, the same whenever the same columns come in the same order. */
final class HeaderFingerprint {

    /** What the headers begin with that {@link ProblemReport} adds. */
    static final String OWN_COLUMNS = "quittance";

    private static final int BYTES = 16;

    private HeaderFingerprint() {}

    static String of(List<String> headers) {
        String joined = headers.stream()
                .map(HeaderText::normalised)
                .filter(header -> !header.startsWith(OWN_COLUMNS))
                .collect(Collectors.joining("|"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(joined.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
