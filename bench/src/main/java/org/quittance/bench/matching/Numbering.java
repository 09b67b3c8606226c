package org.quittance.bench.matching;

import java.util.Locale;
import java.util.random.RandomGenerator;

/** How one company numbers its documents: a prefix, a fill and a counter that all its customers share. */
enum Numbering {
    DASHED,
    SAP,
    SHORT,
    SLASHED;

    String number(int year, long counter) {
        return switch (this) {
            case DASHED -> String.format(Locale.ROOT, "INV-%d-%05d", year, counter);
            case SAP -> String.format(Locale.ROOT, "%010d", 90_000_000L + counter);
            case SHORT -> String.format(Locale.ROOT, "RE%06d", 100_000 + counter);
            case SLASHED -> String.format(Locale.ROOT, "F%02d/%05d", year % 100, counter);
        };
    }

    /** As a payer writes it who leaves out what seems needless. */
    String shortened(String number) {
        return switch (this) {
            case DASHED -> number.substring("INV-".length());
            case SAP -> number.replaceFirst("^0+", "");
            case SHORT -> number.substring("RE".length());
            case SLASHED -> number.substring(1);
        };
    }

    static Numbering any(RandomGenerator chance) {
        return values()[chance.nextInt(values().length)];
    }
}
