package org.quittance.formats.remittance;

/**
 * A field that cannot be read, so that the advice around it cannot be taken; the next advice can.
 *
 * <p>Checked, so that the compiler proves that no content of a file leaves this package as an exception.
 */
final class UnreadableAdvice extends Exception {

    private static final String ASK_THE_SENDER = "Ask the payer for a corrected advice";

    private final long line;
    private final String field;
    private final String excerpt;

    UnreadableAdvice(long line, String field, String excerpt, String message) {
        super(message);
        this.line = line;
        this.field = field;
        this.excerpt = excerpt;
    }

    long line() {
        return line;
    }

    String field() {
        return field;
    }

    String excerpt() {
        return excerpt;
    }

    String message() {
        return String.valueOf(getMessage());
    }

    String remedy() {
        return ASK_THE_SENDER;
    }
}
