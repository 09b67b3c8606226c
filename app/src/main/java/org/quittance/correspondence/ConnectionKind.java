package org.quittance.correspondence;

/** With whom this installation talks about letters and text messages. */
public enum ConnectionKind {
    /** Where the answers come in. */
    MAILBOX(
            "The mailbox",
            "QUITTANCE_IMAP_HOST and QUITTANCE_IMAP_PORT",
            "QUITTANCE_IMAP_USER and QUITTANCE_IMAP_PASSWORD",
            "Answers and returned letters come in as soon as it can be read again"),
    /** Through which letters leave. */
    MAIL_SERVER(
            "The mail server",
            "QUITTANCE_SMTP_HOST and QUITTANCE_SMTP_PORT",
            "QUITTANCE_SMTP_USER and QUITTANCE_SMTP_PASSWORD",
            "Letters wait in the outbox and leave as soon as it takes them"),
    /** Which is handed text messages over HTTPS. */
    TEXT_SERVICE(
            "The text message service",
            "QUITTANCE_SMS_WEBHOOK",
            "QUITTANCE_SMS_SECRET",
            "Text messages wait in the outbox and leave as soon as it takes them");

    private final String label;
    private final String address;
    private final String login;
    private final String meanwhile;

    ConnectionKind(String label, String address, String login, String meanwhile) {
        this.label = label;
        this.address = address;
        this.login = login;
        this.meanwhile = meanwhile;
    }

    public String label() {
        return label;
    }

    /** The variables of the environment that say where it is. */
    String address() {
        return address;
    }

    /** The variables of the environment by which one signs in there. */
    String login() {
        return login;
    }

    /** What happens while it fails, as a sentence without its stop. */
    public String meanwhile() {
        return meanwhile;
    }
}
