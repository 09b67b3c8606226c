package org.quittance.formats.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a header family from its file.
 *
 * <p>Lines are {@code label: SAP line items (FBL5N)} for what is customary, and {@code DUE_DATE = *Net due date | Due date} for the
 * words of a field; {@code #} begins a remark. The files are ours, so a mistake in one is a bug and throws.
 */
final class FamilyFile {

    private final String id;
    private final Map<String, String> customs = new HashMap<>();
    private final Set<String> marks = new HashSet<>();
    private final Map<Field, List<String>> vocabulary = new EnumMap<>(Field.class);

    private FamilyFile(String id) {
        this.id = id;
    }

    static HeaderFamily read(String id) {
        FamilyFile file = new FamilyFile(id);
        lines("families/" + id + ".family").forEach(file::take);
        return file.family();
    }

    /** The lines of a text beside this class, without blank ones and remarks. */
    static List<String> lines(String resource) {
        try (InputStream in = FamilyFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no " + resource);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(String line) {
        int equals = line.indexOf('=');
        int colon = line.indexOf(':');
        if (equals > 0 && (colon < 0 || equals < colon)) {
            Field field = Field.valueOf(line.substring(0, equals).strip());
            vocabulary.computeIfAbsent(field, _ -> new ArrayList<>()).addAll(words(line.substring(equals + 1)));
        } else if (colon > 0) {
            customs.put(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        } else {
            throw new IllegalArgumentException(id + ": " + line);
        }
    }

    private List<String> words(String list) {
        List<String> words = new ArrayList<>();
        for (String part : list.split("\\|", -1)) {
            String word = part.strip();
            boolean marked = word.startsWith("*");
            String normalised = HeaderText.normalised(marked ? word.substring(1) : word);
            if (normalised.isEmpty()) {
                throw new IllegalArgumentException(id + " has an empty header in " + list);
            }
            words.add(normalised);
            if (marked) {
                marks.add(normalised);
            }
        }
        return words;
    }

    private HeaderFamily family() {
        return new HeaderFamily(
                id,
                custom("label"),
                custom("source"),
                Content.valueOf(custom("content")),
                TypeScheme.valueOf(custom("types")),
                SignRule.valueOf(custom("signs")),
                DateOrder.valueOf(custom("dates")),
                DecimalMark.valueOf(custom("decimals")),
                HeaderFamily.Spelling.valueOf(custom("spelling")),
                Integer.parseInt(custom("marks")),
                marks,
                vocabulary);
    }

    private String custom(String name) {
        String value = customs.get(name);
        if (value == null) {
            throw new IllegalArgumentException(id + " does not say its " + name);
        }
        return value;
    }
}
