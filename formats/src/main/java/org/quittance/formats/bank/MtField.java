package org.quittance.formats.bank;

import java.util.List;

/**
 * One field of an MT message: a tag and its lines.
 *
 * @param tag without colons, for example {@code 61}
 * @param line where it begins
 * @param lines at least one: the rest of the tag's line, then those below it; trailing blanks are kept, for they count where a
 *     text is wrapped
 */
record MtField(String tag, long line, List<String> lines) {

    MtField {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("field " + tag + " without a line");
        }
    }

    String first() {
        return lines.getFirst().strip();
    }

    /** The field with all its lines, as a place for messages. */
    Field field(ProblemLog log) {
        return new Field(log, line, ":" + tag + ":", String.join(" ", lines));
    }

    /** The field's first line, which is all that most tags have. */
    Field firstField(ProblemLog log) {
        return new Field(log, line, ":" + tag + ":", first());
    }
}
