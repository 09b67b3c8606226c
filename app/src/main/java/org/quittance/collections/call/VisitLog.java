package org.quittance.collections.call;

import static org.quittance.db.collections.Tables.VISIT;
import static org.quittance.db.correspondence.Tables.ACTIVITY_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.CUSTOMER_VIEW;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.quittance.collections.VisibleAccounts;
import org.quittance.collections.call.CallReport.FollowUp;
import org.quittance.collections.decision.HandSteps;
import org.quittance.collections.decision.Overrides;
import org.quittance.collections.decision.Redecision;
import org.quittance.collections.strategy.StepBook.Deed;
import org.quittance.collections.strategy.StepBook.ItemStep;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Sentences;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Timeline;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes visits, meetings and hospitality down: on the timeline, as the step that a strategy asked for, and with their cost.
 *
 * <p>A visit at which nobody was there is on record and still to be made.
 */
@Service
public class VisitLog {

    private static final int FARTHEST_BACK_DAYS = 366;

    private final DSLContext sql;
    private final VisibleAccounts visible;
    private final Overrides overrides;
    private final HandSteps steps;
    private final Redecision redecision;
    private final Timeline timeline;
    private final BusinessClock clock;

    VisitLog(
            DSLContext sql,
            VisibleAccounts visible,
            Overrides overrides,
            HandSteps steps,
            Redecision redecision,
            Timeline timeline,
            BusinessClock clock) {
        this.sql = sql;
        this.visible = visible;
        this.overrides = overrides;
        this.steps = steps;
        this.redecision = redecision;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Writes a visit down: all that the report says, or nothing. */
    @Transactional
    public VisitLogged log(VisitReport report, Viewer viewer) {
        Set<Long> own = visible.ofCustomer(viewer, report.customerId());
        Set<Long> accounts = report.accounts().isEmpty() ? own : report.accounts();
        if (own.isEmpty() || !own.containsAll(accounts)) {
            return new VisitLogged.Refused(VisitLogged.Part.ACCOUNTS, Overrides.Outcome.NOT_FOUND.sentence());
        }
        LocalDate today = clock.today();
        if (report.on().isAfter(today)) {
            return new VisitLogged.Refused(
                    VisitLogged.Part.DAY, "Nothing was held on that day yet. Give today or a day before.");
        }
        if (report.on().isBefore(today.minusDays(FARTHEST_BACK_DAYS))) {
            return new VisitLogged.Refused(
                    VisitLogged.Part.DAY, "That is more than a year ago. Give a later day, or write a note.");
        }
        FollowUp followUp = report.followUp();
        if (followUp != null) {
            Overrides.Outcome check = overrides.check(followUp.on(), followUp.reason());
            if (check != Overrides.Outcome.DONE) {
                return new VisitLogged.Refused(VisitLogged.Part.FOLLOW_UP, check.sentence());
            }
        }
        redecision.hold(accounts);
        if (report.result().metThem()) {
            List<ItemStep> due = steps.due(accounts, today, action -> action == Action.VISIT);
            steps.taken(due, accounts, Action.VISIT, new Deed(report.on(), null, viewer.login()));
        }
        if (followUp != null) {
            accounts.forEach(account -> overrides.writeSnooze(
                    report.customerId(), account, followUp.on(), followUp.reason(), viewer.login()));
        }
        long activity = timeline.log(activity(report, accounts, viewer.login()));
        write(activity, report, viewer.login());
        redecision.decide(accounts);
        return new VisitLogged.Logged(activity);
    }

    /** Those about customers of whom the viewer sees an account, held between two days, the latest first. */
    @Transactional(readOnly = true)
    public List<VisitLine> between(LocalDate from, LocalDate to, Viewer viewer) {
        return sql.select(VISIT.fields())
                .select(CUSTOMER_VIEW.NAME, ACTIVITY_VIEW.BODY)
                .from(VISIT)
                .join(CUSTOMER_VIEW)
                .on(CUSTOMER_VIEW.CUSTOMER_ID.eq(VISIT.CUSTOMER_ID))
                .join(ACTIVITY_VIEW)
                .on(ACTIVITY_VIEW.ACTIVITY_ID.eq(VISIT.ACTIVITY_ID))
                .where(VISIT.HELD_ON.between(from, to))
                .and(DSL.exists(DSL.selectOne()
                        .from(ACCOUNT_VIEW)
                        .where(ACCOUNT_VIEW.CUSTOMER_ID.eq(VISIT.CUSTOMER_ID))
                        .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))))
                .orderBy(VISIT.HELD_ON.desc(), VISIT.ACTIVITY_ID.desc())
                .fetch(VisitLog::line);
    }

    private void write(long activity, VisitReport report, String actor) {
        Money cost = report.cost();
        sql.insertInto(VISIT)
                .set(VISIT.ACTIVITY_ID, activity)
                .set(VISIT.CUSTOMER_ID, report.customerId())
                .set(VISIT.KIND, report.kind().name())
                .set(VISIT.HELD_ON, report.on())
                .set(VISIT.MET, report.met())
                .set(VISIT.RESULT, report.result().name())
                .set(VISIT.COST_MINOR, cost == null ? null : cost.minor())
                .set(VISIT.CURRENCY, cost == null ? null : cost.currency().getCurrencyCode())
                .set(VISIT.ACTOR, actor)
                .execute();
    }

    private static Activity activity(VisitReport report, Set<Long> accounts, String actor) {
        return new Activity(
                CustomerId.of(report.customerId()),
                accounts.stream().map(AccountId::of).collect(Collectors.toSet()),
                Activity.Kind.VISIT,
                Activity.Direction.OUT,
                report.on(),
                actor,
                report.contactId(),
                "%s: %s".formatted(report.kind().label(), report.result().label()),
                words(report),
                null);
    }

    private static String words(VisitReport report) {
        Money cost = report.cost();
        String met = report.met().isEmpty() ? "" : "Met " + report.met() + ". ";
        String spent = cost == null ? "" : " Cost " + Sentences.money(cost) + ".";
        return (met + report.note() + spent).strip();
    }

    private static VisitLine line(Record row) {
        Long cost = row.get(VISIT.COST_MINOR);
        return new VisitLine(
                row.get(VISIT.ACTIVITY_ID),
                row.get(VISIT.HELD_ON),
                VisitReport.Kind.valueOf(row.get(VISIT.KIND)),
                VisitReport.Result.valueOf(row.get(VISIT.RESULT)),
                row.get(VISIT.CUSTOMER_ID),
                row.get(CUSTOMER_VIEW.NAME),
                row.get(VISIT.MET),
                row.get(ACTIVITY_VIEW.BODY),
                cost == null ? null : Money.ofMinor(cost, row.get(VISIT.CURRENCY)),
                row.get(VISIT.ACTOR));
    }
}
