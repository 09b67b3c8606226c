package org.quittance.bench.matching;

import java.util.List;
import java.util.Set;
import org.quittance.core.cash.Candidate;
import org.quittance.core.cash.KnownPayer;
import org.quittance.core.cash.Payment;
import org.quittance.core.ledger.CrossRates;
import org.quittance.core.ledger.ItemId;

/** Open items, what is known of payers, payments of which the truth is known, and the exchange rates of their days. */
public record HabitBook(List<Candidate> items, List<KnownPayer> payers, List<Labelled> payments, CrossRates rates) {

    /**
     * A payment, how it came about, and what it is for.
     *
     * @param truth exactly the items that it pays; empty where it is for none that is open
     */
    public record Labelled(Payment payment, Habit habit, Set<ItemId> truth) {

        public Labelled {
            truth = Set.copyOf(truth);
        }
    }

    public HabitBook {
        items = List.copyOf(items);
        payers = List.copyOf(payers);
        payments = List.copyOf(payments);
    }
}
