package org.quittance.formats;

import java.util.Objects;

/**
 * Why a row, or a whole file, was not taken: in words that a clerk understands and can act on.
 *
 * <p>Example: line 17, field "Net due date", excerpt "31.02.2026", "31.02.2026 is not a date", "Correct the date in the extract and
 * feed the line again".
 *
 * @param file the name of the file as the user knows it
 * @param line the line or row in the file, counted from 1 as an editor counts; 0 where the file as a whole is meant
 * @param field the header or tag that is wrong; empty where the line as a whole is meant
 * @param excerpt what stands there, shortened to {@value #EXCERPT_LENGTH} characters
 * @param message what is wrong
 * @param remedy what to do about it
 * @param severity whether something was refused, or taken with a remark
 */
public record Problem(
        String file, long line, String field, String excerpt, String message, String remedy, Severity severity) {

    public static final int EXCERPT_LENGTH = 120;

    /** How much of the input the problem costs. */
    public enum Severity {
        /** Taken as it is; a person should know. */
        REMARK,
        /** The row was refused, the rest of the file kept. */
        ROW_REFUSED,
        /** Nothing of the file was taken. */
        FILE_REFUSED
    }

    public Problem {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(remedy, "remedy");
        if (line < 0) {
            throw new IllegalArgumentException("line " + line + " of " + file);
        }
        excerpt = shortened(excerpt);
    }

    public static Problem remark(String file, long line, String field, String excerpt, String message, String remedy) {
        return new Problem(file, line, field, excerpt, message, remedy, Severity.REMARK);
    }

    public static Problem row(String file, long line, String field, String excerpt, String message, String remedy) {
        return new Problem(file, line, field, excerpt, message, remedy, Severity.ROW_REFUSED);
    }

    public static Problem file(String file, long line, String field, String excerpt, String message, String remedy) {
        return new Problem(file, line, field, excerpt, message, remedy, Severity.FILE_REFUSED);
    }

    @Override
    public String toString() {
        String place = line == 0 ? file : file + ", line " + line;
        return place + (field.isEmpty() ? "" : ", " + field) + ": " + message + ". " + remedy + ".";
    }

    private static String shortened(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", " ");
        return printable.length() <= EXCERPT_LENGTH ? printable : printable.substring(0, EXCERPT_LENGTH - 1) + "…";
    }
}
