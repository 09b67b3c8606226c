package org.quittance.demo;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.CONTACT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jooq.DSLContext;
import org.quittance.copies.CopyBook;
import org.quittance.copies.NewCopy;
import org.quittance.core.copy.CopySigns;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;
import org.quittance.correspondence.letter.Report;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The invoices of those customers who owe most, drawn as PDFs and kept with their items; and a ZIP of a few more to be imported by hand, with one
 * PDF in it of which nothing tells whose it is.
 */
@Component
class DemoCopies {

    static final String ZIP = "12-invoice-copies.zip";

    private static final String ENTERED = "demo.copies";
    private static final int CUSTOMERS = 4;
    private static final int INVOICES = 4;
    private static final List<String> GOODS = List.of(
            "Gate valve DN 50, bronze",
            "Ball valve DN 25, stainless steel",
            "Shaft seal 40 x 62 x 8",
            "O-ring set, FKM",
            "Centrifugal pump, 2.2 kW",
            "Flange gasket DN 80",
            "Pressure gauge 0-16 bar",
            "Check valve DN 32");

    private final DSLContext sql;
    private final CopyBook book;
    private final LegalEntities entities;
    private final Settings settings;
    private final Path folder;

    DemoCopies(
            DSLContext sql,
            CopyBook book,
            LegalEntities entities,
            Settings settings,
            @Value("${quittance.data:var}") Path data) {
        this.sql = sql;
        this.book = book;
        this.entities = entities;
        this.settings = settings;
        this.folder = data.resolve("demo-files");
    }

    /** An open invoice with whom it was sent to. */
    private record Invoiced(String document, LocalDate date, LocalDate due, Money amount, String number, String name) {}

    /** Once: where copies were entered, nothing is added. */
    @Transactional
    public void enter() {
        if (settings.read(ENTERED).isPresent()) {
            return;
        }
        Map<String, byte[]> toImport = new LinkedHashMap<>();
        for (DemoEntity of : DemoEntity.values()) {
            LegalEntity entity = entities.byCode(of.code()).orElseThrow();
            List<Long> accounts = owingMost(entity);
            for (Long account : accounts.subList(0, Math.min(CUSTOMERS, accounts.size()))) {
                invoices(account).forEach(invoice -> keep(entity, invoice));
            }
            accounts.stream()
                    .skip(CUSTOMERS)
                    .forEach(account -> invoices(account)
                            .forEach(invoice -> toImport.put(invoice.document() + ".pdf", drawn(entity, invoice))));
            if (of == DemoEntity.UK && !accounts.isEmpty()) {
                toImport.put(
                        "scan-from-the-warehouse.pdf",
                        deliveryNote(entity, invoices(accounts.getFirst()).getFirst()));
            }
        }
        write(toImport);
        settings.write(ENTERED, "everything");
    }

    /** Those whose open invoices are many and who can be written to, and one more for the ZIP. */
    private List<Long> owingMost(LegalEntity entity) {
        return sql.select(OPEN_ITEM_VIEW.ACCOUNT_ID)
                .from(OPEN_ITEM_VIEW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(OPEN_ITEM_VIEW.ACCOUNT_ID))
                .where(OPEN_ITEM_VIEW.ENTITY_ID.eq(entity.id()))
                .and(OPEN_ITEM_VIEW.KIND.eq(ItemKind.INVOICE))
                .and(exists(selectOne()
                        .from(CONTACT_VIEW)
                        .where(CONTACT_VIEW.CUSTOMER_ID.eq(ACCOUNT_VIEW.CUSTOMER_ID))
                        .and(CONTACT_VIEW.EMAIL.ne(""))
                        .and(CONTACT_VIEW.DO_NOT_CONTACT.isFalse())))
                .groupBy(OPEN_ITEM_VIEW.ACCOUNT_ID)
                .orderBy(count().desc(), OPEN_ITEM_VIEW.ACCOUNT_ID)
                .limit(CUSTOMERS + 1)
                .fetch(OPEN_ITEM_VIEW.ACCOUNT_ID);
    }

    private List<Invoiced> invoices(long account) {
        return sql.select(
                        OPEN_ITEM_VIEW.DOCUMENT,
                        OPEN_ITEM_VIEW.DOCUMENT_DATE,
                        OPEN_ITEM_VIEW.DUE_DATE,
                        OPEN_ITEM_VIEW.ORIGINAL_MINOR,
                        OPEN_ITEM_VIEW.CURRENCY,
                        ACCOUNT_VIEW.CUSTOMER_NUMBER,
                        ACCOUNT_VIEW.CUSTOMER_NAME)
                .from(OPEN_ITEM_VIEW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(OPEN_ITEM_VIEW.ACCOUNT_ID))
                .where(OPEN_ITEM_VIEW.ACCOUNT_ID.eq(account))
                .and(OPEN_ITEM_VIEW.KIND.eq(ItemKind.INVOICE))
                .orderBy(OPEN_ITEM_VIEW.DUE_DATE, OPEN_ITEM_VIEW.ITEM_ID)
                .limit(INVOICES)
                .fetch(row -> new Invoiced(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        Money.ofMinor(row.value4(), row.value5()),
                        row.value6(),
                        row.value7()));
    }

    private void keep(LegalEntity entity, Invoiced invoice) {
        CopySigns signs = new CopySigns(invoice.document() + ".pdf", "", "", List.of());
        book.take(new NewCopy(signs, drawn(entity, invoice), entity.id(), null), DemoLoader.ACTOR);
    }

    private static byte[] drawn(LegalEntity entity, Invoiced invoice) {
        return new Report(
                        invoice.date(),
                        entity.name(),
                        "Invoice",
                        Report.Sheet.UPRIGHT,
                        List.of(
                                new Report.Fact("Invoice number", invoice.document()),
                                new Report.Fact("Date", Report.day(invoice.date())),
                                new Report.Fact("Due", Report.day(invoice.due())),
                                new Report.Fact("Customer", invoice.name()),
                                new Report.Fact("Customer number", invoice.number())),
                        List.of("Thank you for your order. We delivered and bill:"),
                        List.of(lines(invoice)))
                .pdf();
    }

    /** Two to four lines that come to the amount of the invoice. */
    private static Report.Table lines(Invoiced invoice) {
        Chance chance = Chance.of("copy", invoice.document());
        String currency = invoice.amount().currency().getCurrencyCode();
        List<List<String>> rows = new ArrayList<>();
        long left = invoice.amount().minor();
        for (int line = chance.between(1, 3); line > 0; line--) {
            long quantity = chance.between(2, 12);
            long price = left / (quantity * (line + 1L));
            if (price > 0) {
                rows.add(row(chance, quantity, price, currency));
                left -= quantity * price;
            }
        }
        rows.add(row(chance, 1, left, currency));
        return new Report.Table(
                "Amounts in " + currency,
                List.of(
                        Report.Column.words("Article"),
                        Report.Column.number("Quantity"),
                        Report.Column.number("Price"),
                        Report.Column.number("Amount")),
                rows,
                List.of("Total", "", "", Report.amount(invoice.amount())));
    }

    private static List<String> row(Chance chance, long quantity, long price, String currency) {
        return List.of(
                GOODS.get(chance.between(0, GOODS.size() - 1)),
                Long.toString(quantity),
                Report.amount(Money.ofMinor(price, currency)),
                Report.amount(Money.ofMinor(quantity * price, currency)));
    }

    /** It says who got what and not by which invoice it was billed. */
    private static byte[] deliveryNote(LegalEntity entity, Invoiced invoice) {
        return new Report(
                        invoice.date(),
                        entity.name(),
                        "Delivery note",
                        Report.Sheet.UPRIGHT,
                        List.of(
                                new Report.Fact("Delivered", Report.day(invoice.date())),
                                new Report.Fact("To", invoice.name())),
                        List.of("Signed for by the goods-in department."),
                        List.of())
                .pdf();
    }

    private void write(Map<String, byte[]> files) {
        try {
            Files.createDirectories(folder);
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(ZIP)))) {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    ZipEntry entry = new ZipEntry(file.getKey());
                    entry.setTimeLocal(LocalDate.of(2000, 1, 1).atTime(LocalTime.NOON));
                    zip.putNextEntry(entry);
                    zip.write(file.getValue());
                    zip.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The copies to be imported could not be written to " + folder, e);
        }
    }
}
