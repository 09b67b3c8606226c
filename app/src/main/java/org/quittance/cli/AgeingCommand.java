package org.quittance.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quittance.formats.table.TableWriter;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AgeingQuery;
import org.quittance.ledger.AgeingReport;
import org.quittance.ledger.AgeingRow;
import org.quittance.ledger.AgeingTables;
import org.quittance.ledger.ExchangeRates;
import org.quittance.platform.BusinessClock;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** The ageing at any date, as a table. */
@Command(name = "ageing", description = "The ledger by age at any date.", mixinStandardHelpOptions = true)
final class AgeingCommand implements Callable<Integer> {

    /** How the table is written. */
    enum Form {
        csv,
        xlsx,
        json
    }

    @Mixin
    private Installation installation = new Installation();

    @Option(names = "--as-of", paramLabel = "DATE", description = "At the end of which day (default: today).")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--known-at",
            paramLabel = "MOMENT",
            description =
                    "Leave out what was recorded after this moment, such as 2026-03-02T10:30 or 2026-03-02T09:30:00Z.")
    private @Nullable String knownAt;

    @Option(
            names = "--by",
            defaultValue = "CUSTOMER",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private AgeingQuery.Grouping by = AgeingQuery.Grouping.CUSTOMER;

    @Option(
            names = "--format",
            defaultValue = "csv",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Form form = Form.csv;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write it (default: to the console; needed for xlsx).")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        if (form == Form.xlsx && out == null) {
            throw new CommandRefused("An Excel file cannot go to the console. Name a file with --out.");
        }
        try (ConfigurableApplicationContext context = installation.startQuietly()) {
            LocalDate day = asOf == null ? context.getBean(BusinessClock.class).today() : asOf;
            AgeingQuery query = asked(day, context.getBean(Clock.class).getZone());
            List<AgeingRow> rows = context.getBean(AgeingReport.class).rows(Viewer.system("command line"), query);
            AgeingTables tables = new AgeingTables(
                    context.getBean(ExchangeRates.class).reporting(day).orElse(null));
            if (out == null) {
                write(rows, query, tables, System.out);
            } else {
                try (OutputStream file = Files.newOutputStream(out)) {
                    write(rows, query, tables, file);
                }
            }
        }
        return Commands.DONE;
    }

    private AgeingQuery asked(LocalDate day, ZoneId zone) {
        AgeingQuery query = AgeingQuery.of(day, by);
        if (knownAt == null) {
            return query;
        }
        try {
            return query.knownAt(
                    knownAt.endsWith("Z")
                            ? Instant.parse(knownAt)
                            : LocalDateTime.parse(knownAt).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            throw new CommandRefused(knownAt + " is not a date with a time. Write it like 2026-03-02T10:30.");
        }
    }

    private void write(List<AgeingRow> rows, AgeingQuery query, AgeingTables tables, OutputStream target)
            throws IOException {
        switch (form) {
            case json -> {
                PrintWriter lines = new PrintWriter(target, false, StandardCharsets.UTF_8);
                JsonMapper json = JsonMapper.builder().build();
                rows.forEach(row -> lines.println(json.writeValueAsString(row)));
                lines.flush();
            }
            case csv -> {
                try (TableWriter table =
                        TableWriter.csv(target, TableWriter.ByteOrderMark.OMITTED, tables.ageingColumns(query))) {
                    writeRows(rows, tables, table);
                }
            }
            case xlsx -> {
                try (TableWriter table = TableWriter.xlsx(target, "Ageing", tables.ageingColumns(query))) {
                    writeRows(rows, tables, table);
                }
            }
        }
    }

    private static void writeRows(List<AgeingRow> rows, AgeingTables tables, TableWriter table) throws IOException {
        for (AgeingRow row : rows) {
            table.write(tables.ageingRow(row));
        }
    }
}
