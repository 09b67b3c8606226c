package org.quittance.collections.strategy;

import org.quittance.core.collections.Share;

/**
 * Another share of customers for a version that is live for some.
 *
 * @param why what whoever comes later shall read
 */
public record ShareChange(Share share, String why) {

    public ShareChange {
        why = why.strip();
    }
}
