package org.quittance.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** A list of open items as an ERP exports it, in CSV: the same size on the same day gives the same file. */
final class ExtractFile {

    /** The columns of the file, for a table that takes them as they are. */
    static final String COLUMNS = """
            entity text, customer_number text, customer_name text, document text, kind text, document_date date, due_date date,
            currency text, original_amount numeric, open_amount numeric, purchase_order text, memo text
            """;

    private static final String HEADER =
            "Company code,Customer number,Customer name,Document number,Document type,Document date,"
                    + "Due date,Currency,Original amount,Open amount,Purchase order,Text";
    private static final long SEED = 20_260_101;
    private static final String[] ENTITIES = {"DE01", "DE01", "DE01", "GB01", "US01"};
    private static final String[] CURRENCIES = {"EUR", "EUR", "EUR", "GBP", "USD"};

    private ExtractFile() {}

    static void write(Path file, BookSize size, LocalDate today) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            out.newLine();
            for (int i = 0; i < size.openItems(); i++) {
                out.write(line(i, random, size, today));
                out.newLine();
            }
        }
    }

    private static String line(int i, SplittableRandom random, BookSize size, LocalDate today) {
        // By the square of a random number: the hundredth part of the customers has the tenth part of the items.
        double place = random.nextDouble();
        int customer = (int) (size.customers() * place * place);
        int entity = customer % ENTITIES.length;
        boolean credit = random.nextInt(25) == 0;
        LocalDate date = today.minusDays(random.nextInt(120));
        long minor = Math.round(Math.exp(7 + 7 * random.nextDouble())) * (credit ? -1 : 1);
        BigDecimal amount = BigDecimal.valueOf(minor, 2);
        BigDecimal open = random.nextInt(20) == 0 ? BigDecimal.valueOf(minor - minor / 3, 2) : amount;
        return String.join(
                ",",
                ENTITIES[entity],
                "K" + (100_000_000 + customer),
                "Customer " + customer + " of the trade",
                Long.toString(4_000_000_000L + i),
                credit ? "Credit note" : "Invoice",
                date.toString(),
                (credit ? date : date.plusDays(30)).toString(),
                CURRENCIES[entity],
                amount.toPlainString(),
                open.toPlainString(),
                "PO" + (70_000 + random.nextInt(1_000_000)),
                "Delivery of " + date);
    }
}
