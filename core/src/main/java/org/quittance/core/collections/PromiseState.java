package org.quittance.core.collections;

/** What became of a promise, or of an offer, by a business date. */
public enum PromiseState {
    /** Its day and the grace have not passed, and not all of it has come. */
    OPEN("open", "offered"),
    /** All of it came in time. */
    KEPT("kept", "offer taken up"),
    /** Some of it came in time. */
    PART_KEPT("part kept", "offer taken up in part"),
    /** Nothing came in time. */
    BROKEN("broken", "offer lapsed");

    private final String words;
    private final String wordsOfAnOffer;

    PromiseState(String words, String wordsOfAnOffer) {
        this.words = words;
        this.wordsOfAnOffer = wordsOfAnOffer;
    }

    String words() {
        return words;
    }

    String wordsOfAnOffer() {
        return wordsOfAnOffer;
    }
}
