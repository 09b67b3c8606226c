package org.quittance.correspondence;

import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** By which way text messages get to the service that sends them: the one that the environment names. */
sealed interface TextWay {

    /** They wait in the outbox. */
    record None() implements TextWay {}

    /** In files that the service fetches from a folder. */
    record Folder(Path path) implements TextWay {}

    /** One by one, over HTTPS. */
    record Webhook(URI address, SecretKey secret) implements TextWay {}

    /**
     * Reads the environment; what cannot be meant stops the start, in a sentence for whoever has set it.
     *
     * @param folder empty for none
     * @param webhook empty for none
     * @param secret as the Standard Webhooks have it: {@code whsec_} and 24 to 64 bytes in Base64
     */
    static TextWay of(String folder, String webhook, String secret) {
        if (!folder.isBlank() && !webhook.isBlank()) {
            throw new IllegalArgumentException(
                    "QUITTANCE_SMS_FOLDER and QUITTANCE_SMS_WEBHOOK are both set. Text messages leave by one way: take one of them out.");
        }
        if (!folder.isBlank()) {
            return new Folder(Path.of(folder.strip()));
        }
        return webhook.isBlank() ? new None() : new Webhook(address(webhook.strip()), key(secret.strip()));
    }

    private static URI address(String webhook) {
        URI address = URI.create(webhook);
        String host = address.getHost() == null ? "" : address.getHost();
        boolean isOwnMachine = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        boolean isSafe = "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && isOwnMachine);
        if (host.isEmpty() || !isSafe) {
            throw new IllegalArgumentException(
                    "QUITTANCE_SMS_WEBHOOK is %s. Give an address that begins with https://; http:// is for this machine alone."
                            .formatted(webhook));
        }
        return address;
    }

    private static SecretKey key(String secret) {
        String sentence =
                "QUITTANCE_SMS_SECRET is missing or malformed. Give whsec_ and 24 to 64 random bytes in Base64, the same as to the service.";
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(secret.startsWith("whsec_") ? secret.substring(6) : "");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(sentence, e);
        }
        if (bytes.length < 24 || bytes.length > 64) {
            throw new IllegalArgumentException(sentence);
        }
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
