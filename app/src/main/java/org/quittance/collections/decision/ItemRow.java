package org.quittance.collections.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Dunning;
import org.quittance.core.collections.ItemFacts;
import org.quittance.core.collections.StrategyId;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

/** An open item with what others say about it, from the columns of {@link FactQueries#items}: ten million of them a night. */
final class ItemRow {

    private static final int ACCOUNT = 2;
    private static final int ITEM = 3;
    private static final int KIND = 4;
    private static final int DOCUMENT = 5;
    private static final int DOCUMENT_DATE = 6;
    private static final int DUE_DATE = 7;
    private static final int CURRENCY = 8;
    private static final int ORIGINAL = 9;
    private static final int OPEN = 10;
    private static final int LEVEL = 11;
    private static final int ACTION = 12;
    private static final int LAST_ON = 13;
    private static final int STRATEGY = 14;
    private static final int LETTER = 15;
    private static final int FORGONE = 16;
    private static final int DISPUTED = 17;

    private ItemRow() {}

    static ItemFacts read(ResultSet row) throws SQLException {
        Money original = Money.ofMinor(row.getLong(ORIGINAL), row.getString(CURRENCY));
        OpenItem item = new OpenItem(
                ItemId.of(row.getLong(ITEM)),
                AccountId.of(row.getLong(ACCOUNT)),
                ItemKind.valueOf(row.getString(KIND)),
                row.getString(DOCUMENT),
                row.getObject(DOCUMENT_DATE, LocalDate.class),
                row.getObject(DUE_DATE, LocalDate.class),
                original,
                Money.ofMinor(row.getLong(OPEN), original.currency()));
        // SQL's null is read as nothing.
        long forgone = row.getLong(FORGONE);
        // What is disputed was open when it was said; of what has been paid since nothing is left to dispute.
        long disputed = Math.min(row.getLong(DISPUTED), Math.max(0, item.open().minor() - forgone));
        return new ItemFacts(
                item,
                Money.ofMinor(disputed, original.currency()),
                Money.ofMinor(forgone, original.currency()),
                dunned(row));
    }

    private static @Nullable Dunning dunned(ResultSet row) throws SQLException {
        int level = row.getInt(LEVEL);
        if (row.wasNull()) {
            return null;
        }
        long strategy = row.getLong(STRATEGY);
        StrategyId under = row.wasNull() ? null : StrategyId.of(strategy);
        String letter = row.getString(LETTER);
        return new Dunning(
                level,
                Action.valueOf(row.getString(ACTION)),
                row.getObject(LAST_ON, LocalDate.class),
                under,
                letter == null ? null : Action.valueOf(letter));
    }
}
