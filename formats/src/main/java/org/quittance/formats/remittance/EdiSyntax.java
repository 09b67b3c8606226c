package org.quittance.formats.remittance;

import org.jspecify.annotations.Nullable;

/**
 * The delimiters of an interchange, as it declares them itself.
 *
 * @param release makes the character behind it plain text; {@link #NONE} where the format has none
 */
record EdiSyntax(char element, char component, char segment, char release) {

    /** Stands for a delimiter that does not exist; no text file holds it. */
    static final char NONE = '\uFFFF';

    private static final String UNA = "UNA";
    private static final int UNA_LENGTH = 9;
    private static final int ISA_ELEMENTS = 16;

    /**
     * X12: the ISA segment has sixteen elements, the last of one character, behind which the segment ends. Null where that does not fit: then
     * nothing tells where segments end.
     */
    static @Nullable EdiSyntax x12(String text) {
        if (text.length() < 4) {
            return null;
        }
        char element = text.charAt(3);
        int at = 3;
        for (int found = 1; found < ISA_ELEMENTS; found++) {
            at = text.indexOf(element, at + 1);
            if (at < 0) {
                return null;
            }
        }
        if (at + 2 >= text.length()) {
            return null;
        }
        char component = text.charAt(at + 1);
        char segment = text.charAt(at + 2);
        boolean distinct = element != component && element != segment && component != segment;
        boolean punctuation = !Character.isLetterOrDigit(element) && !Character.isLetterOrDigit(segment);
        return distinct && punctuation ? new EdiSyntax(element, component, segment, NONE) : null;
    }

    /** EDIFACT: as the UNA says, else those of level A. */
    static @Nullable EdiSyntax edifact(String text) {
        if (!text.startsWith(UNA)) {
            return new EdiSyntax('+', ':', '\'', '?');
        }
        if (text.length() < UNA_LENGTH) {
            return null;
        }
        char release = text.charAt(6) == ' ' ? NONE : text.charAt(6);
        return new EdiSyntax(text.charAt(4), text.charAt(3), text.charAt(8), release);
    }
}
