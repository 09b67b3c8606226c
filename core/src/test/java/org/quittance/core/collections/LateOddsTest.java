package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LateOddsTest {

    private static final int LAST_ITEMS = 12;
    private static final Path HISTORIES = Path.of("../../shared/data/receivables/ibm_dev_closed.csv");
    /** Half of what is unpaid at any day of the first hundred is paid within two weeks. */
    private static final BookPace HALF = halving();

    static Object[][] chances() {
        return new Object[][] {
            {"nothing is known of them", List.of(), 10, 0.50},
            {"all settled before this age: the book speaks", List.of(0, 1, 2, 3), 10, 0.50},
            {"two of eight unpaid then were paid in time", lateness(4, 0, 2, 20, 6, 40), 10, 1 - (2 + 2.0) / 12},
            {"always a month late, two weeks to go", lateness(12, 30), 20, 1 - (12 + 2.0) / 16},
            {"always a month late, and it is the first day", lateness(12, 30), 1, 1 - (0 + 2.0) / 16},
            {"one item alone makes no certainty", List.of(30), 20, 1 - (1 + 2.0) / 5},
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("chances")
    void theirOwnHistoryIsHeldAgainstTheBooks(String what, List<Integer> lateness, long daysPastDue, double chance) {
        Payer payer = new Payer(new PayingHabit(lateness.size(), 0, lateness), null, List.of(), HALF);

        assertThat(LateOdds.staysUnpaid(payer, daysPastDue)).as(what).isCloseTo(chance, within(0.01));
    }

    @Test
    void ofPayersWithHabitsOfTheirOwnTheChancesComeTrue() {
        Random dice = new Random(11);
        Map<String, List<Paid>> payers = new HashMap<>();
        for (int payer = 0; payer < 1_500; payer++) {
            double habit = 45 * dice.nextDouble() - 5;
            double scatter = 4 + 14 * dice.nextDouble();
            List<Paid> paid = new ArrayList<>();
            for (int i = 0; i < 3 + dice.nextInt(20); i++) {
                LocalDate due = LocalDate.EPOCH.plusDays(30L * i + dice.nextInt(20));
                paid.add(new Paid(due, due.plusDays(Math.round(habit + scatter * dice.nextGaussian()))));
            }
            payers.put("P" + payer, paid);
        }

        Reliability measured = Reliability.of(payers);

        assertThat(measured.questions()).isGreaterThan(3_000);
        assertThat(measured.calibrationError()).isLessThan(0.04);
        assertThat(measured.brier()).isLessThan(0.9 * measured.brierOfTheBook());
    }

    @Test
    void ofThePublicHistoriesTheChancesComeTrue() throws IOException {
        Assumptions.assumeTrue(Files.isRegularFile(HISTORIES), HISTORIES + " is not at hand");
        DateTimeFormatter american = DateTimeFormatter.ofPattern("M/d/uuuu");
        Map<String, List<Paid>> payers = new HashMap<>();
        try (Stream<String> lines = Files.lines(HISTORIES)) {
            lines.skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> payers.computeIfAbsent(cells[1], _ -> new ArrayList<>())
                            .add(new Paid(LocalDate.parse(cells[5], american), LocalDate.parse(cells[8], american))));
        }

        Reliability measured = Reliability.of(payers);

        assertThat(measured.questions()).isGreaterThan(300);
        assertThat(measured.calibrationError()).as("%s", measured).isLessThan(0.06);
        assertThat(measured.brier()).as("%s", measured).isLessThan(measured.brierOfTheBook());
    }

    private record Paid(LocalDate due, LocalDate on) {
        int late() {
            return (int) (on.toEpochDay() - due.toEpochDay());
        }
    }

    /**
     * How well the chances come true. Each item that was unpaid on the third, tenth or twentieth day after it fell due asks once a day of
     * these, with the payer's history and the book as they were known on that day.
     *
     * @param calibrationError the distance between chance and truth over tenths of chance, weighed by how many asked
     * @param brier mean square of chance less truth
     */
    private record Reliability(int questions, double calibrationError, double brier, double brierOfTheBook) {

        static Reliability of(Map<String, List<Paid>> payers) {
            double[] chances = new double[10];
            double[] truths = new double[10];
            int[] asked = new int[10];
            double brier = 0;
            double brierOfTheBook = 0;
            List<Paid> all = payers.values().stream()
                    .flatMap(List::stream)
                    .sorted(Comparator.comparing(Paid::on))
                    .toList();
            LocalDate middle = all.get(all.size() / 2).on();
            BookPace book = book(all, middle);
            int questions = 0;
            for (List<Paid> paid : payers.values()) {
                for (Paid item : paid) {
                    for (int age : new int[] {3, 10, 20}) {
                        LocalDate day = item.due().plusDays(age);
                        if (item.late() <= age || !day.isAfter(middle)) {
                            continue;
                        }
                        List<Integer> known = paid.stream()
                                .filter(other -> other.on().isBefore(day))
                                .sorted(Comparator.comparing(Paid::on).reversed())
                                .limit(LAST_ITEMS)
                                .map(Paid::late)
                                .toList();
                        double truth = item.late() > age + LateOdds.DAYS ? 1 : 0;
                        double chance = LateOdds.staysUnpaid(payer(known, book), age);
                        double byBook = LateOdds.staysUnpaid(payer(List.of(), book), age);
                        int tenth = Math.min(9, (int) (10 * chance));
                        chances[tenth] += chance;
                        truths[tenth] += truth;
                        asked[tenth]++;
                        brier += (chance - truth) * (chance - truth);
                        brierOfTheBook += (byBook - truth) * (byBook - truth);
                        questions++;
                    }
                }
            }
            double error = 0;
            for (int tenth = 0; tenth < 10; tenth++) {
                error += Math.abs(chances[tenth] - truths[tenth]) / questions;
            }
            return new Reliability(questions, error, brier / questions, brierOfTheBook / questions);
        }

        private static Payer payer(List<Integer> known, BookPace book) {
            return new Payer(new PayingHabit(known.size(), 0, known), null, List.of(), book);
        }

        private static BookPace book(List<Paid> all, LocalDate until) {
            Map<Integer, Long> counts = new HashMap<>();
            all.stream()
                    .filter(paid -> !paid.on().isAfter(until))
                    .forEach(paid -> counts.merge(paid.late(), 1L, Long::sum));
            return BookPace.of(counts);
        }
    }

    private static BookPace halving() {
        Map<Integer, Long> counts = new HashMap<>();
        double unpaid = 1e12;
        for (int day = -60; day < 300; day++) {
            double paid = unpaid * (1 - Math.pow(0.5, 1.0 / LateOdds.DAYS));
            counts.put(day, Math.round(paid));
            unpaid -= paid;
        }
        return BookPace.of(counts);
    }

    /** Pairs of how many and how late. */
    private static List<Integer> lateness(int... pairs) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            for (int j = 0; j < pairs[i]; j++) {
                all.add(pairs[i + 1]);
            }
        }
        return all;
    }
}
