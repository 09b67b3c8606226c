package org.quittance.formats.extract;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.ItemKind;

/** Finds out on which side an item stands and of which kind it is: the two go together. */
final class ItemSigns {

    private final SignRule rule;
    private final TypeScheme types;
    private final Remarks remarks;
    private final Map<String, Optional<ItemKind>> kinds = new HashMap<>();

    ItemSigns(Layout layout, Remarks remarks) {
        this.rule = layout.signs();
        this.types = layout.types();
        this.remarks = remarks;
    }

    /** What the code of the document type means; empty where the scheme does not know it, or the file has none. */
    Optional<ItemKind> kindOf(String code) {
        return code.isEmpty() ? Optional.empty() : kinds.computeIfAbsent(code, types::kindOf);
    }

    /** The amount with the sign that the family means; debits positive. */
    BigDecimal signed(RowCells cells, BigDecimal written) {
        return switch (rule) {
            case AS_WRITTEN -> written;
            case BY_INDICATOR -> {
                Side side = sideOf(cells);
                if (side == null) {
                    yield written;
                }
                yield side == Side.DEBIT ? written.abs() : written.abs().negate();
            }
            case BY_KIND -> {
                ItemKind.Side side = kindOf(cells.text(Field.DOCUMENT_TYPE))
                        .map(ItemKind::side)
                        .orElse(ItemKind.Side.EITHER);
                yield switch (side) {
                    case DEBIT -> written;
                    case CREDIT -> written.abs().negate();
                    case EITHER -> written;
                };
            }
        };
    }

    private static @Nullable Side sideOf(RowCells cells) {
        String indicator = cells.text(Field.DEBIT_CREDIT);
        if (indicator.isEmpty()) {
            return Side.ofPostingKey(cells.text(Field.POSTING_KEY));
        }
        Side side = Side.parse(indicator);
        if (side == null) {
            cells.refuse(
                    Field.DEBIT_CREDIT,
                    indicator + " is neither debit nor credit",
                    "Write S or H, D or C, or sign the amounts");
        }
        return side;
    }

    /** The kind of an item with the amount: what its type says, as far as the sign allows it. */
    ItemKind kind(RowCells cells, BigDecimal amount) {
        String code = cells.text(Field.DOCUMENT_TYPE);
        Optional<ItemKind> known = kindOf(code);
        if (known.isEmpty() && types.isForeign(code)) {
            cells.refuse(
                    Field.DOCUMENT_TYPE,
                    code + " is not a document of receivables",
                    "Leave purchases, bank entries and journals out of the extract");
        } else if (known.isEmpty() && !code.isEmpty()) {
            remarks.note(Remarks.Topic.UNKNOWN_TYPE, cells.line(), code);
        }
        return TypeScheme.onSide(known.orElse(ItemKind.INVOICE), amount.signum());
    }
}
