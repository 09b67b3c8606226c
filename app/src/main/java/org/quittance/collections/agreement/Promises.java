package org.quittance.collections.agreement;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.collections.Tables.PROMISE;
import static org.quittance.db.collections.Tables.PROMISE_ITEM;
import static org.quittance.db.collections.Tables.PROMISE_VIEW;
import static org.quittance.db.collections.Tables.PROMISE_WITHDRAWAL;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;
import static org.quittance.db.ledger.Tables.SETTLED_ITEM_VIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.quittance.audit.AuditTrail;
import org.quittance.collections.AccountKey;
import org.quittance.collections.AccountScope;
import org.quittance.collections.VisibleAccounts;
import org.quittance.collections.agreement.PromiseOutcome.Refusal;
import org.quittance.collections.decision.FactQueries;
import org.quittance.collections.decision.OrderedRows;
import org.quittance.collections.decision.Redecision;
import org.quittance.collections.strategy.RuleBook;
import org.quittance.core.collections.Promise;
import org.quittance.core.collections.PromiseCheck;
import org.quittance.core.collections.PromiseId;
import org.quittance.core.collections.Receipt;
import org.quittance.core.collections.Sentences;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Timeline;
import org.quittance.identity.People;
import org.quittance.identity.Person;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what customers have promised, and says what became of it. */
@Service
public class Promises {

    /** For so long the same promise is more likely one word that two have heard than two promises. */
    private static final int ALIKE_WITHIN_MINUTES = 15;

    private static final int FARTHEST_DAYS = 365;

    private final DSLContext sql;
    private final VisibleAccounts visible;
    private final FactQueries queries;
    private final RuleBook ruleBook;
    private final Redecision redecision;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final People people;
    private final BusinessClock clock;

    Promises(
            DSLContext sql,
            VisibleAccounts visible,
            FactQueries queries,
            RuleBook ruleBook,
            Redecision redecision,
            Timeline timeline,
            AuditTrail audit,
            People people,
            BusinessClock clock) {
        this.sql = sql;
        this.visible = visible;
        this.queries = queries;
        this.ruleBook = ruleBook;
        this.redecision = redecision;
        this.timeline = timeline;
        this.audit = audit;
        this.people = people;
        this.clock = clock;
    }

    /** Notes a promise that was made today. */
    @Transactional
    public PromiseOutcome note(PromiseDraft draft, Viewer viewer) {
        PromiseOutcome outcome = write(draft, viewer);
        if (outcome instanceof PromiseOutcome.Noted) {
            redecision.decide(Set.of(draft.account().value()));
        }
        return outcome;
    }

    /** What became of the wish to withdraw a promise. */
    public enum Withdrawal {
        DONE("The promise is withdrawn."),
        NO_SUCH_PROMISE("There is no such promise, or it was withdrawn before."),
        NEEDS_A_REASON("Say why the promise no longer stands.");

        private final String sentence;

        Withdrawal(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** Takes a promise out that should not count: entered by mistake, or taken back by the customer. */
    @Transactional
    public Withdrawal withdraw(PromiseId id, String reason, Viewer viewer) {
        Optional<Long> account = sql.select(PROMISE_VIEW.ACCOUNT_ID)
                .from(PROMISE_VIEW)
                .where(PROMISE_VIEW.PROMISE_ID.eq(id.value()))
                .fetchOptional(PROMISE_VIEW.ACCOUNT_ID)
                .filter(owner -> visible.customerOf(viewer, owner).isPresent());
        if (account.isEmpty()) {
            return Withdrawal.NO_SUCH_PROMISE;
        }
        if (reason.isBlank()) {
            return Withdrawal.NEEDS_A_REASON;
        }
        int withdrawn = sql.insertInto(
                        PROMISE_WITHDRAWAL,
                        PROMISE_WITHDRAWAL.PROMISE_ID,
                        PROMISE_WITHDRAWAL.REASON,
                        PROMISE_WITHDRAWAL.ACTOR)
                .values(id.value(), reason, viewer.login())
                .onConflictDoNothing()
                .execute();
        if (withdrawn == 0) {
            return Withdrawal.NO_SUCH_PROMISE;
        }
        audit.record(viewer.login(), "promise.withdrawn", "promise", id, reason);
        redecision.decide(Set.of(account.get()));
        return Withdrawal.DONE;
    }

    /** The customer's promises of the last year that were not withdrawn, the latest due first. */
    @Transactional
    public List<PromiseView> ofCustomer(Viewer viewer, long customerId) {
        LocalDate today = clock.today();
        int graceDays = ruleBook.rules(today).policy().promiseGraceDays();
        AccountScope accounts = AccountScope.of(visible.ofCustomer(viewer, customerId));
        List<PromiseCheck> checks = new ArrayList<>();
        try (OrderedRows<Promise> promises = queries.promises(accounts, today);
                OrderedRows<Receipt> receipts = queries.receipts(accounts, today)) {
            for (AccountKey key = promises.next(); key != null; key = promises.next()) {
                checks.addAll(PromiseCheck.ofAll(promises.of(key), receipts.of(key), today, graceDays));
            }
        }
        checks.sort(Comparator.comparing((PromiseCheck check) -> check.promise().dueOn())
                .thenComparingLong(check -> check.promise().id().value())
                .reversed());
        return views(checks);
    }

    /** Writes a promise down; whoever calls decides the account again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public PromiseOutcome write(PromiseDraft draft, Viewer viewer) {
        Optional<Long> customer = visible.customerOf(viewer, draft.account().value());
        if (customer.isEmpty()) {
            return new PromiseOutcome.Refused(Refusal.NO_SUCH_ACCOUNT);
        }
        Optional<Refusal> refusal = refusal(draft);
        if (refusal.isPresent()) {
            return new PromiseOutcome.Refused(refusal.get());
        }
        Optional<String> alike = alike(draft, viewer);
        if (alike.isPresent()) {
            return new PromiseOutcome.Asked(alike.get());
        }
        long id = insert(draft, viewer.login());
        String words = "%s by %s".formatted(Sentences.money(draft.amount()), Sentences.day(draft.dueOn()));
        long activity = timeline.log(new Activity(
                CustomerId.of(customer.get()),
                draft.account(),
                Activity.Kind.PROMISE,
                Activity.Direction.IN,
                clock.today(),
                viewer.login(),
                draft.contactId(),
                words,
                draft.note(),
                null));
        audit.record(viewer.login(), "promise.noted", "account", draft.account(), words + ", promise " + id);
        return new PromiseOutcome.Noted(PromiseId.of(id), activity);
    }

    /**
     * Keeps what is to be paid of an offer of ours, which whoever calls has looked at; nobody has promised it, and whoever calls says so and
     * decides the account again.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public PromiseId offer(PromiseDraft draft, Viewer viewer) {
        Optional<Refusal> refusal = refusal(draft);
        if (refusal.isPresent()
                || visible.customerOf(viewer, draft.account().value()).isEmpty()) {
            throw new IllegalStateException("The offer %s cannot stand: %s".formatted(draft, refusal));
        }
        return PromiseId.of(insert(draft, viewer.login()));
    }

    /** What is said of the same promise, where somebody has noted it a moment ago: two may have heard one word of the customer. */
    private Optional<String> alike(PromiseDraft draft, Viewer viewer) {
        switch (draft.repeat()) {
            case MEANT -> {
                return Optional.empty();
            }
            case ASK -> redecision.hold(Set.of(draft.account().value()));
        }
        // By the database's clock, by which promises are recorded.
        Field<Integer> minutesAgo =
                field("(extract(epoch from clock_timestamp() - {0}) / 60)::int", Integer.class, PROMISE.RECORDED_AT);
        return sql.select(PROMISE.ACTOR, minutesAgo)
                .from(PROMISE)
                .where(PROMISE.ACCOUNT_ID.eq(draft.account().value()))
                .and(PROMISE.CURRENCY.eq(draft.amount().currency().getCurrencyCode()))
                .and(PROMISE.AMOUNT_MINOR.eq(draft.amount().minor()))
                .and(PROMISE.DUE_ON.eq(draft.dueOn()))
                .and(minutesAgo.lt(ALIKE_WITHIN_MINUTES))
                .and(notExists(
                        selectOne().from(PROMISE_WITHDRAWAL).where(PROMISE_WITHDRAWAL.PROMISE_ID.eq(PROMISE.ID))))
                .orderBy(PROMISE.ID.desc())
                .limit(1)
                .fetchOptional()
                .map(row -> "%s noted the same %s: %s by %s. Is this another promise?"
                        .formatted(
                                row.value1().equals(viewer.login()) ? "You have" : name(row.value1()) + " has",
                                row.value2() < 1 ? "a moment ago" : row.value2() + " min ago",
                                Sentences.money(draft.amount()),
                                Sentences.day(draft.dueOn())));
    }

    private String name(String login) {
        return people.byLogin(login).map(Person::name).orElse(login);
    }

    private long insert(PromiseDraft draft, String actor) {
        long id = sql.insertInto(PROMISE)
                .set(PROMISE.ACCOUNT_ID, draft.account().value())
                .set(PROMISE.CURRENCY, draft.amount().currency().getCurrencyCode())
                .set(PROMISE.AMOUNT_MINOR, draft.amount().minor())
                .set(PROMISE.MADE_ON, clock.today())
                .set(PROMISE.DUE_ON, draft.dueOn())
                .set(PROMISE.CONTACT_ID, draft.contactId())
                .set(PROMISE.NOTE, draft.note())
                .set(PROMISE.ACTOR, actor)
                .returningResult(PROMISE.ID)
                .fetchSingle()
                .value1();
        var items = sql.insertInto(PROMISE_ITEM, PROMISE_ITEM.PROMISE_ID, PROMISE_ITEM.ITEM_ID);
        for (ItemId item : draft.items()) {
            items = items.values(id, item.value());
        }
        if (!draft.items().isEmpty()) {
            items.execute();
        }
        return id;
    }

    private Optional<Refusal> refusal(PromiseDraft draft) {
        LocalDate today = clock.today();
        if (!draft.amount().isPositive()) {
            return Optional.of(Refusal.NOTHING_PROMISED);
        }
        if (draft.dueOn().isBefore(today)) {
            return Optional.of(Refusal.DUE_IN_THE_PAST);
        }
        if (draft.dueOn().isAfter(today.plusDays(FARTHEST_DAYS))) {
            return Optional.of(Refusal.TOO_FAR_AHEAD);
        }
        Map<Long, Long> open = sql.select(OPEN_ITEM_VIEW.ITEM_ID, OPEN_ITEM_VIEW.OPEN_MINOR)
                .from(OPEN_ITEM_VIEW)
                .where(OPEN_ITEM_VIEW.ACCOUNT_ID.eq(draft.account().value()))
                .and(OPEN_ITEM_VIEW.CURRENCY.eq(draft.amount().currency().getCurrencyCode()))
                .and(OPEN_ITEM_VIEW.OPEN_MINOR.gt(0L))
                .fetchMap(OPEN_ITEM_VIEW.ITEM_ID, OPEN_ITEM_VIEW.OPEN_MINOR);
        List<Long> items = draft.items().stream().map(ItemId::value).toList();
        if (!open.keySet().containsAll(items)) {
            return Optional.of(Refusal.NOT_OPEN);
        }
        long owed = open.entrySet().stream()
                .filter(item -> items.isEmpty() || items.contains(item.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return draft.amount().minor() > owed ? Optional.of(Refusal.MORE_THAN_OPEN) : Optional.empty();
    }

    private List<PromiseView> views(List<PromiseCheck> checks) {
        Field<String> document = coalesce(OPEN_ITEM_VIEW.DOCUMENT, SETTLED_ITEM_VIEW.DOCUMENT);
        Field<List<String>> documents = multiset(select(document)
                        .from(PROMISE_ITEM)
                        .leftJoin(OPEN_ITEM_VIEW)
                        .on(OPEN_ITEM_VIEW.ITEM_ID.eq(PROMISE_ITEM.ITEM_ID))
                        .leftJoin(SETTLED_ITEM_VIEW)
                        .on(SETTLED_ITEM_VIEW.ITEM_ID.eq(PROMISE_ITEM.ITEM_ID))
                        .where(PROMISE_ITEM.PROMISE_ID.eq(PROMISE_VIEW.PROMISE_ID))
                        .orderBy(PROMISE_ITEM.ITEM_ID))
                .convertFrom(rows -> rows.map(row -> row.value1()));
        Long[] ids = checks.stream().map(check -> check.promise().id().value()).toArray(Long[]::new);
        Map<Long, Record> rows = sql.select(
                        PROMISE_VIEW.PROMISE_ID,
                        PROMISE_VIEW.ACCOUNT_ID,
                        PROMISE_VIEW.NOTE,
                        PROMISE_VIEW.ACTOR,
                        ACCOUNT_VIEW.ENTITY_CODE,
                        documents)
                .from(PROMISE_VIEW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(PROMISE_VIEW.ACCOUNT_ID))
                .where(PROMISE_VIEW.PROMISE_ID.eq(any(val(ids))))
                .fetchMap(PROMISE_VIEW.PROMISE_ID, row -> row);
        List<PromiseView> views = new ArrayList<>(checks.size());
        for (PromiseCheck check : checks) {
            Record row = rows.get(check.promise().id().value());
            // Withdrawn by somebody else since it was checked.
            if (row != null) {
                views.add(new PromiseView(
                        check,
                        row.get(PROMISE_VIEW.ACCOUNT_ID),
                        row.get(ACCOUNT_VIEW.ENTITY_CODE),
                        row.get(documents),
                        row.get(PROMISE_VIEW.NOTE),
                        row.get(PROMISE_VIEW.ACTOR)));
            }
        }
        return views;
    }
}
