package org.quittance.copies;

/**
 * What the copies of one file have become.
 *
 * @param placed those that are the copy of a document
 * @param nobodys those that wait for a person
 */
public record CopyTally(int placed, int nobodys) {

    public String sentence() {
        return "%d new %s with %s document, %d nobody's"
                .formatted(placed, placed == 1 ? "copy" : "copies", placed == 1 ? "its" : "their", nobodys);
    }
}
