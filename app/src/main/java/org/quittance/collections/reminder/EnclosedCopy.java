package org.quittance.collections.reminder;

import org.quittance.correspondence.AttachedCopy;

/**
 * A copy that goes with a mail.
 *
 * @param itemId the item that it is of; the first of several lines of one document
 */
public record EnclosedCopy(long itemId, AttachedCopy attached, long sizeBytes) {}
