package org.quittance.correspondence;

import java.util.Locale;
import java.util.Properties;

/**
 * Where the answers come in: a folder that is read over IMAP. An installation without a host has none.
 *
 * <p>Example: {@code credit@alder-paper.example} at {@code imap.alder-paper.example}, folder {@code INBOX}.
 *
 * @param folder with the server's own separator
 */
record IncomingMailbox(String host, int port, String user, String password, Protection protection, String folder) {

    /** How the conversation is kept from others. */
    enum Protection {
        IMPLICIT,
        STARTTLS,
        /** Inside one's own walls. */
        NONE;

        /** Any other word means encryption from the first byte: a slip of the pen must not send a password in the clear. */
        static Protection of(String word) {
            return switch (word.strip().toLowerCase(Locale.ROOT)) {
                case "starttls" -> STARTTLS;
                case "none" -> NONE;
                default -> IMPLICIT;
            };
        }
    }

    boolean isConfigured() {
        return !host.isBlank();
    }

    /** Its name in our books: a server that moves to another port is the same. */
    String name() {
        return user + "@" + host + "/" + folder;
    }

    /** For Jakarta Mail. What is fetched is not marked as read: the people who share the box see it as they would without us. */
    Properties properties() {
        Properties properties = new Properties();
        properties.put("mail.store.protocol", protocol());
        String prefix = "mail." + protocol() + ".";
        properties.put(prefix + "peek", "true");
        properties.put(prefix + "connectiontimeout", "10000");
        properties.put(prefix + "timeout", "30000");
        properties.put(prefix + "writetimeout", "30000");
        properties.put(prefix + "starttls.enable", Boolean.toString(protection == Protection.STARTTLS));
        properties.put(prefix + "starttls.required", Boolean.toString(protection == Protection.STARTTLS));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        return properties;
    }

    String protocol() {
        return protection == Protection.IMPLICIT ? "imaps" : "imap";
    }
}
