package org.quittance.collections.behaviour;

import org.quittance.core.behaviour.PaidPart;

/** One payment of an item, behind a figure of how an account pays. */
public record PaidLine(String document, PaidPart part) {}
