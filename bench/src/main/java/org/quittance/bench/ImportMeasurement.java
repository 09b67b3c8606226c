package org.quittance.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.quittance.bench.CopyFloor.Rows;
import org.quittance.intake.IntakeDesk;
import org.quittance.intake.Upload;
import org.quittance.intake.UploadProcessor;
import org.quittance.intake.UploadRequest;
import org.quittance.intake.UploadState;
import org.quittance.intake.Uploads;
import org.quittance.ledger.EntryContext.Completeness;

/** A first extract into an empty ledger, by the way that every file takes: kept, recognised, read, entered, projected. */
final class ImportMeasurement implements Measurement {

    private static final String ACTOR = "bench";

    @Override
    public List<Figure> measure(Workbench bench, BookSize size) throws SQLException, IOException {
        Path csv = bench.file("extract.csv");
        ExtractFile.write(csv, size, bench.today());
        bench.execute("""
                insert into ledger.entity (code, name, currency, country)
                values ('DE01', 'Nordwind', 'EUR', 'DE'), ('GB01', 'Northwind', 'GBP', 'GB'), ('US01', 'Westwind', 'USD', 'US')
                """);
        startHeapPeak();
        double millis = Stopwatch.once(() -> take(bench, csv, size));
        long peak = heapPeakMegabytes();
        CopyFloor copy = new CopyFloor(bench);
        double file = copy.file(csv, ExtractFile.COLUMNS);
        double rows =
                copy.indexed(new Rows("ledger.item", "true")) + copy.indexed(new Rows("ledger.open_item", "true"));
        Files.delete(csv);
        String note = String.format(
                Locale.ROOT,
                "%,d MB of CSV; heap at most %,d of %,d MB",
                bench.number("select max(size_bytes) from intake.upload") >> 20,
                peak,
                Runtime.getRuntime().maxMemory() >> 20);
        return List.of(
                figure("import", size, millis, "COPY of the file into one table without index", file, note),
                figure("import", size, millis, "COPY of the items and open items, with their indexes", rows, ""));
    }

    private static Figure figure(
            String name, BookSize size, double millis, String floor, double floorMillis, String note) {
        return new Figure(name, size.openItems(), size.openItems(), millis, floor, floorMillis, note);
    }

    static void take(Workbench bench, Path csv, BookSize size) throws IOException {
        long id;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(csv))) {
            id = bench.bean(IntakeDesk.class)
                    .keep(new UploadRequest("extract.csv", null, null, Completeness.PARTIAL, bench.today()), in, ACTOR);
        }
        bench.bean(UploadProcessor.class).process(id);
        Upload upload = bench.bean(Uploads.class).byId(id).orElseThrow();
        if (upload.state() != UploadState.DONE || upload.linesAdded() != size.openItems()) {
            throw new IllegalStateException("The generated extract was not taken in whole: " + upload);
        }
    }

    private static void startHeapPeak() {
        System.gc();
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** The peaks of the heap's parts added up, though they need not have been at one moment: the true peak is no higher. */
    private static long heapPeakMegabytes() {
        return heapPools().stream()
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
