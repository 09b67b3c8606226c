package org.quittance.collections.decision;

import static org.quittance.db.collections.Tables.DECISION;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.AutomaticSending;
import org.quittance.collections.decision.AccountsByCustomer.Account;
import org.quittance.collections.strategy.RuleBook;
import org.quittance.collections.strategy.Rules;
import org.quittance.core.collections.Execution;
import org.quittance.core.collections.NextAction;
import org.quittance.core.collections.Reason;
import org.quittance.core.collections.StepOwner;
import org.quittance.identity.Absence;
import org.quittance.identity.Absences;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages that somebody has approved and that the viewer has to send: those that a strategy leaves to a person, and all of them while the night
 * sends nothing.
 *
 * <p>It is read from the published run, whose rows follow every change: what was sent, declined or paid is no longer among them. Whose a
 * message is, its step says. What is the collector's is told to collectors who work the account, and to whoever else its portfolio belongs to or covers
 * for that person: a lead who sees all portfolios of a team is not told what each of it has to send.
 */
@Service
public class ApprovedMessages {

    private final DSLContext sql;
    private final Runs runs;
    private final AccountsByCustomer byCustomer;
    private final AccountDecisions decisions;
    private final RuleBook ruleBook;
    private final Absences absences;
    private final AutomaticSending sending;
    private final BusinessClock clock;

    ApprovedMessages(
            DSLContext sql,
            Runs runs,
            AccountsByCustomer byCustomer,
            AccountDecisions decisions,
            RuleBook ruleBook,
            Absences absences,
            AutomaticSending sending,
            BusinessClock clock) {
        this.sql = sql;
        this.runs = runs;
        this.byCustomer = byCustomer;
        this.decisions = decisions;
        this.ruleBook = ruleBook;
        this.absences = absences;
        this.sending = sending;
        this.clock = clock;
    }

    /**
     * One step of one account that was approved; what goes to one customer leaves in one message.
     *
     * @param snoozedUntil when the account comes back to the list, which keeps nobody from sending; null where it was not put off
     */
    public record Line(
            long accountId,
            long customerId,
            String customerName,
            String entityCode,
            String collectorName,
            Reason.StepApproved approved,
            @Nullable LocalDate snoozedUntil) {}

    /** How many messages wait for the viewer: one for each customer. */
    @Transactional(readOnly = true)
    public int count(Viewer viewer) {
        return sql.select(DSL.countDistinct(DECISION.CUSTOMER_ID))
                .from(DECISION)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(DECISION.ACCOUNT_ID))
                .where(toSend(viewer))
                .fetchSingle()
                .value1();
    }

    /** What waits for the viewer, as it stands at this moment: the most urgent customers first, the steps of one together. */
    @Transactional
    public List<Line> waiting(Viewer viewer, int most) {
        Map<Long, Account> accounts = byCustomer.where(toSend(viewer), most);
        List<Long> customers =
                accounts.values().stream().map(Account::customerId).distinct().toList();
        LocalDate today = clock.today();
        Set<Execution> waitingFor = waitingForAPerson();
        return decisions.decide(accounts.keySet(), today, ruleBook.rules(today)).stream()
                .flatMap(decided -> approved(decided).stream()
                        .filter(approved -> waitingFor.contains(approved.step().execution()))
                        .map(approved -> line(
                                Objects.requireNonNull(
                                        accounts.get(decided.account().key().accountId())),
                                approved,
                                decided.account().snoozedUntil())))
                .sorted(Comparator.comparingInt((Line line) -> customers.indexOf(line.customerId()))
                        .thenComparing(Comparator.comparingInt(
                                        (Line line) -> line.approved().step().level())
                                .reversed())
                        .thenComparingLong(Line::accountId)
                        .thenComparing(line -> line.approved().on()))
                .toList();
    }

    private static Line line(Account account, Reason.StepApproved approved, @Nullable LocalDate snoozedUntil) {
        return new Line(
                account.accountId(),
                account.customerId(),
                account.customerName(),
                account.entityCode(),
                account.collectorName(),
                approved,
                snoozedUntil);
    }

    private static List<Reason.StepApproved> approved(Rules.Decided decided) {
        return switch (decided.next()) {
            case NextAction.Act act -> act.approved();
            case NextAction.Wait _, NextAction.Nothing _ -> List.of();
        };
    }

    private Condition toSend(Viewer viewer) {
        Optional<Long> run = runs.published();
        if (run.isEmpty()) {
            return DSL.falseCondition();
        }
        return DECISION.RUN_ID
                .eq(run.get())
                .and(DECISION.APPROVED_OWNER.isNotNull())
                .and(DECISION.APPROVED_EXECUTION.in(waitingForAPerson()))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .and(isOf(viewer));
    }

    private Set<Execution> waitingForAPerson() {
        return switch (sending.mode()) {
            case ON -> Set.of(Execution.BY_HAND);
            case PROPOSE -> Set.of(Execution.BY_HAND, Execution.AUTOMATIC);
        };
    }

    private Condition isOf(Viewer viewer) {
        Condition theirs = DECISION.APPROVED_OWNER.eq(StepOwner.COLLECTOR).and(isWorkedBy(viewer));
        if (viewer.is(Role.TEAM_LEAD)) {
            theirs = theirs.or(DECISION.APPROVED_OWNER.eq(StepOwner.LEAD));
        }
        return viewer.is(Role.MANAGER) ? theirs.or(DECISION.APPROVED_OWNER.eq(StepOwner.MANAGER)) : theirs;
    }

    private Condition isWorkedBy(Viewer viewer) {
        if (viewer.is(Role.COLLECTOR)) {
            return ACCOUNT_VIEW.PORTFOLIO_ID.in(viewer.portfolios());
        }
        Set<Long> people = absences.coveredBy(viewer.personId()).stream()
                .map(Absence::personId)
                .collect(Collectors.toSet());
        people.add(viewer.personId());
        return ACCOUNT_VIEW.COLLECTOR_ID.in(people);
    }
}
