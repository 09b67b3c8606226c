package org.quittance.collections.decision;

import static org.jooq.impl.DSL.any;
import static org.quittance.db.collections.Tables.DECISION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.strategy.AccountCase;
import org.quittance.collections.strategy.Rules.Decided;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Contact;
import org.quittance.core.collections.CurrencyStanding;
import org.quittance.core.collections.NextAction;
import org.quittance.core.collections.Point;
import org.quittance.core.collections.PromiseCheck;
import org.quittance.core.collections.PromiseState;
import org.quittance.core.collections.Reason;
import org.quittance.core.collections.Stake;
import org.quittance.core.collections.Step;
import org.quittance.core.collections.StepOwner;
import org.quittance.core.collections.StrategyChoice;
import org.quittance.core.collections.StrategyVersion;
import org.quittance.core.money.Money;
import org.quittance.platform.CopyRows;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes decisions down, replacing what the run said before of the same buckets or accounts. */
@Component
public class DecisionRows {

    private static final String TARGET = columns(DECISION.fields());

    private final DSLContext sql;
    private final WorklistTotals totals;

    DecisionRows(DSLContext sql, WorklistTotals totals) {
        this.sql = sql;
        this.totals = totals;
    }

    /** Replaces all that the run says of a range of buckets, in a transaction of its own: done twice, it is the same as done once. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void replaceBuckets(long runId, int first, int last, CopyRows rows) {
        sql.deleteFrom(DECISION)
                .where(DECISION.RUN_ID.eq(runId))
                .and(DECISION.BUCKET.between((short) first, (short) last))
                .execute();
        rows.into(TARGET, sql);
    }

    /** Replaces what the run says of the accounts; those without open items are gone from it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replaceAccounts(long runId, Set<Long> accounts, CopyRows rows) {
        totals.takeAway(runId, accounts);
        sql.deleteFrom(DECISION)
                .where(DECISION.RUN_ID.eq(runId))
                .and(DECISION.ACCOUNT_ID.eq(any(accounts.toArray(Long[]::new))))
                .execute();
        rows.into(TARGET, sql);
        totals.add(runId, accounts);
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void remove(Set<Long> runIds) {
        totals.remove(runIds);
        sql.deleteFrom(DECISION)
                .where(DECISION.RUN_ID.eq(any(runIds.toArray(Long[]::new))))
                .execute();
    }

    /** Adds one decision to rows that are about to be written. */
    static void add(CopyRows rows, long runId, Decided decided) {
        AccountCase account = decided.account();
        Optional<PromiseCheck> promise = standingPromise(decided.standing().promises());
        Optional<Contact> contact = decided.standing().lastContact();
        rows.value(runId)
                .value(account.key().bucket())
                .value(account.key().accountId())
                .value(account.customerId())
                .value(account.portfolioId())
                .value(decided.standing().asOf());
        Next.of(decided.next()).addTo(rows);
        rows.value(account.snoozedUntil());
        addAmounts(rows, decided);
        rows.value(decided.standing().oldestDaysPastDue())
                .value(decided.priority().total())
                .array(decided.priority().points(), Point::points)
                .array(decided.priority().points(), point -> point.fact().sentence())
                .array(decided.next().reasons(), Reason::sentence)
                .value(promise.map(PromiseCheck::state).orElse(null))
                .value(promise.map(check -> check.promise().dueOn()).orElse(null))
                .value(contact.map(Contact::action).orElse(null))
                .value(contact.map(Contact::on).orElse(null))
                .value(decided.chosen().version().id().value())
                .value(decided.chosen().sentence())
                .value(heldOutOf(decided.chosen()))
                .value(besideOf(decided.next()))
                .value(awaitsOf(decided.next()))
                .value(ownerOf(decided.next()))
                .array(stakesToExplain(decided), Stake::sentence);
        Optional<Step> approved = approvedIn(decided.next());
        rows.value(approved.map(Step::sender).orElse(null))
                .value(approved.map(Step::execution).orElse(null))
                .end();
    }

    private static @Nullable Long heldOutOf(StrategyChoice chosen) {
        StrategyVersion version = chosen.heldOutOf();
        return version == null ? null : version.id().value();
    }

    /** The columns that say what is to be done. */
    private record Next(
            String outcome,
            @Nullable Action action,
            String step,
            int byHandItems,
            int automaticItems,
            @Nullable LocalDate waitUntil) {

        static Next of(NextAction next) {
            return switch (next) {
                case NextAction.Act act -> {
                    Step step = act.step();
                    yield new Next(
                            "ACT",
                            act.leading(),
                            step == null ? "" : step.id(),
                            act.byHandItems().size(),
                            act.automaticItems().size(),
                            null);
                }
                case NextAction.Wait wait -> new Next("WAIT", null, "", 0, 0, wait.until());
                case NextAction.Nothing _ -> new Next("NOTHING", null, "", 0, 0, null);
            };
        }

        void addTo(CopyRows rows) {
            rows.value(outcome)
                    .value(action)
                    .value(step)
                    .value(byHandItems)
                    .value(automaticItems)
                    .value(waitUntil);
        }
    }

    private static @Nullable Action besideOf(NextAction next) {
        return switch (next) {
            case NextAction.Act act -> act.beside().orElse(null);
            case NextAction.Wait _, NextAction.Nothing _ -> null;
        };
    }

    /** Who does the person's part; none where that is the collector, as nearly always. */
    private static @Nullable StepOwner ownerOf(NextAction next) {
        return switch (next) {
            case NextAction.Act act -> act.owner() == StepOwner.COLLECTOR ? null : act.owner();
            case NextAction.Wait _, NextAction.Nothing _ -> null;
        };
    }

    /** The step that waits for an approval; the highest, where several do. */
    private static @Nullable String awaitsOf(NextAction next) {
        List<Reason.ApprovalAwaited> awaited = next.awaited();
        return awaited.isEmpty() ? null : awaited.getFirst().step().id();
    }

    private static Optional<Step> approvedIn(NextAction next) {
        return switch (next) {
            case NextAction.Act act -> act.approvedMessage();
            case NextAction.Wait _, NextAction.Nothing _ -> Optional.empty();
        };
    }

    private static void addAmounts(CopyRows rows, Decided decided) {
        List<CurrencyStanding> currencies = decided.standing().currencies();
        List<Money> stake = switch (decided.next()) {
            case NextAction.Act act -> act.amounts();
            case NextAction.Wait _, NextAction.Nothing _ -> List.of();
        };
        rows.array(currencies, CurrencyStanding::currency)
                .array(currencies, standing -> standing.overdue().minor())
                .array(currencies, standing -> minorIn(standing.currency(), stake));
    }

    /** Those that are not simply what is overdue. */
    private static List<Stake> stakesToExplain(Decided decided) {
        return switch (decided.next()) {
            case NextAction.Act act ->
                Stake.of(
                                decided.standing(),
                                act,
                                decided.chosen().version().strategy().setOff(decided.standing()))
                        .stream()
                        .filter(stake -> !stake.isAllOverdue() && stake.saysSomething())
                        .toList();
            case NextAction.Wait _, NextAction.Nothing _ -> List.of();
        };
    }

    private static long minorIn(Currency currency, List<Money> amounts) {
        long minor = 0;
        for (Money amount : amounts) {
            if (amount.currency().equals(currency)) {
                minor = Math.addExact(minor, amount.minor());
            }
        }
        return minor;
    }

    /** The promise that a collector wants to know of: the first that fails, else the first that is still open. Offers are none. */
    static Optional<PromiseCheck> standingPromise(List<PromiseCheck> promises) {
        return promises.stream()
                .filter(PromiseCheck::isFailing)
                .findFirst()
                .or(() -> promises.stream()
                        .filter(check -> check.state() == PromiseState.OPEN
                                && !check.promise().origin().isOffer())
                        .findFirst());
    }

    /** Reads the two columns of an amount back: what is more than nothing, by currency. */
    public static List<Money> amounts(String[] currencies, Long[] minor) {
        List<Money> amounts = new ArrayList<>(currencies.length);
        for (int i = 0; i < currencies.length; i++) {
            if (minor[i] > 0) {
                amounts.add(Money.ofMinor(minor[i], currencies[i]));
            }
        }
        return amounts;
    }

    private static String columns(Field<?>[] fields) {
        return List.of(fields).stream()
                .map(Field::getName)
                .collect(Collectors.joining(", ", "collections.decision (", ")"));
    }
}
