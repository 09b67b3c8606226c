package org.quittance.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.any;
import static org.quittance.db.ledger.Tables.ALLOCATION;
import static org.quittance.db.ledger.Tables.POSTING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.AllocationOutcome;
import org.quittance.core.ledger.Allocations;
import org.quittance.core.ledger.Delta;
import org.quittance.core.ledger.ItemHistory;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.LedgerView;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.ledger.PostingId;
import org.quittance.core.ledger.PostingKind;
import org.quittance.core.ledger.ReversalOutcome;
import org.quittance.core.ledger.Reversals;
import org.quittance.core.money.Money;
import org.quittance.db.ledger.tables.records.AllocationRecord;
import org.quittance.db.ledger.tables.records.ItemRecord;
import org.quittance.ledger.ItemLocks.Locked;
import org.quittance.ledger.ItemLocks.Place;
import org.quittance.platform.CopyRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Posts. Whatever changes what is open goes through here, and is only ever added.
 *
 * <p>Every method locks the accounts it touches, loads the items with their postings, lets {@code core.ledger} decide, and records the
 * postings and the projection in one transaction.
 */
@Service
public class Ledger {

    private static final String ALLOCATION_COLUMNS = "ledger.allocation (id, credit_item_id, debit_item_id, currency,"
            + " amount_minor, business_date, cause, actor, reverses_id)";

    private final DSLContext sql;
    private final ItemLocks locks;
    private final AuditTrail audit;
    private final Announcements announcements;

    Ledger(DSLContext sql, ItemLocks locks, AuditTrail audit, Announcements announcements) {
        this.sql = sql;
        this.locks = locks;
        this.audit = audit;
        this.announcements = announcements;
    }

    /** Enters money received as credits of their accounts. Returns the numbers of the new items, in the order given. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ItemId> receive(List<CreditDraft> drafts, String actor) {
        Set<Long> accounts = drafts.stream().map(d -> d.account().value()).collect(Collectors.toSet());
        Map<Long, Place> places = locks.lockAccounts(accounts);
        List<Long> ids = nextNumbers("ledger.item_id_seq", drafts.size());
        CopyRows items = new CopyRows(drafts.size());
        CopyRows open = new CopyRows(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            CreditDraft draft = drafts.get(i);
            Place place = places.get(draft.account().value());
            if (place == null) {
                throw new IllegalArgumentException("There is no account " + draft.account());
            }
            writeCredit(items, open, ids.get(i), draft, place, actor);
        }
        items.into(
                "ledger.item (id, account_id, entity_id, kind, source, document, document_date, due_date, posted_on,"
                        + " currency, original_minor, reference, memo, actor)",
                sql);
        open.into(
                "ledger.open_item (item_id, account_id, entity_id, bucket, kind, document, document_date, due_date,"
                        + " posted_on, recorded_at, currency, original_minor, open_minor)",
                sql);
        announcements.changed(accounts);
        return ids.stream().map(ItemId::of).toList();
    }

    /** Ties credits to debits: all of the orders, or none and the first reason why not. */
    @Transactional
    public PostingOutcome allocate(List<AllocationOrder> orders, PostingContext context) {
        return allocate(List.of(new AllocationWish(orders, context)));
    }

    /** Grants wishes of one business date together, a whole statement's as quickly as one: all of them, or none. */
    @Transactional
    public PostingOutcome allocate(List<AllocationWish> wishes) {
        List<AllocationOrder> orders =
                wishes.stream().flatMap(wish -> wish.orders().stream()).toList();
        if (orders.isEmpty()) {
            return new PostingOutcome.Posted(List.of());
        }
        LocalDate day = onlyDay(wishes);
        Map<Long, Locked> items = locks.lock(orders.stream()
                .flatMap(
                        order -> Stream.of(order.credit().value(), order.debit().value()))
                .distinct()
                .toList());
        List<Long> ids = nextNumbers("ledger.allocation_id_seq", orders.size());
        Tying tying = new Tying(items, day, wishes.getFirst().context(), orders.size());
        Iterator<Long> next = ids.iterator();
        for (AllocationWish wish : wishes) {
            tying.postings.under(wish.context());
            for (AllocationOrder order : wish.orders()) {
                PostingOutcome.Refused refused = tying.tie(order, wish.context(), next.next());
                if (refused != null) {
                    return refused;
                }
            }
        }
        record(tying.allocations, tying.postings, items.values());
        return new PostingOutcome.Posted(ids);
    }

    /** Orders that are being decided one after the other, each on what those before it have left. */
    private static final class Tying {

        private final Map<Long, Locked> items;
        private final Map<ItemId, Money> available = new HashMap<>();
        private final CopyRows allocations;
        private final PostingBatch postings;

        private Tying(Map<Long, Locked> items, LocalDate day, PostingContext first, int orders) {
            this.items = items;
            this.allocations = new CopyRows(orders);
            this.postings = new PostingBatch(first, 2 * orders);
            items.values().forEach(item -> available.put(item.id(), available(item, day)));
        }

        /** Why not; null where it is done. */
        private PostingOutcome.@Nullable Refused tie(AllocationOrder order, PostingContext context, long id) {
            Locked credit = items.get(order.credit().value());
            Locked debit = items.get(order.debit().value());
            if (credit == null || debit == null) {
                return PostingOutcome.Refused.of(
                        credit == null ? order.credit() : order.debit(), AdjustmentRefusal.NO_SUCH_ITEM);
            }
            AllocationOutcome outcome = Allocations.allocate(
                    asItem(credit, available),
                    asItem(debit, available),
                    Money.ofMinor(order.amountMinor(), credit.item().getCurrency()));
            return switch (outcome) {
                case AllocationOutcome.Refused(var reason) -> PostingOutcome.Refused.of(order.debit(), reason);
                case AllocationOutcome.Allocated(Delta ofCredit, Delta ofDebit) -> {
                    available.merge(ofCredit.item(), ofCredit.amount(), Money::plus);
                    available.merge(ofDebit.item(), ofDebit.amount(), Money::plus);
                    writeAllocation(allocations, id, order.credit(), order.debit(), ofCredit.amount(), context, null);
                    post(postings, credit, PostingKind.ALLOCATION, ofCredit, id);
                    post(postings, debit, PostingKind.ALLOCATION, ofDebit, id);
                    yield null;
                }
            };
        }
    }

    private static LocalDate onlyDay(List<AllocationWish> wishes) {
        LocalDate day = wishes.getFirst().context().businessDate();
        if (!wishes.stream().allMatch(wish -> wish.context().businessDate().equals(day))) {
            throw new IllegalArgumentException("Allocations of several business dates cannot be posted together");
        }
        return day;
    }

    /** Takes an allocation back by another one against it. */
    @Transactional
    public PostingOutcome reverse(long allocationId, PostingContext context) {
        return reverse(List.of(allocationId), context);
    }

    /** Takes allocations back together, a whole payment's as quickly as one: all of them, or none and the first reason why not. */
    @Transactional
    public PostingOutcome reverse(List<Long> allocationIds, PostingContext context) {
        Long[] wanted = allocationIds.toArray(Long[]::new);
        Map<Long, AllocationRecord> allocations =
                sql.selectFrom(ALLOCATION).where(ALLOCATION.ID.eq(any(wanted))).fetchMap(ALLOCATION.ID);
        if (allocations.size() != Set.copyOf(allocationIds).size()) {
            throw new IllegalArgumentException("Not all of the allocations " + allocationIds + " exist");
        }
        Map<Long, Locked> items = locks.lock(allocations.values().stream()
                .flatMap(one -> Stream.of(one.getCreditItemId(), one.getDebitItemId()))
                .distinct()
                .toList());
        Map<Long, Map<Long, Long>> postings = sql
                .select(POSTING.ALLOCATION_ID, POSTING.ITEM_ID, POSTING.ID)
                .from(POSTING)
                .where(POSTING.ALLOCATION_ID.eq(any(wanted)))
                .fetch()
                .stream()
                .collect(groupingBy(Record3::value1, toMap(Record3::value2, Record3::value3)));
        Untying untying = new Untying(items, context, allocations.size());
        Iterator<Long> ids =
                nextNumbers("ledger.allocation_id_seq", allocations.size()).iterator();
        List<Long> reversals = new ArrayList<>();
        for (long allocationId : new TreeSet<>(allocationIds)) {
            AllocationRecord allocation = Objects.requireNonNull(allocations.get(allocationId));
            long id = ids.next();
            PostingOutcome.Refused refused =
                    untying.untie(allocation, postings.getOrDefault(allocationId, Map.of()), id);
            if (refused != null) {
                return refused;
            }
            reversals.add(id);
        }
        record(untying.allocations, untying.postings, items.values());
        allocations
                .keySet()
                .forEach(one ->
                        audit.record(context.actor(), "allocation.reversed", "allocation", one, context.cause()));
        return new PostingOutcome.Posted(reversals);
    }

    /** Allocations that are being taken back one after the other. */
    private static final class Untying {

        private final Map<Long, Locked> items;
        private final PostingContext context;
        private final CopyRows allocations;
        private final PostingBatch postings;

        private Untying(Map<Long, Locked> items, PostingContext context, int count) {
            this.items = items;
            this.context = context;
            this.allocations = new CopyRows(count);
            this.postings = new PostingBatch(context, 2 * count);
        }

        /** Why not; null where it is done. */
        private PostingOutcome.@Nullable Refused untie(
                AllocationRecord allocation, Map<Long, Long> postingByItem, long id) {
            ItemId creditId = ItemId.of(allocation.getCreditItemId());
            ItemId debitId = ItemId.of(allocation.getDebitItemId());
            ReversalOutcome outcome = Reversals.undo(
                    side(locked(items, creditId), postingByItem),
                    side(locked(items, debitId), postingByItem),
                    context.businessDate());
            return switch (outcome) {
                case ReversalOutcome.Refused(var reason) -> PostingOutcome.Refused.of(creditId, reason);
                case ReversalOutcome.Reversed(List<Delta> deltas) -> {
                    Money amount = Money.ofMinor(allocation.getAmountMinor(), allocation.getCurrency());
                    writeAllocation(allocations, id, creditId, debitId, amount, context, allocation.getId());
                    for (Delta delta : deltas) {
                        Locked item = locked(items, delta.item());
                        postings.add(
                                delta.item(),
                                item.account(),
                                PostingKind.REVERSAL,
                                delta.amount().minor(),
                                id,
                                postingByItem.get(delta.item().value()));
                    }
                    yield null;
                }
            };
        }
    }

    /** Locks accounts ahead of several changes that one transaction makes to them, so that two such transactions cannot wait for each other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Collection<AccountId> accounts) {
        locks.lockAccounts(accounts.stream().map(AccountId::value).toList());
    }

    /** Changes what is open of one item, with a reason: a correction, a write-off, a clearing told by the ERP. */
    @Transactional
    public PostingOutcome adjust(ItemId itemId, PostingKind kind, Money delta, PostingContext context) {
        PostingOutcome outcome = adjust(List.of(new AdjustmentOrder(itemId, kind, delta.minor(), context)));
        if (outcome instanceof PostingOutcome.Posted) {
            audit.record(context.actor(), "item.adjusted", "item", itemId, delta + ": " + context.cause());
        }
        return outcome;
    }

    /** Changes items of one business date together: all of the orders, or none and the first reason why not. */
    @Transactional
    public PostingOutcome adjust(List<AdjustmentOrder> orders) {
        if (orders.isEmpty()) {
            return new PostingOutcome.Posted(List.of());
        }
        Map<Long, Locked> items = locks.lock(
                orders.stream().map(order -> order.item().value()).distinct().toList());
        PostingBatch postings = new PostingBatch(orders.getFirst().context(), orders.size());
        Map<ItemId, Long> changes = new HashMap<>();
        for (AdjustmentOrder order : orders) {
            Locked item = items.get(order.item().value());
            long change = changes.merge(order.item(), order.deltaMinor(), Math::addExact);
            AdjustmentRefusal refusal = refusal(item, change, order);
            if (item == null || refusal != null) {
                return PostingOutcome.Refused.of(
                        order.item(), refusal == null ? AdjustmentRefusal.NO_SUCH_ITEM : refusal);
            }
            postings.under(order.context());
            postings.add(order.item(), item.account(), order.kind(), order.deltaMinor(), null, null);
        }
        record(new CopyRows(0), postings, items.values());
        return new PostingOutcome.Posted(List.of());
    }

    /** Whether an item bears a change together with those of the same orders before it. */
    private static @Nullable AdjustmentRefusal refusal(@Nullable Locked item, long changeMinor, AdjustmentOrder order) {
        if (item == null) {
            return AdjustmentRefusal.NO_SUCH_ITEM;
        }
        if (order.deltaMinor() == 0) {
            return AdjustmentRefusal.CHANGES_NOTHING;
        }
        LocalDate day = order.context().businessDate();
        if (day.isBefore(item.history().opening().postedOn())) {
            return AdjustmentRefusal.BEFORE_THE_ITEM;
        }
        Money change = Money.ofMinor(changeMinor, item.item().getCurrency());
        return item.history().bears(change, day) ? null : AdjustmentRefusal.LEAVES_RANGE;
    }

    private void record(CopyRows allocations, PostingBatch postings, Collection<Locked> items) {
        allocations.into(ALLOCATION_COLUMNS, sql);
        postings.write(sql);
        announcements.changed(items.stream().map(item -> item.account().value()).collect(Collectors.toSet()));
    }

    private static void writeCredit(
            CopyRows items, CopyRows open, long id, CreditDraft draft, Place place, String actor) {
        long minor = -draft.amount().minor();
        items.value(id)
                .value(draft.account())
                .value(place.entityId())
                .value(ItemKind.PAYMENT)
                .value(draft.source())
                .value(draft.document())
                .value(draft.receivedOn())
                .value(draft.receivedOn())
                .value(draft.postedOn())
                .value(draft.amount().currency())
                .value(minor)
                .value(draft.reference())
                .value(draft.memo())
                .value(actor)
                .end();
        open.value(id)
                .value(draft.account())
                .value(place.entityId())
                .value(place.bucket())
                .value(ItemKind.PAYMENT)
                .value(draft.document())
                .value(draft.receivedOn())
                .value(draft.receivedOn())
                .value(draft.postedOn())
                .value("now")
                .value(draft.amount().currency())
                .value(minor)
                .value(minor)
                .end();
    }

    private static void writeAllocation(
            CopyRows rows,
            long id,
            ItemId credit,
            ItemId debit,
            Money amount,
            PostingContext context,
            @Nullable Long reversesId) {
        rows.value(id)
                .value(credit)
                .value(debit)
                .value(amount.currency())
                .value(amount.minor())
                .value(context.businessDate())
                .value(context.cause())
                .value(context.actor())
                .value(reversesId)
                .end();
    }

    private static void post(PostingBatch postings, Locked item, PostingKind kind, Delta delta, long allocationId) {
        postings.add(delta.item(), item.account(), kind, delta.amount().minor(), allocationId, null);
    }

    private static Money available(Locked item, LocalDate from) {
        ItemHistory history = item.history();
        return LedgerView.availableFrom(history.opening(), history.postings(), from, Instant.MAX);
    }

    private static OpenItem asItem(Locked locked, Map<ItemId, Money> available) {
        ItemRecord item = locked.item();
        Money original = Money.ofMinor(item.getOriginalMinor(), item.getCurrency());
        return new OpenItem(
                locked.id(),
                locked.account(),
                item.getKind(),
                item.getDocument(),
                item.getDocumentDate(),
                item.getDueDate(),
                original,
                available.getOrDefault(locked.id(), original));
    }

    private static Reversals.Side side(Locked item, Map<Long, Long> postingByItem) {
        Long posting = postingByItem.get(item.id().value());
        if (posting == null) {
            throw new IllegalStateException("Item " + item.id() + " lacks its posting of the allocation");
        }
        return new Reversals.Side(item.history(), new PostingId(posting));
    }

    private static Locked locked(Map<Long, Locked> items, ItemId id) {
        Locked item = items.get(id.value());
        if (item == null) {
            throw new IllegalStateException("Item " + id + " of an allocation is missing");
        }
        return item;
    }

    private List<Long> nextNumbers(String sequence, int count) {
        return sql.fetch("select nextval(?::regclass) from generate_series(1, ?)", sequence, count)
                .map(row -> row.get(0, Long.class));
    }
}
