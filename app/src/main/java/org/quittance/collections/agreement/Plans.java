package org.quittance.collections.agreement;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.quittance.db.collections.Tables.PLAN;
import static org.quittance.db.collections.Tables.PLAN_APPROVAL;
import static org.quittance.db.collections.Tables.PLAN_END;
import static org.quittance.db.collections.Tables.PLAN_INSTALMENT;
import static org.quittance.db.collections.Tables.PLAN_ITEM;
import static org.quittance.db.collections.Tables.PLAN_PROMISE;
import static org.quittance.db.collections.Tables.PROMISE;
import static org.quittance.db.collections.Tables.PROMISE_ITEM;
import static org.quittance.db.collections.Tables.PROMISE_WITHDRAWAL;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.quittance.audit.AuditTrail;
import org.quittance.collections.Officers;
import org.quittance.collections.agreement.AgreementItems.Chosen;
import org.quittance.collections.agreement.AgreementItems.OpenPart;
import org.quittance.collections.decision.Redecision;
import org.quittance.core.agreement.Authority;
import org.quittance.core.agreement.Instalment;
import org.quittance.core.agreement.PlanInterest;
import org.quittance.core.agreement.PlanStanding;
import org.quittance.core.agreement.Schedule;
import org.quittance.core.agreement.Schedule.Drawn;
import org.quittance.core.calendar.BusinessCalendar;
import org.quittance.core.calendar.BusinessCalendars;
import org.quittance.core.collections.PromiseCheck;
import org.quittance.core.collections.PromiseState;
import org.quittance.core.collections.Sentences;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.core.reference.PlanNumber;
import org.quittance.core.reference.StructuredReference;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Timeline;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps repayment plans: proposed by one person, approved by another, and held against the money that comes.
 *
 * <p>An approved plan puts a promise down for each instalment. So its items are not chased for what it covers, and each instalment is checked
 * as every promise is. When one fails, the promises after it are withdrawn: the whole rest is chased again, and the broken promise says why.
 */
@Service
public class Plans {

    private final DSLContext sql;
    private final AgreementItems items;
    private final PlanStore store;
    private final PlanReferences references;
    private final AuthorityBook authorities;
    private final Redecision redecision;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final BusinessClock clock;

    Plans(
            DSLContext sql,
            AgreementItems items,
            PlanStore store,
            PlanReferences references,
            AuthorityBook authorities,
            Redecision redecision,
            Timeline timeline,
            AuditTrail audit,
            BusinessClock clock) {
        this.sql = sql;
        this.items = items;
        this.store = store;
        this.references = references;
        this.authorities = authorities;
        this.redecision = redecision;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public List<PlanView> all(Viewer viewer) {
        return store.plans(viewer, noCondition(), clock.today());
    }

    /** Of one account, the latest first. */
    @Transactional
    public List<PlanView> ofAccount(long account, Viewer viewer) {
        return store.plans(viewer, PLAN.ACCOUNT_ID.eq(account), clock.today());
    }

    @Transactional
    public Optional<PlanView> one(Viewer viewer, long id) {
        return store.plans(viewer, PLAN.ID.eq(id), clock.today()).stream().findFirst();
    }

    /** What its instalments are to quote; none before it is approved. */
    @Transactional(readOnly = true)
    public Optional<StructuredReference> reference(long id) {
        return references.of(id);
    }

    /** What lies to the credit of the plan's account and settles nothing yet. */
    @Transactional(readOnly = true)
    public List<PlanView.OnAccount> onAccount(PlanView plan) {
        return store.onAccount(plan.debtor().accountId(), plan.debt().currency());
    }

    /** Writes a plan down that waits for approval. */
    @Transactional
    public AgreementOutcome propose(PlanWish wish, Viewer viewer) {
        return switch (items.choose(wish.items(), viewer)) {
            case Chosen.Unfit(String sentence) -> new AgreementOutcome.Refused(sentence);
            case Chosen.Open open -> propose(wish, open, viewer);
        };
    }

    private AgreementOutcome propose(PlanWish wish, Chosen.Open open, Viewer viewer) {
        Terms terms;
        try {
            terms = terms(wish, open);
        } catch (ArithmeticException e) {
            return new AgreementOutcome.Refused(
                    "An amount has more decimals than " + open.currency() + "; correct it.");
        }
        return switch (terms.drawn()) {
            case Drawn.Refused(Schedule.Refusal reason) -> new AgreementOutcome.Refused(reason.sentence() + ".");
            case Drawn.Agreed(Schedule schedule) ->
                schedule.instalments().getFirst().dueOn().isBefore(clock.today())
                        ? new AgreementOutcome.Refused("The first instalment lies in the past; enter a later day.")
                        : new AgreementOutcome.Done(write(wish, open, terms, schedule, viewer));
        };
    }

    private record Terms(Money interest, Money fee, Drawn drawn) {}

    private Terms terms(PlanWish wish, Chosen.Open open) {
        Money fee = Money.of(wish.fee(), open.currency());
        Money none = Money.zero(open.currency());
        return switch (wish.instalments()) {
            case PlanWish.Instalments.OneByOne(List<PlanWish.Part> parts) ->
                new Terms(
                        none,
                        fee,
                        Schedule.custom(
                                open.total().plus(fee),
                                parts.stream()
                                        .map(part -> new Schedule.Wish(
                                                part.dueOn(), Money.of(part.amount(), open.currency())))
                                        .toList()));
            case PlanWish.Instalments.Equal equal -> {
                BusinessCalendar calendar = calendarOf(open.account().value());
                Drawn debt = Schedule.equal(open.total(), equal.count(), equal.first(), equal.interval(), calendar);
                Money interest = switch (debt) {
                    case Drawn.Agreed(Schedule schedule) -> PlanInterest.on(schedule, clock.today(), wish.percent());
                    case Drawn.Refused _ -> none;
                };
                yield new Terms(
                        interest,
                        fee,
                        Schedule.equal(
                                open.total().plus(interest).plus(fee),
                                equal.count(),
                                equal.first(),
                                equal.interval(),
                                calendar));
            }
        };
    }

    /** The calendar of the legal entity's country, or that of the euro. */
    private BusinessCalendar calendarOf(long account) {
        String country = sql.select(ACCOUNT_VIEW.ENTITY_COUNTRY)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.ACCOUNT_ID.eq(account))
                .fetchSingle()
                .value1();
        return BusinessCalendars.named(country).orElse(BusinessCalendars.TARGET);
    }

    private long write(PlanWish wish, Chosen.Open open, Terms terms, Schedule schedule, Viewer viewer) {
        long id = sql.insertInto(PLAN)
                .set(PLAN.ACCOUNT_ID, open.account().value())
                .set(PLAN.CURRENCY, open.currency().getCurrencyCode())
                .set(PLAN.ITEMS_MINOR, open.total().minor())
                .set(PLAN.INTEREST_MINOR, terms.interest().minor())
                .set(PLAN.FEE_MINOR, terms.fee().minor())
                .set(PLAN.NOTE, wish.note())
                .set(PLAN.PROPOSED_ON, clock.today())
                .set(PLAN.PROPOSED_BY, viewer.login())
                .returningResult(PLAN.ID)
                .fetchSingle()
                .value1();
        var parts = sql.insertInto(PLAN_ITEM, PLAN_ITEM.PLAN_ID, PLAN_ITEM.ITEM_ID, PLAN_ITEM.OPEN_MINOR);
        for (OpenPart item : open.items()) {
            parts = parts.values(id, item.item().value(), item.amount().minor());
        }
        parts.execute();
        var rows = sql.insertInto(
                PLAN_INSTALMENT,
                PLAN_INSTALMENT.PLAN_ID,
                PLAN_INSTALMENT.NUMBER,
                PLAN_INSTALMENT.DUE_ON,
                PLAN_INSTALMENT.AMOUNT_MINOR);
        for (Instalment instalment : schedule.instalments()) {
            rows = rows.values(
                    id,
                    instalment.number(),
                    instalment.dueOn(),
                    instalment.amount().minor());
        }
        rows.execute();
        String words = "%s in %d instalments until %s"
                .formatted(
                        Sentences.money(schedule.total()),
                        schedule.instalments().size(),
                        Sentences.day(schedule.lastDay()));
        note(open.customerId(), "Repayment plan %d proposed".formatted(id), words, viewer.login());
        audit.record(viewer.login(), "plan.proposed", "plan", id, words);
        return id;
    }

    /** Whose plan a customer calls by its number, as {@code PLAN-5} or {@code plan 5}, in words; nobody's for any other text. */
    @Transactional(readOnly = true)
    public Map<Long, String> whose(String typed) {
        List<PlanNumber.Found> found = PlanNumber.find(typed.strip());
        if (found.size() != 1
                || found.getFirst().end() != typed.strip().length()
                || found.getFirst().start() != 0) {
            return Map.of();
        }
        PlanNumber number = found.getFirst().number();
        return sql.select(ACCOUNT_VIEW.CUSTOMER_ID)
                .from(PLAN)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(PLAN.ACCOUNT_ID))
                .where(PLAN.ID.eq(number.value()))
                .fetchMap(row -> row.value1(), _ -> "Repayment plan " + number.text());
    }

    /** Approves a plan within the viewer's authority; from now on it runs. */
    @Transactional
    public AgreementOutcome approve(long id, Viewer viewer) {
        PlanView plan = one(viewer, id).orElse(null);
        if (plan == null || plan.state() != PlanView.State.PROPOSED) {
            return new AgreementOutcome.Refused("There is no plan %d that waits for approval.".formatted(id));
        }
        Authority.Approval approval =
                authorities.plans().decide(plan.request(), Officers.of(viewer), authorities.yardstick());
        return switch (approval) {
            case Authority.Withheld withheld -> new AgreementOutcome.Refused(withheld.sentence());
            case Authority.Granted granted -> run(plan, granted, viewer);
        };
    }

    /** Takes the proof of approval: a plan runs on nothing else. */
    private AgreementOutcome run(PlanView plan, Authority.Granted granted, Viewer viewer) {
        List<ItemId> ids = plan.documents().stream()
                .map(document -> ItemId.of(document.itemId()))
                .toList();
        if (!(items.choose(ids, viewer) instanceof Chosen.Open open)
                || !open.total().equals(plan.debt())) {
            return new AgreementOutcome.Refused(
                    "What is open of the items has changed since it was proposed. Decline it and propose it anew.");
        }
        List<ItemId> covered = new ArrayList<>(ids);
        Money extra = plan.interest().plus(plan.fee());
        ItemId charge = null;
        if (extra.isPositive()) {
            charge = items.charge(
                    open.account(),
                    plan.number().text(),
                    extra,
                    plan.lines().getLast().instalment().dueOn(),
                    "Interest %s and fee %s of repayment plan %d".formatted(plan.interest(), plan.fee(), plan.id()),
                    granted.by());
            covered.add(charge);
        }
        sql.insertInto(PLAN_APPROVAL)
                .set(PLAN_APPROVAL.PLAN_ID, plan.id())
                .set(PLAN_APPROVAL.PROPOSED_BY, plan.proposedBy())
                .set(PLAN_APPROVAL.APPROVED_BY, granted.by())
                .set(PLAN_APPROVAL.APPROVED_ON, clock.today())
                .set(PLAN_APPROVAL.CHARGE_ITEM_ID, charge == null ? null : charge.value())
                .execute();
        references.give(plan, charge, clock.today());
        promise(plan, covered, granted.by());
        note(plan.debtor().customerId(), "Repayment plan %d approved".formatted(plan.id()), "", granted.by());
        audit.record(
                granted.by(), "plan.approved", "plan", plan.id(), plan.total().toString());
        redecision.decide(Set.of(plan.debtor().accountId()));
        return new AgreementOutcome.Done(plan.id());
    }

    /** One promise for each instalment, all of them for the items of the plan. */
    private void promise(PlanView plan, List<ItemId> covered, String actor) {
        var rows = sql.insertInto(
                PROMISE,
                PROMISE.ACCOUNT_ID,
                PROMISE.CURRENCY,
                PROMISE.AMOUNT_MINOR,
                PROMISE.MADE_ON,
                PROMISE.DUE_ON,
                PROMISE.NOTE,
                PROMISE.ACTOR);
        for (PlanView.Line line : plan.lines()) {
            rows = rows.values(
                    plan.debtor().accountId(),
                    line.instalment().amount().currency().getCurrencyCode(),
                    line.instalment().amount().minor(),
                    clock.today(),
                    line.instalment().dueOn(),
                    "Instalment %d of plan %d".formatted(line.instalment().number(), plan.id()),
                    actor);
        }
        List<Long> promises = rows.returningResult(PROMISE.ID).fetch(row -> row.value1());
        var links = sql.insertInto(PLAN_PROMISE, PLAN_PROMISE.PLAN_ID, PLAN_PROMISE.NUMBER, PLAN_PROMISE.PROMISE_ID);
        var about = sql.insertInto(PROMISE_ITEM, PROMISE_ITEM.PROMISE_ID, PROMISE_ITEM.ITEM_ID);
        for (int i = 0; i < promises.size(); i++) {
            links = links.values(plan.id(), i + 1, promises.get(i));
            for (ItemId item : covered) {
                about = about.values(promises.get(i), item.value());
            }
        }
        links.execute();
        about.execute();
    }

    /** Ends a plan on a person's word: declined where it was only proposed, else ended early. */
    @Transactional
    public AgreementOutcome end(long id, String reason, Viewer viewer) {
        PlanView plan = one(viewer, id).orElse(null);
        if (plan == null || plan.state().isOver()) {
            return new AgreementOutcome.Refused("There is no plan %d that could be ended.".formatted(id));
        }
        if (reason.isBlank()) {
            return new AgreementOutcome.Refused("Say why the plan ends.");
        }
        PlanView.State outcome =
                plan.state() == PlanView.State.PROPOSED ? PlanView.State.DECLINED : PlanView.State.CANCELLED;
        Map<Long, Long> accountByPlan = Map.of(id, plan.debtor().accountId());
        List<PromiseCheck> checks = store.checksOf(accountByPlan, clock.today()).getOrDefault(id, List.of());
        end(id, plan.debtor().accountId(), outcome, reason, checks, viewer.login());
        redecision.decide(Set.of(plan.debtor().accountId()));
        return new AgreementOutcome.Done(id);
    }

    /** Holds every running plan against the money that came, and ends those that are fulfilled or broken. Returns how many. */
    @Transactional
    public int review(LocalDate asOf, String actor) {
        redecision.hold(Set.copyOf(running(noCondition()).values()));
        Map<Long, Long> running = running(noCondition());
        Set<Long> ended = new HashSet<>();
        Map<Long, Long> owed = store.owed(running.keySet().toArray(Long[]::new));
        store.checksOf(running, asOf).forEach((id, checks) -> {
            long account = running.getOrDefault(id, 0L);
            // Whatever has settled its items: no instalment of it is to come, and none can fail.
            switch (owed.containsKey(id) ? PlanStanding.of(checks) : new PlanStanding.Fulfilled()) {
                case PlanStanding.Running _ -> {}
                case PlanStanding.Fulfilled _ -> {
                    end(id, account, PlanView.State.FULFILLED, "", checks, actor);
                    ended.add(account);
                }
                case PlanStanding.Broken(int _, String reason) -> {
                    end(id, account, PlanView.State.BROKEN, reason, checks, actor);
                    ended.add(account);
                }
            }
        });
        redecision.decide(ended);
        return ended.size();
    }

    /** Ends at once those plans of the accounts of which nothing is open any more. Money on account settles nothing yet. Returns how many. */
    @Transactional
    int endFulfilled(Set<Long> accounts, String actor) {
        Condition theirs = PLAN.ACCOUNT_ID.eq(any(accounts.toArray(Long[]::new)));
        Set<Long> concerned = Set.copyOf(running(theirs).values());
        if (concerned.isEmpty()) {
            return 0;
        }
        redecision.hold(concerned);
        Map<Long, Long> settled = running(theirs);
        settled.keySet()
                .removeAll(store.owed(settled.keySet().toArray(Long[]::new)).keySet());
        store.checksOf(settled, clock.today())
                .forEach((id, checks) ->
                        end(id, settled.getOrDefault(id, 0L), PlanView.State.FULFILLED, "", checks, actor));
        redecision.decide(Set.copyOf(settled.values()));
        return settled.size();
    }

    /** Of these, the accounts with a plan that runs. */
    @Transactional(readOnly = true)
    Set<Long> accountsOfRunning(Set<Long> accounts) {
        return Set.copyOf(
                running(PLAN.ACCOUNT_ID.eq(any(accounts.toArray(Long[]::new)))).values());
    }

    /** The account of each plan that runs, among those. */
    private Map<Long, Long> running(Condition which) {
        return sql.select(PLAN.ID, PLAN.ACCOUNT_ID)
                .from(PLAN)
                .join(PLAN_APPROVAL)
                .on(PLAN_APPROVAL.PLAN_ID.eq(PLAN.ID))
                .leftJoin(PLAN_END)
                .on(PLAN_END.PLAN_ID.eq(PLAN.ID))
                .where(PLAN_END.PLAN_ID.isNull())
                .and(which)
                .fetchMap(PLAN.ID, PLAN.ACCOUNT_ID);
    }

    /** The instalments that are still to come are no promises any more. */
    private void end(
            long id, long account, PlanView.State outcome, String reason, List<PromiseCheck> checks, String actor) {
        sql.insertInto(PLAN_END)
                .set(PLAN_END.PLAN_ID, id)
                .set(PLAN_END.OUTCOME, outcome.name())
                .set(PLAN_END.REASON, reason)
                .set(PLAN_END.ENDED_ON, clock.today())
                .set(PLAN_END.ACTOR, actor)
                .execute();
        var withdrawals = sql.insertInto(
                PROMISE_WITHDRAWAL, PROMISE_WITHDRAWAL.PROMISE_ID, PROMISE_WITHDRAWAL.REASON, PROMISE_WITHDRAWAL.ACTOR);
        boolean anyOpen = false;
        for (PromiseCheck check : checks) {
            if (check.state() == PromiseState.OPEN) {
                withdrawals = withdrawals.values(check.promise().id().value(), "Plan " + id + " ended", actor);
                anyOpen = true;
            }
        }
        if (anyOpen) {
            withdrawals.onConflictDoNothing().execute();
        }
        note(customerOf(account), "Repayment plan %d: %s".formatted(id, outcome.label()), reason, actor);
        audit.record(actor, "plan.ended", "plan", id, outcome.label() + " " + reason);
    }

    private long customerOf(long account) {
        return sql.select(ACCOUNT_VIEW.CUSTOMER_ID)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.ACCOUNT_ID.eq(account))
                .fetchSingle()
                .value1();
    }

    private void note(long customer, String what, String body, String actor) {
        timeline.log(new Activity(
                CustomerId.of(customer),
                Set.of(),
                Activity.Kind.SYSTEM,
                Activity.Direction.INTERNAL,
                clock.today(),
                actor,
                null,
                what,
                body,
                null));
    }
}
