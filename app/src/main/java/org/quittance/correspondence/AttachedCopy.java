package org.quittance.correspondence;

/**
 * The copy of a document that goes with a message as a PDF.
 *
 * @param name as the recipient sees it, such as {@code INV-1001.pdf}; one of a kind within the message
 * @param copy its number among the copies, which are never changed
 */
public record AttachedCopy(String name, long copy) {

    public AttachedCopy {
        if (name.isBlank() || name.matches(".*[\\p{Cntrl}/\\\\].*")) {
            throw new IllegalArgumentException("'" + name + "' is not the name of a file");
        }
    }
}
