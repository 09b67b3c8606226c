package org.quittance.cli;

import java.io.Serial;

/** A command cannot do what it was asked for; the message says why and what to do, and is all that the user sees. */
public final class CommandRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public CommandRefused(String message) {
        super(message);
    }
}
