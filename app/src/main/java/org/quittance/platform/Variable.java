package org.quittance.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/**
 * One value that whoever runs the installation sets in the environment. What cannot be meant stops the start, in a sentence that names the
 * variable, its value and what to write instead.
 *
 * <p>Example: {@code Variable.of(environment, "QUITTANCE_IMAP_PORT").number(new Bounds(1, 65_535), 993)}.
 *
 * @param value without blanks at its ends; empty where it is not set
 */
public record Variable(String name, String value) {

    /** The least and the most that a number may be. */
    public record Bounds(int least, int most) {}

    public Variable {
        value = value.strip();
    }

    /** Reads a variable, or the property that stands for it: {@code quittance.imap.port}. */
    public static Variable of(Environment environment, String name) {
        String dotted = name.toLowerCase(Locale.ROOT).replace('_', '.');
        String set = environment.getProperty(name);
        return new Variable(name, set == null ? environment.getProperty(dotted, "") : set);
    }

    public boolean isSet() {
        return !value.isEmpty();
    }

    public String or(String otherwise) {
        return isSet() ? value : otherwise;
    }

    public int number(Bounds bounds, int otherwise) {
        if (!isSet()) {
            return otherwise;
        }
        int number = value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : -1;
        if (number < bounds.least() || number > bounds.most()) {
            throw refused("Give a whole number from %d to %d, or leave it out for %d."
                    .formatted(bounds.least(), bounds.most(), otherwise));
        }
        return number;
    }

    /** One of a few words, in capitals or not. */
    public <E extends Enum<E>> E oneOf(Class<E> words, E otherwise) {
        if (!isSet()) {
            return otherwise;
        }
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> refused("Write %s; left out, it is %s."
                        .formatted(
                                Arrays.stream(words.getEnumConstants())
                                        .map(Variable::written)
                                        .collect(Collectors.joining(" or ")),
                                written(otherwise))));
    }

    private static String written(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** What is thrown where the value cannot be meant. */
    public StartRefused refused(String remedy) {
        return new StartRefused("%s is \"%s\".".formatted(name, value), remedy);
    }

    /** What is thrown where it must be set and is not, or is a secret that is not repeated. */
    public StartRefused missing(String because, String remedy) {
        return new StartRefused("%s is %s.".formatted(name, because), remedy);
    }
}
