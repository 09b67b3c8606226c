package org.quittance.formats.remittance;

import java.util.ArrayList;
import java.util.List;

/** Cuts an interchange into segments, elements and components. Line ends between or within segments are only for the eye. */
final class EdiSegments {

    /** More than any sender puts into one interchange. */
    static final int MOST_SEGMENTS = 400_000;

    private final String text;
    private final EdiSyntax syntax;
    private final List<EdiSegment> segments = new ArrayList<>();
    private List<List<String>> elements = new ArrayList<>();
    private List<String> components = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private long line = 1;
    private long begunOn = 1;

    private EdiSegments(String text, EdiSyntax syntax) {
        this.text = text;
        this.syntax = syntax;
    }

    static List<EdiSegment> of(String text, EdiSyntax syntax) {
        return new EdiSegments(text, syntax).cut();
    }

    private List<EdiSegment> cut() {
        for (int at = 0; at < text.length() && segments.size() < MOST_SEGMENTS; at++) {
            char c = text.charAt(at);
            if (c == syntax.release() && at + 1 < text.length()) {
                take(text.charAt(++at));
            } else if (c == syntax.segment()) {
                endSegment();
            } else if (c == syntax.element()) {
                endElement();
            } else if (c == syntax.component()) {
                endComponent();
            } else {
                take(c);
            }
            if (c == '\n') {
                line++;
            }
        }
        endSegment();
        return List.copyOf(segments);
    }

    private void take(char c) {
        if (isBlankSoFar()) {
            if (Character.isWhitespace(c)) {
                return;
            }
            begunOn = line;
        }
        if (c != '\n' && c != '\r' && !Character.isISOControl(c)) {
            word.append(c);
        }
    }

    private boolean isBlankSoFar() {
        return word.isEmpty() && components.isEmpty() && elements.isEmpty();
    }

    private void endComponent() {
        components.add(word.toString());
        word.setLength(0);
    }

    private void endElement() {
        endComponent();
        elements.add(components);
        components = new ArrayList<>();
    }

    private void endSegment() {
        if (!isBlankSoFar()) {
            endElement();
            segments.add(new EdiSegment(begunOn, elements));
        }
        elements = new ArrayList<>();
        components = new ArrayList<>();
        word.setLength(0);
    }
}
