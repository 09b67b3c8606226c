package org.quittance.correspondence;

/** How a conversation with a mail server is kept from others. */
enum Protection {
    /** From the first byte. */
    IMPLICIT("TLS"),
    /** Agreed on before anything is said; without it there is no conversation. */
    STARTTLS("STARTTLS"),
    /** Inside one's own walls. */
    NONE("unencrypted");

    private final String label;

    Protection(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
