package org.quittance.formats.extract;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Layouts as text: lines of {@code name=value}, lists with blanks between their percent-encoded parts. */
final class LayoutText {

    private LayoutText() {}

    static String write(Layout layout) {
        return String.join(
                        "\n",
                        "family=" + encoded(layout.family()),
                        "source=" + encoded(layout.source()),
                        "content=" + layout.content(),
                        "sheet=" + layout.sheet(),
                        "headerLine=" + layout.headerLine(),
                        "headers="
                                + layout.headers().stream()
                                        .map(LayoutText::encoded)
                                        .collect(Collectors.joining(" ")),
                        "columns=" + layout.columns().stream().map(Field::name).collect(Collectors.joining(" ")),
                        "dateOrder=" + layout.dateOrder(),
                        "decimalMark=" + layout.decimalMark(),
                        "signs=" + layout.signs(),
                        "types=" + layout.types())
                + "\n";
    }

    static Layout parse(String text) {
        Map<String, String> values = new HashMap<>();
        for (String line : text.lines().toList()) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("no name=value: " + line);
            }
            values.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return new Layout(
                decoded(value(values, "family")),
                decoded(value(values, "source")),
                Content.valueOf(value(values, "content")),
                Integer.parseInt(value(values, "sheet")),
                Long.parseLong(value(values, "headerLine")),
                list(value(values, "headers")).stream().map(LayoutText::decoded).toList(),
                list(value(values, "columns")).stream().map(Field::valueOf).toList(),
                DateOrder.valueOf(value(values, "dateOrder")),
                DecimalMark.valueOf(value(values, "decimalMark")),
                SignRule.valueOf(value(values, "signs")),
                TypeScheme.valueOf(value(values, "types")));
    }

    private static List<String> list(String value) {
        return Arrays.asList(value.split(" ", -1));
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the layout does not say its " + name);
        }
        return value;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
