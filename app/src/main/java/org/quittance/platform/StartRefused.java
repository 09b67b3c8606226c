package org.quittance.platform;

import java.io.Serial;

/** The application must not start as it is set up; the message says why, the remedy what to do. */
public final class StartRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String remedy;

    public StartRefused(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
