package org.quittance.core.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.AllocationOutcome.Allocated;
import org.quittance.core.ledger.ReversalOutcome.Reversed;
import org.quittance.core.ledger.Reversals.Side;
import org.quittance.core.money.Money;
import org.quittance.core.testing.Dice;

/**
 * A ledger of one account that grows by chance, recording only what the decisions allow: invoices and payments in two currencies,
 * allocations and their undoing, many of them dated back.
 */
final class SampleLedger {

    static final LocalDate START = LocalDate.parse("2026-01-01");
    static final int DAYS = 60;

    private final Dice dice;
    private final Map<ItemId, Opening> openings = new LinkedHashMap<>();
    private final Map<ItemId, List<Posting>> postings = new LinkedHashMap<>();
    private final List<Tie> ties = new ArrayList<>();
    private Instant clock = Instant.parse("2026-01-01T08:00:00Z");
    private int refusals;

    private record Tie(PostingId credit, ItemId creditItem, PostingId debit, ItemId debitItem) {}

    private SampleLedger(Dice dice) {
        this.dice = dice;
    }

    static SampleLedger grown(Dice dice, int steps) {
        SampleLedger ledger = new SampleLedger(dice);
        for (int i = 0; i < 6; i++) {
            ledger.open();
        }
        for (int i = 0; i < steps; i++) {
            ledger.step();
        }
        return ledger;
    }

    List<ItemHistory> histories() {
        return openings.values().stream()
                .map(opening -> new ItemHistory(opening, postingsOf(opening.item())))
                .toList();
    }

    /** Moments between any two recordings, from before the first to after the last. */
    List<Instant> moments() {
        List<Instant> moments = new ArrayList<>();
        for (Instant at = Instant.parse("2026-01-01T08:00:30Z").minusSeconds(60);
                at.isBefore(clock.plusSeconds(60));
                at = at.plusSeconds(60)) {
            moments.add(at);
        }
        return moments;
    }

    int refusals() {
        return refusals;
    }

    private List<Posting> postingsOf(ItemId item) {
        return postings.getOrDefault(item, List.of());
    }

    private void step() {
        if (dice.percent(15)) {
            open();
        } else if (dice.percent(20) && !ties.isEmpty()) {
            undo(dice.oneOf(ties));
        } else {
            allocate();
        }
    }

    private void open() {
        ItemId id = ItemId.of(openings.size() + 1);
        long minor = dice.between(1, 50_000) * (dice.percent(50) ? 1 : -1);
        Money original = Money.ofMinor(minor, dice.oneOf(List.of("EUR", "USD")));
        openings.put(id, new Opening(id, original, dice.dayWithin(START, DAYS / 2), tick()));
    }

    private void allocate() {
        ItemId credit = someItem(-1);
        ItemId debit = someItem(1);
        LocalDate day = dice.dayWithin(START, DAYS);
        long most = Math.max(1, asOpenItem(debit, day).open().minor());
        Money amount = Money.ofMinor(
                dice.percent(60) ? dice.between(1, most) : dice.between(0, 60_000),
                opening(debit).original().currency());
        switch (Allocations.allocate(asOpenItem(credit, day), asOpenItem(debit, day), amount)) {
            case Allocated allocated -> {
                PostingId first = post(allocated.credit(), day, PostingKind.ALLOCATION, null);
                PostingId second = post(allocated.debit(), day, PostingKind.ALLOCATION, null);
                ties.add(new Tie(first, credit, second, debit));
            }
            case AllocationOutcome.Refused _ -> refusals++;
        }
    }

    /** An item that is mostly of the wanted sign: decisions should also see what they have to refuse. */
    private ItemId someItem(int sign) {
        List<ItemId> wanted = openings.values().stream()
                .filter(opening -> Long.signum(opening.original().minor()) == sign)
                .map(Opening::item)
                .toList();
        return dice.oneOf(wanted.isEmpty() || dice.percent(10) ? List.copyOf(openings.keySet()) : wanted);
    }

    private void undo(Tie tie) {
        LocalDate day = dice.dayWithin(START, DAYS);
        Side credit = new Side(history(tie.creditItem()), tie.credit());
        Side debit = new Side(history(tie.debitItem()), tie.debit());
        switch (Reversals.undo(credit, debit, day)) {
            case Reversed(List<Delta> deltas) -> {
                post(deltas.getFirst(), day, PostingKind.REVERSAL, tie.credit());
                post(deltas.getLast(), day, PostingKind.REVERSAL, tie.debit());
            }
            case ReversalOutcome.Refused _ -> refusals++;
        }
    }

    private PostingId post(Delta delta, LocalDate day, PostingKind kind, @Nullable PostingId reversalOf) {
        List<Posting> mine = postings.computeIfAbsent(delta.item(), _ -> new ArrayList<>());
        PostingId id =
                PostingId.of(postings.values().stream().mapToInt(List::size).sum() + 1L);
        mine.add(new Posting(id, delta.item(), delta.amount(), day, tick(), kind, "sample", "test", reversalOf));
        return id;
    }

    private OpenItem asOpenItem(ItemId id, LocalDate day) {
        Opening opening = opening(id);
        Money open = LedgerView.availableFrom(opening, postingsOf(id), day, Instant.MAX);
        ItemKind kind = opening.original().isPositive() ? ItemKind.INVOICE : ItemKind.PAYMENT;
        return new OpenItem(id, Items.ACCOUNT, kind, "D" + id, day, day, opening.original(), open);
    }

    private ItemHistory history(ItemId id) {
        return new ItemHistory(opening(id), postingsOf(id));
    }

    private Opening opening(ItemId id) {
        Opening opening = openings.get(id);
        if (opening == null) {
            throw new AssertionError("no item " + id);
        }
        return opening;
    }

    private Instant tick() {
        clock = clock.plus(Duration.ofSeconds(60));
        return clock;
    }
}
