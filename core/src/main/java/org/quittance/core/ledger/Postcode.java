package org.quittance.core.ledger;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the postcode in the lines of an address, for sorting letters as carriers want them bundled.
 *
 * <p>Example: of {@code 14 Mill Lane / Leeds LS1 4AP} in GB it is {@code LS1 4AP}. It is looked for from the last line up, in the form of the
 * country; where the country has none that we know, the last word with a digit in it counts. Source of the forms: Universal Postal Union,
 * postal addressing systems by country.
 */
public final class Postcode {

    private static final Pattern BRITISH = Pattern.compile("\\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\\b");
    private static final Pattern IRISH = Pattern.compile("\\b[A-Z][0-9][0-9W] ?[A-Z0-9]{4}\\b");
    private static final Pattern CANADIAN = Pattern.compile("\\b[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]\\b");
    private static final Pattern DUTCH = Pattern.compile("\\b[0-9]{4} ?[A-Z]{2}\\b");
    private static final Pattern FIVE = Pattern.compile("\\b[0-9]{5}\\b");
    private static final Pattern FOUR = Pattern.compile("\\b[0-9]{4}\\b");
    private static final Pattern ANY = Pattern.compile("\\b[A-Z]*[0-9][A-Z0-9-]*\\b");

    private static final Map<String, Pattern> FORMS = Map.ofEntries(
            Map.entry("GB", BRITISH),
            Map.entry("IE", IRISH),
            Map.entry("CA", CANADIAN),
            Map.entry("NL", DUTCH),
            Map.entry("DE", FIVE),
            Map.entry("FR", FIVE),
            Map.entry("IT", FIVE),
            Map.entry("ES", FIVE),
            Map.entry("US", FIVE),
            Map.entry("AT", FOUR),
            Map.entry("BE", FOUR),
            Map.entry("CH", FOUR),
            Map.entry("DK", FOUR),
            Map.entry("LU", FOUR));

    private Postcode() {}

    /** Without blanks, so that it sorts; empty where the lines have none. */
    public static String in(List<String> lines, String country) {
        Pattern form = FORMS.getOrDefault(country, ANY);
        return lines.reversed().stream()
                .flatMap(line -> last(form, line.toUpperCase(Locale.ROOT)).stream())
                .findFirst()
                .map(found -> found.replace(" ", ""))
                .orElse("");
    }

    private static Optional<String> last(Pattern form, String line) {
        Matcher matcher = form.matcher(line);
        return matcher.results().map(result -> result.group()).collect(Collectors.reducing((first, second) -> second));
    }
}
