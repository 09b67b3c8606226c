package org.quittance.core.copy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What follows a word for "invoice number" on a page: on its line, or under it where the word heads a column.
 *
 * <p>"Rechnungs-Nr.: 90001234 vom 02.03.2026" has the number {@code 90001234}.
 */
public final class FirstPageNumbers {

    private static final int MOST = 20;

    private static final String DOCUMENT = "invoice|credit\\s+note|credit\\s+memo|debit\\s+note|document"
            + "|rechnungs?|gutschrifts?|beleg"
            + "|facture|avoir|factuur|creditnota|creditfactuur"
            + "|factura|abono|nota\\s+de\\s+cr[eé]dito|fattura|nota\\s+di\\s+credito";
    private static final String NUMBER = "number|num|no|nr|nummer|num[eé]ro|n[uú]mero|numero|n\\s?[°ºo]|n";
    private static final Pattern LABEL = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:(?:" + DOCUMENT + ")[\\s-]*(?:(?:" + NUMBER + ")(?![\\p{L}])[.:#\\s]*|[#:]\\s*)"
                    + "|(?:num[eé]ro|n[uú]mero|numero|n\\s?[°º])\\s+(?:de\\s+|di\\s+|van\\s+)?(?:la\\s+)?(?:" + DOCUMENT
                    + ")[.:#\\s]*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._/-]*");

    private FirstPageNumbers() {}

    /** In the order of the page, at most {@value #MOST}. */
    public static List<String> of(List<String> lines) {
        Set<String> found = new LinkedHashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher label = LABEL.matcher(lines.get(i));
            while (label.find()) {
                String rest = lines.get(i).substring(label.end());
                Matcher next = TOKEN.matcher(rest);
                if (next.lookingAt() && hasDigit(next.group())) {
                    found.add(trimmed(next.group()));
                } else if (!rest.isBlank() || label.start() == 0) {
                    found.addAll(under(lines, i));
                }
            }
        }
        return found.stream().limit(MOST).toList();
    }

    /** The numbers of the next line that is not empty. */
    private static List<String> under(List<String> lines, int heading) {
        List<String> numbers = new ArrayList<>();
        int below = heading + 1;
        while (below < lines.size() && lines.get(below).isBlank()) {
            below++;
        }
        if (below < lines.size()) {
            Matcher token = TOKEN.matcher(lines.get(below));
            while (token.find()) {
                if (hasDigit(token.group())) {
                    numbers.add(trimmed(token.group()));
                }
            }
        }
        return numbers;
    }

    private static String trimmed(String token) {
        return token.replaceAll("[._/-]+$", "");
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }
}
