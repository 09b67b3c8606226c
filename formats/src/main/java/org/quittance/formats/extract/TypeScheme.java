package org.quittance.formats.extract;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.core.ledger.ItemKind;

/**
 * What the codes of a system's document types mean: SAP's RV is an invoice, Sage's SC a credit note.
 *
 * <p>The codes are data, in {@code document-types} beside this class. A code that is not there is taken by the sign of its amount.
 */
public enum TypeScheme {
    SAP,
    ORACLE,
    QUICKBOOKS,
    XERO,
    SAGE,
    BUSINESS_CENTRAL,
    /** Words in six languages, and codes that mean the same wherever they are used. */
    WORDS;

    private static final String FOREIGN = "FOREIGN";
    private static final Map<TypeScheme, Map<String, Optional<ItemKind>>> CODES = read();

    /** The kind of a code; empty where the scheme does not know it, or knows that it belongs to another ledger. */
    Optional<ItemKind> kindOf(String code) {
        return codes().getOrDefault(HeaderText.normalised(code), Optional.empty());
    }

    /** Whether the code belongs to another ledger: a purchase, a bank entry. */
    boolean isForeign(String code) {
        String normalised = HeaderText.normalised(code);
        return codes().containsKey(normalised) && kindOf(normalised).isEmpty();
    }

    private Map<String, Optional<ItemKind>> codes() {
        return CODES.getOrDefault(this, Map.of());
    }

    /** The kind that the sign of the amount allows: a billing document of type RV with a credit amount is a credit note. */
    static ItemKind onSide(ItemKind kind, int sign) {
        if (sign == 0 || kind.side().takes(sign)) {
            return kind;
        }
        return switch (kind) {
            case INVOICE, DEBIT_NOTE, CHARGE -> ItemKind.CREDIT_NOTE;
            case CREDIT_NOTE -> ItemKind.DEBIT_NOTE;
            case PAYMENT, JOURNAL -> ItemKind.JOURNAL;
        };
    }

    private static Map<TypeScheme, Map<String, Optional<ItemKind>>> read() {
        Map<TypeScheme, Map<String, Optional<ItemKind>>> schemes = new EnumMap<>(TypeScheme.class);
        for (String line : FamilyFile.lines("document-types")) {
            List<String> parts = Arrays.asList(line.split("\\s*[:=|]\\s*", -1));
            Map<String, Optional<ItemKind>> codes =
                    schemes.computeIfAbsent(TypeScheme.valueOf(parts.get(0)), _ -> new HashMap<>());
            Optional<ItemKind> kind =
                    parts.get(1).equals(FOREIGN) ? Optional.empty() : Optional.of(ItemKind.valueOf(parts.get(1)));
            parts.subList(2, parts.size()).forEach(code -> codes.put(HeaderText.normalised(code), kind));
        }
        return schemes;
    }
}
