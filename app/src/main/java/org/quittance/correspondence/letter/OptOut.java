package org.quittance.correspondence.letter;

import java.util.Arrays;

/**
 * How somebody opts out of more messages to their address, said at the end of an e-mail in its language: they answer with one word, and a
 * person notes it as the withdrawal of their consent.
 */
public final class OptOut {

    private static final String BODY_END = "</body>";

    private OptOut() {}

    /** One sentence. */
    public static String sentence(Language language) {
        return Phrases.in(language).say("optOut");
    }

    /** Whether a text says it, in whatever language of ours. */
    public static boolean isIn(String text) {
        return Arrays.stream(Language.values()).map(OptOut::sentence).anyMatch(text::contains);
    }

    /** The text of an e-mail with the sentence as its last paragraph. */
    public static String below(String text, Language language) {
        return text.stripTrailing() + "\n\n" + sentence(language) + "\n";
    }

    /** The HTML of an e-mail with the sentence as its last paragraph. */
    public static String belowHtml(String html, Language language) {
        String paragraph = "<p>" + sentence(language) + "</p>\n";
        int end = html.lastIndexOf(BODY_END);
        return end < 0 ? html + paragraph : html.substring(0, end) + paragraph + html.substring(end);
    }
}
