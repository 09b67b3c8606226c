package org.quittance.correspondence;

import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.quittance.platform.Variable;

/** Reads a secret as the Standard Webhooks have it: {@code whsec_} and 24 to 64 bytes in Base64. Its value is never repeated. */
final class WebhookSecret {

    private static final String PREFIX = "whsec_";

    private WebhookSecret() {}

    static SecretKey of(Variable secret) {
        byte[] bytes = bytes(secret);
        if (bytes.length < 24 || bytes.length > 64) {
            throw secret.missing(
                    "missing or malformed",
                    "Give whsec_ and 24 to 64 random bytes in Base64, the same as to the service.");
        }
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    private static byte[] bytes(Variable secret) {
        try {
            return Base64.getDecoder()
                    .decode(secret.value().startsWith(PREFIX) ? secret.value().substring(PREFIX.length()) : "");
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
