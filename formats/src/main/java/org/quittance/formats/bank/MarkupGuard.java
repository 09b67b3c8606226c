package org.quittance.formats.bank;

import java.io.IOException;
import java.io.Reader;

/**
 * Stands before the XML parser and stops what would fill its memory or send it elsewhere: a document type (and with it every
 * entity of its own), and a tag, comment or character section without end. Plain text needs no guard; the parser hands it on in
 * pieces.
 */
final class MarkupGuard extends Reader {

    private enum In {
        TEXT(""),
        TAG(">"),
        QUOTED("\""),
        APOSTROPHED("'"),
        INSTRUCTION("?>"),
        COMMENT("-->"),
        CHARACTER_SECTION("]]>");

        private final String end;

        In(String end) {
            this.end = end;
        }
    }

    private static final String COMMENT_START = "!--";
    private static final String SECTION_START = "![CDATA[";

    private final Reader text;
    private final ProblemLog log;
    private final StringBuilder recent = new StringBuilder();
    private In in = In.TEXT;
    private long line = 1;
    private long length;

    MarkupGuard(Reader text, ProblemLog log) {
        this.text = text;
        this.log = log;
    }

    @Override
    public int read(char[] target, int offset, int count) throws IOException {
        int read = text.read(target, offset, count);
        for (int i = offset; i < offset + read; i++) {
            follow(target[i]);
        }
        return read;
    }

    private void follow(char c) throws Broken {
        if (c == '\n') {
            line++;
        }
        if (in == In.TEXT) {
            if (c == '<') {
                enter(In.TAG);
                length = 0;
            }
            return;
        }
        if (++length > log.limits().lineCharacters()) {
            throw new Broken(new Finding(
                    line,
                    "",
                    recent.toString(),
                    "A tag or comment of this file does not end",
                    "Ask the bank for the file again; this one is damaged"));
        }
        if (in == In.TAG) {
            followTag(c);
        } else {
            followToEnd(c);
        }
    }

    private void followTag(char c) throws Broken {
        switch (c) {
            case '>' -> enter(In.TEXT);
            case '"' -> enter(In.QUOTED);
            case '\'' -> enter(In.APOSTROPHED);
            default -> followTagStart(c);
        }
    }

    /** Only what begins with a question or exclamation mark is anything but an element. */
    private void followTagStart(char c) throws Broken {
        boolean special = length == 1 ? c == '?' || c == '!' : !recent.isEmpty();
        if (!special || recent.length() > SECTION_START.length()) {
            return;
        }
        recent.append(c);
        String start = recent.toString();
        if (start.equals("?")) {
            enter(In.INSTRUCTION);
        } else if (start.equals(COMMENT_START)) {
            enter(In.COMMENT);
        } else if (start.equals(SECTION_START)) {
            enter(In.CHARACTER_SECTION);
        } else if (start.equals("!D")) {
            throw new Broken(new Finding(
                    line,
                    "",
                    "<!DOCTYPE",
                    "The file brings a document type of its own; no bank's does, and it could read other files",
                    "Do not feed this file; ask the bank whether it comes from there"));
        }
    }

    private void followToEnd(char c) {
        String end = in.end;
        if (c == end.charAt(end.length() - 1) && endsWith(end.substring(0, end.length() - 1))) {
            enter(in == In.QUOTED || in == In.APOSTROPHED ? In.TAG : In.TEXT);
            return;
        }
        if (end.length() > 1) {
            recent.append(c);
            if (recent.length() > end.length()) {
                recent.deleteCharAt(0);
            }
        }
    }

    private void enter(In next) {
        in = next;
        recent.setLength(0);
    }

    private boolean endsWith(String end) {
        int from = recent.length() - end.length();
        return from >= 0 && recent.indexOf(end, from) == from;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
