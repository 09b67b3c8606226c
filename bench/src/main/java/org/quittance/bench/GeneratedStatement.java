package org.quittance.bench;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.quittance.core.money.Money;
import org.quittance.formats.bank.BankEntry;
import org.quittance.formats.bank.BankStatement;

/**
 * A bank's statement whose payments are for open items of the generated book's first entity: three quarters for one invoice that the text
 * names, a fifth for up to four of them, some that name nothing but the payer, and some that say nothing at all.
 */
final class GeneratedStatement {

    static final String ACCOUNT = "DE89370400440532013000";

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final long SEED = 815;
    private static final int MOST_ITEMS_OF_A_PAYMENT = 4;
    /** Customers in a chance order, each with all its items, the oldest first; more items than the payments can take. */
    private static final String OPEN_INVOICES = """
            select o.account_id, o.document, o.open_minor, c.name
            from ledger.open_item o
            join ledger.account a on a.id = o.account_id
            join ledger.customer c on c.id = a.customer_id
            where o.entity_id = 1 and o.kind = 'INVOICE'
            order by hashint8extended(o.account_id, ?), o.account_id, o.due_date, o.item_id
            limit ?
            """;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final LocalDate day;
    private final List<BankEntry> entries = new ArrayList<>();

    private GeneratedStatement(LocalDate day) {
        this.day = day;
    }

    private record Invoice(long accountId, String document, long openMinor, String customer) {}

    static BankStatement of(Workbench bench, int payments) throws SQLException {
        List<Invoice> invoices = invoices(bench, payments * MOST_ITEMS_OF_A_PAYMENT);
        GeneratedStatement statement = new GeneratedStatement(bench.today());
        int next = 0;
        while (statement.entries.size() < payments && next < invoices.size()) {
            next += statement.pay(invoices.subList(next, invoices.size()));
        }
        return new BankStatement(
                "generated",
                BankStatement.Kind.STATEMENT,
                ACCOUNT,
                "1",
                "1",
                EURO,
                bench.today(),
                null,
                null,
                statement.entries);
    }

    /** Adds a payment for the first of the invoices; for how many of them. */
    private int pay(List<Invoice> left) {
        Invoice first = left.getFirst();
        int kind = random.nextInt(100);
        if (kind < 5) {
            add(first, "Miscellaneous", "", first.openMinor());
            return 1;
        }
        if (kind < 10) {
            add(first, "Thank you", first.customer(), first.openMinor());
            return 1;
        }
        int most = kind < 30 ? 2 + random.nextInt(MOST_ITEMS_OF_A_PAYMENT - 1) : 1;
        List<Invoice> paid = left.stream()
                .limit(most)
                .takeWhile(invoice -> invoice.accountId() == first.accountId())
                .toList();
        String numbers = paid.stream().map(Invoice::document).collect(Collectors.joining(", "));
        add(
                first,
                "Invoice " + numbers,
                first.customer(),
                paid.stream().mapToLong(Invoice::openMinor).sum());
        return paid.size();
    }

    private void add(Invoice invoice, String text, String payer, long minor) {
        int line = entries.size() + 1;
        String account = payer.isEmpty() ? "" : "DE%020d".formatted(invoice.accountId());
        entries.add(new BankEntry(
                line,
                BankEntry.Status.BOOKED,
                BankEntry.Kind.PAYMENT,
                new Money(minor, EURO),
                day,
                day,
                "B" + line,
                "",
                "",
                "",
                payer,
                account,
                List.of(),
                text,
                null,
                null,
                "",
                ""));
    }

    private static List<Invoice> invoices(Workbench bench, int most) throws SQLException {
        List<Invoice> invoices = new ArrayList<>();
        try (PreparedStatement query = bench.owner().prepareStatement(OPEN_INVOICES)) {
            query.setLong(1, SEED);
            query.setInt(2, most);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    invoices.add(new Invoice(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)));
                }
            }
        }
        return invoices;
    }
}
