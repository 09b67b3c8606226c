package org.quittance.web.answer;

import org.jspecify.annotations.Nullable;

/**
 * An answer as it was sent, or empty.
 *
 * @param choice whether a dispute's part is owed; null for an escalation, and where nothing was chosen
 * @param notOwed as it was typed
 */
public record AnswerForm(
        @Nullable String words,
        @Nullable Choice choice,
        @Nullable String notOwed) {

    static final AnswerForm EMPTY = new AnswerForm(null, null, null);

    /** What of the disputed part is owed. */
    public enum Choice {
        ALL,
        PART,
        NONE
    }

    public String typedWords() {
        return words == null ? "" : words.strip();
    }

    public String typedNotOwed() {
        return notOwed == null ? "" : notOwed.strip();
    }
}
