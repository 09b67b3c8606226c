package org.quittance.correspondence.letter;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;

/**
 * The words of letters in one language: those that come with Quittance, and over them those that the company has written itself.
 *
 * <p>{@code Texts.shipped(Language.GERMAN)}; with words of the company's own, {@code new Texts(Language.GERMAN, Map.of(Occasion.NOTICE_1,
 * text))}. They are part of a letter's content, so that the same content still gives the same letter when the texts have changed since.
 */
public record Texts(Language language, Map<Occasion, OwnText> own) {

    public Texts {
        requireNonNull(language, "language");
        own = Map.copyOf(own);
    }

    /** None of the company's own. */
    public static Texts shipped(Language language) {
        return new Texts(language, Map.of());
    }

    /** What comes with Quittance for an occasion, as somebody might have written it. */
    public OwnText shipped(Occasion occasion) {
        Phrases phrases = Phrases.in(language);
        if (occasion.isTextMessage()) {
            return new OwnText("", "", phrases.raw(occasion + ".before"), phrases.raw(occasion + ".after"));
        }
        return new OwnText(
                phrases.raw(occasion + ".title"),
                phrases.raw(occasion + ".subject"),
                phrases.raw(occasion + ".before"),
                phrases.raw(occasion + ".after"));
    }

    /** The words of an occasion that count. */
    public OwnText of(Occasion occasion) {
        OwnText text = own.get(occasion);
        return text == null ? shipped(occasion) : text;
    }

    /** The same with other words for one occasion. */
    public Texts with(Occasion occasion, OwnText text) {
        Map<Occasion, OwnText> changed = new HashMap<>(own);
        changed.put(occasion, text);
        return new Texts(language, changed);
    }

    Phrases phrases() {
        return Phrases.in(language).under(own);
    }
}
