package org.quittance.correspondence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** How a call is signed: as the specification of the Standard Webhooks (version 1) has it, an HMAC-SHA256 of its id, its time and its body. */
final class WebhookSignature {

    private static final String VERSION = "v1,";

    private WebhookSignature() {}

    /** @param seconds since 1970, as the header has it */
    static String of(SecretKey secret, String id, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update("%s.%d.".formatted(id, seconds).getBytes(StandardCharsets.UTF_8));
            return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    /** Whether one of the signatures is the expected one. There are several while a secret is being changed. */
    static boolean isAmong(String signatures, String expected) {
        byte[] wanted = expected.getBytes(StandardCharsets.US_ASCII);
        return Arrays.stream(signatures.strip().split("\\s+"))
                .map(signature -> MessageDigest.isEqual(signature.getBytes(StandardCharsets.US_ASCII), wanted))
                .reduce(false, (one, other) -> one || other);
    }
}
