package org.quittance.cash;

import java.io.Serial;

/** What a payment was to be applied to has changed between deciding and posting: everything is undone, and decided again. */
public final class StaleItems extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    StaleItems(String payment, String sentence) {
        super(payment + " could not be applied: " + sentence);
    }
}
