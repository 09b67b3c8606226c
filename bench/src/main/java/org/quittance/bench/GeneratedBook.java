package org.quittance.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.quittance.platform.SqlFile;

/**
 * Fills the ledger by hand, as its owner: customers, settled history, what is open. The same size on the same day gives the same book.
 *
 * <p>Invariant: the ledger's own check finds no fault in it.
 */
final class GeneratedBook {

    private static final SqlFile GENERATE = SqlFile.beside(GeneratedBook.class, "generate.sql");

    private GeneratedBook() {}

    static void fill(Workbench bench, BookSize size) throws SQLException {
        bench.execute("""
                create temporary table if not exists scale (
                    customers int, accounts int, portfolios int, paid_groups int, open_items int, today date)
                """);
        bench.execute("truncate scale");
        try (PreparedStatement scale = bench.owner().prepareStatement("insert into scale values (?, ?, ?, ?, ?, ?)")) {
            scale.setInt(1, size.customers());
            scale.setInt(2, size.accounts());
            scale.setInt(3, size.portfolios());
            scale.setInt(4, size.settledGroups());
            scale.setInt(5, size.openItems());
            scale.setObject(6, bench.today());
            scale.executeUpdate();
        }
        SecondaryIndexes indexes = SecondaryIndexes.takeOff(
                bench, "ledger.item", "ledger.open_item", "ledger.allocation", "ledger.posting");
        bench.execute(GENERATE.text());
        indexes.putBack(bench);
        bench.execute("vacuum (analyze)");
    }

    /** Leaves the database as it was before the first legal entity. */
    static void clear(Workbench bench) throws SQLException {
        bench.execute(
                "truncate ledger.entity, ledger.customer, ledger.open_item, ledger.extract_item restart identity cascade");
    }
}
