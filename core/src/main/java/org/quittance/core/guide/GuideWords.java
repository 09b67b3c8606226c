package org.quittance.core.guide;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a guide text: paragraphs and lists, and nothing else.
 *
 * <p>A blank line ends a paragraph; a line that begins with {@code -} is an element of a list. Whatever else stands there is words: no mark-up has
 * any meaning, so that nothing that somebody writes can become part of a page's own text.
 *
 * @param text as it was written
 */
public record GuideWords(String text) {

    /** More is no short text. */
    public static final int LONGEST = 4_000;

    private static final String MARK = "-";

    public GuideWords {
        text = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("%d characters".formatted(text.length()));
        }
    }

    /** A part of the text. */
    public sealed interface Block {

        /** Words that run on. */
        record Paragraph(String words) implements Block {}

        /** One after the other. */
        record Listing(List<String> elements) implements Block {

            public Listing {
                elements = List.copyOf(elements);
            }
        }
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Its parts, in order. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<String> elements = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String stripped = line.strip();
            boolean isElement = stripped.startsWith(MARK + " ");
            if (!isElement) {
                endList(elements, blocks);
            }
            if (isElement || stripped.isEmpty()) {
                endParagraph(words, blocks);
            }
            if (isElement) {
                elements.add(stripped.substring(MARK.length()).strip());
            } else if (!stripped.isEmpty()) {
                words.add(stripped);
            }
        }
        endList(elements, blocks);
        endParagraph(words, blocks);
        return blocks;
    }

    private static void endParagraph(List<String> words, List<Block> blocks) {
        if (!words.isEmpty()) {
            blocks.add(new Block.Paragraph(String.join(" ", words)));
            words.clear();
        }
    }

    private static void endList(List<String> elements, List<Block> blocks) {
        if (!elements.isEmpty()) {
            blocks.add(new Block.Listing(elements));
            elements.clear();
        }
    }
}
