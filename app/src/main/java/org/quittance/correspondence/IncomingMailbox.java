package org.quittance.correspondence;

import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.quittance.platform.Variable;
import org.springframework.core.env.Environment;

/**
 * Where the answers come in: a folder that is read over IMAP. An installation without a host has none.
 *
 * <p>Example: {@code credit@alder-paper.example} at {@code imap.alder-paper.example}, folder {@code INBOX}.
 *
 * @param folder with the server's own separator
 */
record IncomingMailbox(String host, int port, String user, String password, Protection protection, String folder) {

    private static final int PORT_OF_IMAPS = 993;
    private static final int PORT_OF_IMAP = 143;

    /** Milliseconds: a server that says nothing must not hold the round for ever. */
    private static final String CONNECTING = "10000";

    private static final String TALKING = "30000";

    /** Bytes that are asked for at once. */
    private static final String PIECE = "262144";

    /** Reads {@code QUITTANCE_IMAP_*}. */
    static IncomingMailbox of(Environment environment) {
        Variable user = Variable.of(environment, "QUITTANCE_IMAP_USER");
        String host = Variable.of(environment, "QUITTANCE_IMAP_HOST").value();
        Protection protection =
                Variable.of(environment, "QUITTANCE_IMAP_SSL").oneOf(Protection.class, Protection.IMPLICIT);
        if (!host.isEmpty() && !user.isSet()) {
            throw user.missing(
                    "missing, though QUITTANCE_IMAP_HOST names " + host,
                    "Set it to the login of the mailbox, or leave both out: then no mailbox is read.");
        }
        return new IncomingMailbox(
                host,
                Variable.of(environment, "QUITTANCE_IMAP_PORT")
                        .number(
                                new Variable.Bounds(1, 65_535),
                                protection == Protection.IMPLICIT ? PORT_OF_IMAPS : PORT_OF_IMAP),
                user.value(),
                Variable.of(environment, "QUITTANCE_IMAP_PASSWORD").value(),
                protection,
                Variable.of(environment, "QUITTANCE_IMAP_FOLDER").or("INBOX"));
    }

    boolean isConfigured() {
        return !host.isBlank();
    }

    /** Its name in our books: a server that moves to another port is the same. */
    String name() {
        return user + "@" + host + "/" + folder;
    }

    Connection connection() {
        return new Connection(ConnectionKind.MAILBOX, name());
    }

    /** For Jakarta Mail. What is fetched is not marked as read: the people who share the box see it as they would without us. */
    Properties properties(SSLContext trusted) {
        Properties properties = new Properties();
        properties.put("mail.store.protocol", protocol());
        String prefix = "mail." + protocol() + ".";
        properties.put(prefix + "peek", "true");
        properties.put(prefix + "fetchsize", PIECE);
        properties.put(prefix + "connectiontimeout", CONNECTING);
        properties.put(prefix + "timeout", TALKING);
        properties.put(prefix + "writetimeout", TALKING);
        properties.put(prefix + "starttls.enable", Boolean.toString(protection == Protection.STARTTLS));
        properties.put(prefix + "starttls.required", Boolean.toString(protection == Protection.STARTTLS));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.socketFactory", trusted.getSocketFactory());
        return properties;
    }

    String protocol() {
        return protection == Protection.IMPLICIT ? "imaps" : "imap";
    }
}
