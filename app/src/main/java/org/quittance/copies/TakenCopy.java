package org.quittance.copies;

/** What has become of a PDF that was handed in. */
public sealed interface TakenCopy {

    /** It is the copy of a document now. */
    record Placed(long copy) implements TakenCopy {}

    /**
     * It is kept, and a person says whose it is.
     *
     * @param why without a full stop
     */
    record Nobodys(long copy, String why) implements TakenCopy {}

    /** The same bytes were here before; nothing has changed. */
    record KnownAlready(long copy) implements TakenCopy {}

    /**
     * The same bytes are the copy of another document, or were discarded.
     *
     * @param why without a full stop
     */
    record Contradicted(long copy, String why) implements TakenCopy {}
}
