package org.quittance.formats.extract;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Debit or credit, as a column of its own says it. */
enum Side {
    DEBIT,
    CREDIT;

    /** Reads S and H (SAP), D and C, Soll and Haben, Dr and Cr, DBIT and CRDT; null for anything else. */
    static @Nullable Side parse(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "S", "D", "DR", "DB", "DEBIT", "DBIT", "SOLL", "DÉBIT", "DEBET", "DEBE", "DARE", "AF" -> DEBIT;
            case "H", "C", "CR", "K", "CREDIT", "CRDT", "HABEN", "CRÉDIT", "HABER", "AVERE", "BIJ" -> CREDIT;
            default -> null;
        };
    }

    /** SAP posts customer debits with keys 01 to 09 and credits with 11 to 19; null for other keys. */
    static @Nullable Side ofPostingKey(String key) {
        if (key.length() > 2 || key.isEmpty() || !key.chars().allMatch(Character::isDigit)) {
            return null;
        }
        int number = Integer.parseInt(key);
        if (number >= 1 && number <= 9) {
            return DEBIT;
        }
        return number >= 11 && number <= 19 ? CREDIT : null;
    }
}
