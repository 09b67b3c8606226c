package org.quittance.formats.bank;

/**
 * What is wrong at one place of the file that is being read; {@link ProblemLog} adds the file's name and the weight.
 *
 * @param line counted from 1; 0 where the file as a whole is meant
 * @param field the path of the element or the tag, for example {@code Stmt[2]/Ntry[5]/Amt} or {@code :61:}
 * @param excerpt what stands there
 * @param message what is wrong, without a full stop
 * @param remedy what to do about it, without a full stop
 */
record Finding(long line, String field, String excerpt, String message, String remedy) {

    /** As much of an input as an excerpt can need; keeps a line of 200 MB out of the messages. */
    static final int EXCERPT_CHARACTERS = 200;

    Finding {
        excerpt = excerpt.length() <= EXCERPT_CHARACTERS ? excerpt : excerpt.substring(0, EXCERPT_CHARACTERS);
    }
}
