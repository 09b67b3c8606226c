package org.quittance.correspondence.letter;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of one language, from {@code letters/<code>.properties}. What stands in braces is filled in by name, so that a translator may
 * order a sentence as the language wants it; an empty line parts paragraphs.
 */
final class Phrases {

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Map<Language, Phrases> ALL = load();

    private final Language language;
    private final Properties texts;

    private Phrases(Language language, Properties texts) {
        this.language = language;
        this.texts = texts;
    }

    static Phrases in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /** The same with the company's own words in the places of those that it has written itself. */
    Phrases under(Map<Occasion, OwnText> own) {
        Properties both = new Properties(texts);
        own.forEach((occasion, text) -> {
            if (!occasion.isTextMessage()) {
                both.setProperty(occasion + ".title", text.title());
                both.setProperty(occasion + ".subject", text.subject());
            }
            both.setProperty(occasion + ".before", text.before());
            both.setProperty(occasion + ".after", text.after());
        });
        return new Phrases(language, both);
    }

    String say(String key) {
        return say(key, Map.of());
    }

    /** Throws where the key or a value it needs is missing: a letter never leaves with a hole in it. */
    String say(String key, Map<String, String> values) {
        return PLACE.matcher(raw(key)).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalStateException("Nothing to put for " + place.group() + " of " + key);
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** With its places unfilled. */
    String raw(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("No text " + key + " in " + language);
        }
        return text;
    }

    List<String> paragraphs(String key, Map<String, String> values) {
        return Arrays.stream(say(key, values).split("\n\n"))
                .filter(paragraph -> !paragraph.isBlank())
                .toList();
    }

    private static Map<Language, Phrases> load() {
        Map<Language, Phrases> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, new Phrases(language, read("/letters/" + language.code() + ".properties")));
        }
        return all;
    }

    private static Properties read(String file) {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Phrases.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
