package org.quittance.core.copy;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A document number as it is compared: letters and digits alone, without leading zeros, as {@code open_item.document_key} has it. A
 * file name cannot have a slash, and ERPs differ in whether they print the zeros.
 *
 * <p>{@code inv-00/1001} and {@code INV-001001} have the key {@code INV001001}.
 */
public final class DocumentKey {

    private static final int SAP_LENGTH = 10;

    private DocumentKey() {}

    public static String of(String number) {
        return number.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "").replaceAll("^0+", "");
    }

    /** How the number may stand in a ledger, so that a settled document is found by its index. */
    public static Set<String> spellings(String number) {
        Set<String> spellings = new LinkedHashSet<>();
        for (String each : new String[] {number.strip(), number.strip().toUpperCase(Locale.ROOT)}) {
            spellings.add(each);
            spellings.add(each.replace('-', '/'));
            spellings.add(each.replace('-', '.'));
            if (each.matches("[0-9]{1,9}")) {
                spellings.add("0".repeat(SAP_LENGTH - each.length()) + each);
            }
            if (each.matches("0+[1-9][0-9]*")) {
                spellings.add(each.replaceAll("^0+", ""));
            }
        }
        return spellings;
    }
}
