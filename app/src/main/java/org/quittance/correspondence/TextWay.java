package org.quittance.correspondence;

import java.net.URI;
import java.nio.file.Path;
import javax.crypto.SecretKey;
import org.quittance.platform.Variable;

/** By which way text messages get to the service that sends them: the one that the environment names. */
sealed interface TextWay {

    /** They wait in the outbox. */
    record None() implements TextWay {}

    /** In files that the service fetches from a folder. */
    record Folder(Path path) implements TextWay {}

    /** One by one, over HTTPS. */
    record Webhook(URI address, SecretKey secret) implements TextWay {

        Connection connection() {
            return new Connection(ConnectionKind.TEXT_SERVICE, address.getAuthority());
        }
    }

    /**
     * Reads {@code QUITTANCE_SMS_FOLDER}, {@code _WEBHOOK} and {@code _SECRET}.
     *
     * @param secret as the Standard Webhooks have it: {@code whsec_} and 24 to 64 bytes in Base64
     */
    static TextWay of(Variable folder, Variable webhook, Variable secret) {
        if (folder.isSet() && webhook.isSet()) {
            throw folder.missing(
                    "set, and so is " + webhook.name(), "Text messages leave by one way: take one of them out.");
        }
        if (folder.isSet()) {
            return new Folder(Path.of(folder.value()));
        }
        return webhook.isSet() ? new Webhook(address(webhook), WebhookSecret.of(secret)) : new None();
    }

    private static URI address(Variable webhook) {
        String remedy = "Give an address that begins with https://; http:// is for this machine alone.";
        URI address;
        try {
            address = URI.create(webhook.value());
        } catch (IllegalArgumentException e) {
            throw webhook.refused(remedy);
        }
        String host = address.getHost() == null ? "" : address.getHost();
        boolean isOwnMachine = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        boolean isSafe = "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && isOwnMachine);
        if (host.isEmpty() || !isSafe) {
            throw webhook.refused(remedy);
        }
        return address;
    }
}
