package org.quittance.formats.bank;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a file, however they end, without control characters; a line beyond {@link Limits#lineCharacters} stops reading. */
final class BankLines {

    private static final int PIECE = 8192;

    private final Reader text;
    private final ProblemLog log;
    private final char[] piece = new char[PIECE];
    private int next;
    private int end;
    private long line;
    private boolean afterReturn;

    BankLines(Reader text, ProblemLog log) {
        this.text = text;
        this.log = log;
    }

    /** The number of the line that was returned last, counted from 1. */
    long line() {
        return line;
    }

    /** The next line, without its end; null behind the last. */
    @Nullable
    String next() throws IOException {
        StringBuilder found = new StringBuilder();
        boolean any = false;
        int c = read();
        while (c >= 0 && !endsLine((char) c)) {
            any = true;
            append(found, (char) c);
            c = read();
        }
        if (c < 0 && !any) {
            return null;
        }
        line++;
        return found.toString();
    }

    /** A carriage return and the line feed behind it are one end. */
    private boolean endsLine(char c) {
        return c == '\n' || c == '\r';
    }

    private int read() throws IOException {
        int c = readOne();
        boolean second = afterReturn && c == '\n';
        afterReturn = c == '\r';
        return second ? read() : c;
    }

    private int readOne() throws IOException {
        if (next >= end) {
            end = text.read(piece, 0, piece.length);
            next = 0;
        }
        return end < 0 ? -1 : piece[next++];
    }

    private void append(StringBuilder found, char c) throws Broken {
        if (c == '\t') {
            found.append(' ');
        } else if (!Character.isISOControl(c)) {
            found.append(c);
        }
        if (found.length() > log.limits().lineCharacters()) {
            throw new Broken(new Finding(
                    line + 1,
                    "",
                    found.substring(0, Finding.EXCERPT_CHARACTERS),
                    "A line is longer than %,d characters"
                            .formatted(log.limits().lineCharacters()),
                    "Ask the bank for the file again; this one is damaged"));
        }
    }
}
