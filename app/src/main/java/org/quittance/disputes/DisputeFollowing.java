package org.quittance.disputes;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.cash.Tables.DEDUCTION_VIEW;
import static org.quittance.db.disputes.Tables.CREDITED_VIEW;
import static org.quittance.db.disputes.Tables.DISPUTE;
import static org.quittance.db.disputes.Tables.DISPUTED_VIEW;
import static org.quittance.db.disputes.Tables.DISPUTE_NOW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.quittance.audit.AuditTrail;
import org.quittance.core.calendar.BusinessCalendars;
import org.quittance.core.cash.DeductionReason;
import org.quittance.core.dispute.Dispute;
import org.quittance.core.dispute.DisputeReason;
import org.quittance.core.dispute.DisputeRoute;
import org.quittance.core.money.Money;
import org.quittance.ledger.AccountsChanged;
import org.quittance.ledger.BookChanged;
import org.quittance.platform.BusinessClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Keeps disputes in step with the ledger.
 *
 * <p>What a payer has kept back with a reason becomes a dispute, by the route of the reason; where the payment is taken back, so is the dispute.
 * A dispute about an item that is settled is over, and what is not owed is left out no longer once its credit has come. Each follows from what
 * is recorded: the same news twice changes nothing.
 */
@Component
class DisputeFollowing {

    static final String ACTOR = "disputes";

    private final DSLContext sql;
    private final DisputeBook book;
    private final DisputeRoutes routes;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    DisputeFollowing(
            DSLContext sql,
            DisputeBook book,
            DisputeRoutes routes,
            AuditTrail audit,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.book = book;
        this.routes = routes;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** Which accounts something has happened to; none for all of them. */
    private record Touched(Set<Long> accounts) {

        Condition on(Field<Long> account) {
            return accounts.isEmpty() ? noCondition() : account.eq(any(accounts.toArray(Long[]::new)));
        }
    }

    @ApplicationModuleListener
    void on(AccountsChanged changed) {
        if (!changed.accountIds().isEmpty()) {
            follow(new Touched(changed.accountIds()));
        }
    }

    @ApplicationModuleListener
    void on(BookChanged changed) {
        follow(new Touched(Set.of()));
    }

    private void follow(Touched touched) {
        Set<Long> changed = new HashSet<>();
        changed.addAll(withdrawTakenBack(touched));
        changed.addAll(endSettled(touched));
        changed.addAll(countCredits(touched));
        changed.addAll(openKeptBack(touched));
        if (!changed.isEmpty()) {
            events.publishEvent(new DisputesChanged(changed));
        }
    }

    private List<Long> withdrawTakenBack(Touched touched) {
        return sql.select(DISPUTE_NOW.DISPUTE_ID, DISPUTE_NOW.ACCOUNT_ID)
                .from(DISPUTE_NOW)
                .join(DISPUTE)
                .on(DISPUTE.ID.eq(DISPUTE_NOW.DISPUTE_ID))
                .where(DISPUTE_NOW.IS_OPEN)
                .and(touched.on(DISPUTE_NOW.ACCOUNT_ID))
                .and(DISPUTE.DEDUCTION_ID.isNotNull())
                .and(notExists(
                        selectOne().from(DEDUCTION_VIEW).where(DEDUCTION_VIEW.DEDUCTION_ID.eq(DISPUTE.DEDUCTION_ID))))
                .forUpdate()
                .of(DISPUTE_NOW)
                .fetch(row -> {
                    end(
                            row.value1(),
                            DisputeBook.End.WITHDRAW,
                            Dispute.State.WITHDRAWN,
                            "The payment that kept it back was taken back");
                    return row.value2();
                });
    }

    private List<Long> endSettled(Touched touched) {
        Condition isSettled =
                notExists(selectOne().from(OPEN_ITEM_VIEW).where(OPEN_ITEM_VIEW.ITEM_ID.eq(DISPUTE_NOW.ITEM_ID)));
        List<Long> open = sql.select(DISPUTE_NOW.DISPUTE_ID, DISPUTE_NOW.ACCOUNT_ID)
                .from(DISPUTE_NOW)
                .where(DISPUTE_NOW.IS_OPEN)
                .and(touched.on(DISPUTE_NOW.ACCOUNT_ID))
                .and(isSettled)
                .forUpdate()
                .fetch(row -> {
                    end(
                            row.value1(),
                            DisputeBook.End.SETTLE,
                            Dispute.State.SETTLED,
                            "Nothing of the item is open any more");
                    return row.value2();
                });
        sql.update(DISPUTE_NOW)
                .set(DISPUTE_NOW.LEFT_OUT_MINOR, 0L)
                .where(DISPUTE_NOW.LEFT_OUT_MINOR.gt(0L))
                .and(DISPUTE_NOW.IS_OPEN.isFalse())
                .and(touched.on(DISPUTE_NOW.ACCOUNT_ID))
                .and(isSettled)
                .execute();
        return open;
    }

    /** What is awaited changes with every credit, and comes back when one is taken back. */
    private List<Long> countCredits(Touched touched) {
        Field<Long> awaited = greatest(CREDITED_VIEW.NOT_OWED_MINOR.minus(CREDITED_VIEW.CREDITED_MINOR), inline(0L));
        return sql.update(DISPUTE_NOW)
                .set(DISPUTE_NOW.LEFT_OUT_MINOR, awaited)
                .from(CREDITED_VIEW)
                .where(CREDITED_VIEW.DISPUTE_ID.eq(DISPUTE_NOW.DISPUTE_ID))
                .and(DISPUTE_NOW.STATE.in(Dispute.State.NOT_OWED, Dispute.State.PARTLY_OWED))
                .and(touched.on(DISPUTE_NOW.ACCOUNT_ID))
                .and(org.jooq.impl.DSL.exists(
                        selectOne().from(OPEN_ITEM_VIEW).where(OPEN_ITEM_VIEW.ITEM_ID.eq(DISPUTE_NOW.ITEM_ID))))
                .and(DISPUTE_NOW.LEFT_OUT_MINOR.ne(awaited))
                .returningResult(DISPUTE_NOW.ACCOUNT_ID)
                .fetch(DISPUTE_NOW.ACCOUNT_ID);
    }

    private List<Long> openKeptBack(Touched touched) {
        Map<DisputeReason, DisputeRoute> byReason = routes.routes();
        Field<Long> amount = least(
                DEDUCTION_VIEW.AMOUNT_MINOR,
                OPEN_ITEM_VIEW.OPEN_MINOR.minus(coalesce(DISPUTED_VIEW.DISPUTED_MINOR, inline(0L))));
        return sql
                .select(DEDUCTION_VIEW.fields())
                .select(amount.as("kept"), ACCOUNT_VIEW.ACCOUNT_ID, ACCOUNT_VIEW.ENTITY_COUNTRY)
                .select(OPEN_ITEM_VIEW.CURRENCY, OPEN_ITEM_VIEW.DOCUMENT)
                .from(OPEN_ITEM_VIEW)
                .join(DEDUCTION_VIEW)
                .on(DEDUCTION_VIEW.ITEM_ID.eq(OPEN_ITEM_VIEW.ITEM_ID))
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(OPEN_ITEM_VIEW.ACCOUNT_ID))
                .leftJoin(DISPUTED_VIEW)
                .on(DISPUTED_VIEW.ITEM_ID.eq(OPEN_ITEM_VIEW.ITEM_ID))
                .where(touched.on(OPEN_ITEM_VIEW.ACCOUNT_ID))
                .and(DEDUCTION_VIEW.DEDUCTION_REASON.isNotNull())
                .and(amount.gt(0L))
                .and(notExists(selectOne().from(DISPUTE).where(DISPUTE.DEDUCTION_ID.eq(DEDUCTION_VIEW.DEDUCTION_ID))))
                .orderBy(DEDUCTION_VIEW.DEDUCTION_ID)
                .fetch()
                .stream()
                .filter(row -> route(row, byReason).opensItself())
                .map(row -> open(row, route(row, byReason)))
                .toList();
    }

    private static DisputeRoute route(Record row, Map<DisputeReason, DisputeRoute> byReason) {
        DeductionReason reason = DeductionReason.valueOf(row.get(DEDUCTION_VIEW.DEDUCTION_REASON));
        return Objects.requireNonNull(byReason.get(DisputeReason.of(reason)));
    }

    private long open(Record row, DisputeRoute route) {
        var calendar =
                BusinessCalendars.named(row.get(ACCOUNT_VIEW.ENTITY_COUNTRY)).orElse(BusinessCalendars.TARGET);
        long account = row.get(ACCOUNT_VIEW.ACCOUNT_ID);
        long kept = row.get("kept", Long.class);
        String owner = route.owner();
        long id = book.open(
                new DisputeBook.Said(
                        row.get(DEDUCTION_VIEW.ITEM_ID),
                        account,
                        kept,
                        route.reason(),
                        row.get(DEDUCTION_VIEW.REASON),
                        row.get(DEDUCTION_VIEW.DEDUCTION_ID)),
                new DisputeBook.Assigned(
                        owner == null ? null : new DisputeOwner.Colleague(owner),
                        calendar.plusBusinessDays(clock.today(), route.workingDays())),
                clock.today(),
                ACTOR);
        audit.record(
                ACTOR,
                "dispute.opened",
                "dispute",
                id,
                "%s of %s kept back by P%d: %s"
                        .formatted(
                                Money.ofMinor(kept, row.get(OPEN_ITEM_VIEW.CURRENCY)),
                                row.get(OPEN_ITEM_VIEW.DOCUMENT),
                                row.get(DEDUCTION_VIEW.PAYMENT_ID),
                                route.reason().label()));
        return account;
    }

    private void end(long id, DisputeBook.End end, Dispute.State state, String words) {
        book.end(new DisputeBook.Deed(id, words, clock.today(), ACTOR), new DisputeBook.Ending(end, state, null, ""));
        audit.record(ACTOR, "dispute.ended", "dispute", id, state + ": " + words);
    }
}
