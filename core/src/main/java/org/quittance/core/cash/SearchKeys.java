package org.quittance.core.cash;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quittance.core.cash.Reading.Window;
import org.quittance.core.reference.StructuredReference;

/**
 * Under which keys a store finds the items that a payment may name, before the matcher has read it closely.
 *
 * <p>Example: {@code "INV-2026/00123"} is kept under {@code 202600123}, and a payment with "our ref 00123" and "2026 00123" in its text
 * looks for 123 and for 202600123. A key drops the prefix and the leading zeros where a number of some length is left, so that one index
 * finds a number written either way; what it finds too much of the matcher sets aside. The text is cut as {@link Citations} cuts it: what
 * the matcher could read is looked for.
 */
public final class SearchKeys {

    private static final int SHORTEST = 3;

    /** A row of digits from here on may be several numbers written as one; the first of them is looked for. */
    private static final int LEAST_RUN_TOGETHER = 2 * ReferenceKey.MIN_CORE;

    private static final Pattern OTHER = Pattern.compile("[^A-Z0-9]");
    private static final Pattern NUMBER = Pattern.compile("[A-Z]*0*([1-9][0-9]{4,})");

    private SearchKeys() {}

    /** The key of a document number, an order number, a reference; empty where there is none. The database has the same rule. */
    public static String of(String reference) {
        String key = OTHER.matcher(reference.toUpperCase(Locale.ROOT)).replaceAll("");
        Matcher number = NUMBER.matcher(key);
        if (number.matches()) {
            return number.group(1);
        }
        int zeros = 0;
        while (zeros < key.length() && key.charAt(zeros) == '0') {
            zeros++;
        }
        return key.substring(zeros);
    }

    /** The keys of everything in a payment that may be a number of an item. */
    public static Set<String> in(Payment payment) {
        Set<String> keys = new LinkedHashSet<>();
        for (String reference : payment.structuredReferences()) {
            add(keys, reference);
            addBodies(keys, reference);
        }
        payment.lines().forEach(line -> add(keys, line.reference()));
        addBodies(keys, payment.remittanceText());
        Reading reading = new Reading(payment.remittanceText());
        for (int run = 0; run < reading.runs(); run++) {
            List<Window> windows = reading.windowsFrom(run);
            for (Window window : windows) {
                add(keys, new String(reading.compact, window.compactFrom(), window.length()));
            }
            if (!windows.isEmpty()) {
                addFirstOfSeveral(keys, reading, windows.getFirst());
            }
        }
        return keys;
    }

    /** Numbers run together belong to one customer: whoever finds the first finds the others in that customer's book. */
    private static void addFirstOfSeveral(Set<String> keys, Reading reading, Window row) {
        if (row.length() >= LEAST_RUN_TOGETHER && reading.digitsIn(row) == row.length()) {
            for (int length = ReferenceKey.MIN_CORE; length <= row.length() - ReferenceKey.MIN_CORE; length++) {
                add(keys, new String(reading.compact, row.compactFrom(), length));
            }
        }
    }

    private static void addBodies(Set<String> keys, String text) {
        for (StructuredReference.Found found : StructuredReference.find(text)) {
            add(keys, found.reference().value());
            add(keys, found.reference().body());
        }
    }

    private static void add(Set<String> keys, String text) {
        String key = of(text);
        if (key.length() >= SHORTEST && key.chars().anyMatch(c -> c >= '0' && c <= '9')) {
            keys.add(key);
        }
    }
}
