package org.quittance.bench.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.quittance.bench.matching.HabitBook.Labelled;
import org.quittance.core.cash.Candidate;
import org.quittance.core.cash.KnownPayer;
import org.quittance.core.cash.Payment;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CrossRates;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;

/** One payer with very many open items: what is looked for among the items of the payer is looked for among all of them. */
public final class LargePayer {

    private static final AccountId ACCOUNT = AccountId.of(1);
    private static final String NUMBER = "3000000";
    private static final String NAME = "Everything Stores plc";
    private static final int DAYS = 300;

    private LargePayer() {}

    /** So many items, and payments that name one, mistype one, or name none. */
    public static HabitBook of(long seed, int items, int payments) {
        SplittableRandom chance = new SplittableRandom(seed);
        List<Candidate> owed = new ArrayList<>(items);
        for (int i = 0; i < items; i++) {
            LocalDate day = Trade.TODAY.minusDays(3 + chance.nextInt(DAYS));
            owed.add(new Candidate(
                    ItemId.of(i + 1),
                    ACCOUNT,
                    NUMBER,
                    NAME,
                    ItemKind.INVOICE,
                    Numbering.SAP.number(day.getYear(), i),
                    List.of(),
                    10_000 + chance.nextInt(50_000_000),
                    Trade.EUR,
                    day,
                    day.plusDays(30),
                    null));
        }
        PayersWords words = new PayersWords(chance, Numbering.SAP);
        List<Labelled> labelled = new ArrayList<>(payments);
        for (int i = 0; i < payments; i++) {
            List<Candidate> paid = List.of(owed.get((int) ((long) i * items / payments)));
            Habit habit = List.of(Habit.PLAIN, Habit.TYPO, Habit.AMOUNT_ALONE).get(i % 3);
            String text = switch (i % 3) {
                case 0 -> words.whole(paid.getFirst());
                case 1 -> words.mistyped(paid.getFirst());
                default -> words.nothing();
            };
            labelled.add(new Labelled(
                    new Payment(
                            "P" + i,
                            Money.ofMinor(paid.getFirst().openMinor(), Trade.EUR),
                            Trade.TODAY,
                            NAME,
                            "",
                            List.of(),
                            text,
                            List.of()),
                    habit,
                    paid.stream().map(Candidate::item).collect(Collectors.toSet())));
        }
        return new HabitBook(
                owed, List.of(new KnownPayer(ACCOUNT, NUMBER, List.of(NAME), List.of())), labelled, CrossRates.NONE);
    }
}
