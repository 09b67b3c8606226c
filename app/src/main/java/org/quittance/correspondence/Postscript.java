package org.quittance.correspondence;

import org.quittance.correspondence.letter.OptOut;

/**
 * Asked when a message is queued: whether it must say besides how to opt out of more ({@link OptOut}). Whoever knows the laws that bind
 * towards the customer answers. At the moment of sending the gates ask again whether what must be said stands in it.
 */
@FunctionalInterface
public interface Postscript {

    boolean isWantedIn(OutgoingMessage message);
}
