package org.quittance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.quittance.bench.Stopwatch.Spread;
import org.quittance.collections.worklist.Worklist;
import org.quittance.identity.Viewer;

/**
 * How pages answer while as many items again as are open come into the same ledger: worklist and customer by turns, one after the other,
 * for as long as the import takes. The floor is asked by turns with them, in the same crowd.
 */
final class PagesDuringImport implements Measurement {

    private static final int WARM_UP = 20;
    private static final long SEED = 815;

    @Override
    public List<Figure> measure(Workbench bench, BookSize size) throws SQLException, IOException {
        Path csv = bench.file("second-extract.csv");
        ExtractFile.write(csv, size, bench.today());
        Calls calls = new Calls(bench, size);
        calls.warmUp();
        long start = System.nanoTime();
        CompletableFuture<Void> importing = CompletableFuture.runAsync(() -> take(bench, csv, size));
        do {
            calls.oneOfEach();
        } while (!importing.isDone());
        importing.join();
        double seconds = (System.nanoTime() - start) / 1e9;
        Files.delete(csv);
        return calls.figures(String.format(
                Locale.ROOT, "%d of each in the %.1f s of an import of %,d", calls.count(), seconds, size.openItems()));
    }

    private static void take(Workbench bench, Path csv, BookSize size) {
        try {
            ImportMeasurement.take(bench, csv, size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The times of what was asked. */
    private static final class Calls {

        private final Workbench bench;
        private final BookSize size;
        private final SplittableRandom random = new SplittableRandom(SEED);
        private final List<Double> worklist = new ArrayList<>();
        private final List<Double> customer = new ArrayList<>();
        private final List<Double> floor = new ArrayList<>();

        private Calls(Workbench bench, BookSize size) {
            this.bench = bench;
            this.size = size;
        }

        private void warmUp() throws SQLException, IOException {
            for (int i = 0; i < WARM_UP; i++) {
                oneOfEach();
            }
            Stream.of(worklist, customer, floor).forEach(List::clear);
        }

        private void oneOfEach() throws SQLException, IOException {
            Viewer viewer = Viewer.system("bench");
            worklist.add(Stopwatch.once(() -> PageMeasurement.OfWorklist.page(bench.bean(Worklist.class), viewer)));
            long n = 1L + random.nextInt(size.customers());
            customer.add(Stopwatch.once(() -> PageMeasurement.OfCustomer.page(bench, n)));
            floor.add(Stopwatch.once(() -> PageMeasurement.rowByKey(bench, n)));
        }

        private int count() {
            return worklist.size();
        }

        private List<Figure> figures(String note) {
            double least = spread(floor).p50();
            List<Figure> figures = new ArrayList<>(both("worklist during an import", spread(worklist), least, note));
            figures.addAll(both("customer during an import", spread(customer), least, ""));
            return figures;
        }

        private List<Figure> both(String name, Spread pages, double floorMillis, String note) {
            String is = "one row by its key, during the import, p50";
            return List.of(
                    new Figure(name + ", p50", size.openItems(), 1, pages.p50(), is, floorMillis, note),
                    new Figure(name + ", p99", size.openItems(), 1, pages.p99(), is, floorMillis, ""));
        }

        private static Spread spread(List<Double> millis) {
            return Spread.of(millis.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }
}
