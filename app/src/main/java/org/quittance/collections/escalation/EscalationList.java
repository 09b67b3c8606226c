package org.quittance.collections.escalation;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.noCondition;
import static org.quittance.db.collections.Tables.ESCALATION;
import static org.quittance.db.collections.Tables.ESCALATION_EVENT;
import static org.quittance.db.collections.Tables.ESCALATION_NOW;
import static org.quittance.db.collections.Tables.NEXT_ACTION_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_OWNER_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.quittance.collections.decision.DecisionRows;
import org.quittance.collections.escalation.EscalationFilter.Show;
import org.quittance.core.collections.Escalation;
import org.quittance.core.collections.Escalation.State;
import org.quittance.core.collections.EscalationPath;
import org.quittance.db.collections.tables.records.EscalationEventRecord;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The escalations of the accounts that somebody sees. */
@Service
@Transactional(readOnly = true)
public class EscalationList {

    /** How many of a customer's are shown; an account has few that are open or in force. */
    private static final int OF_A_CUSTOMER = 20;

    private static final int DAYS_OF_LATELY = 14;

    private final DSLContext sql;
    private final BusinessClock clock;

    EscalationList(DSLContext sql, BusinessClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * How many there are.
     *
     * @param waiting for an answer
     * @param overdue those of them of which the day is over
     * @param handedOver accounts that an agency or a lawyer has
     */
    public record Counts(long waiting, long overdue, long handedOver) {}

    /** Those that wait come first, the first to be answered first; those that are over by their day, the newest first. */
    public List<EscalationLine> lines(Viewer viewer, EscalationFilter filter, int from, int most) {
        return lines(matching(filter, viewer).and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID)))
                .orderBy(order(filter.show()))
                .offset(from)
                .limit(most)
                .fetch(EscalationList::line);
    }

    /** How many of them there are. */
    public int number(Viewer viewer, EscalationFilter filter) {
        return sql.fetchCount(lines(matching(filter, viewer).and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))));
    }

    /** Of the customer's accounts: what waits or is in force, then what is over, the newest first. */
    public List<EscalationLine> ofCustomer(Viewer viewer, long customerId) {
        return lines(ACCOUNT_VIEW.CUSTOMER_ID.eq(customerId).and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID)))
                .orderBy(
                        ESCALATION_NOW.STATE.in(State.OPEN, State.APPROVED).desc(), ESCALATION_NOW.ESCALATION_ID.desc())
                .limit(OF_A_CUSTOMER)
                .fetch(EscalationList::line);
    }

    /** Of one account: those that wait or are in force, then the others, the latest first. */
    public List<EscalationLine> ofAccount(Viewer viewer, long accountId) {
        return lines(ESCALATION_NOW.ACCOUNT_ID.eq(accountId).and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID)))
                .orderBy(
                        ESCALATION_NOW.STATE.in(State.OPEN, State.APPROVED).desc(), ESCALATION_NOW.ESCALATION_ID.desc())
                .fetch(EscalationList::line);
    }

    /** What was last done about each, handing over apart; nothing for one that waits. */
    Map<Long, EscalationEvent> answers(List<EscalationLine> lines) {
        Map<Long, EscalationEvent> answers = new HashMap<>();
        sql.selectFrom(ESCALATION_EVENT)
                .where(ESCALATION_EVENT.ESCALATION_ID.eq(
                        any(lines.stream().map(EscalationLine::id).toArray(Long[]::new))))
                .and(ESCALATION_EVENT.DEED.ne(Escalation.Deed.HAND_OVER))
                .orderBy(ESCALATION_EVENT.ID)
                .forEach(row -> answers.put(row.getEscalationId(), event(row)));
        return answers;
    }

    /** What waits for an answer about accounts of these customers, the first to be answered first. */
    public List<EscalationLine> waiting(Viewer viewer, Set<Long> customers) {
        return lines(ACCOUNT_VIEW
                        .CUSTOMER_ID
                        .eq(any(customers.toArray(Long[]::new)))
                        .and(ESCALATION_NOW.STATE.eq(State.OPEN))
                        .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID)))
                .orderBy(ESCALATION_NOW.DUE_ON, ESCALATION_NOW.ESCALATION_ID)
                .fetch(EscalationList::line);
    }

    public Optional<EscalationLine> one(Viewer viewer, long id) {
        return lines(ESCALATION_NOW.ESCALATION_ID.eq(id).and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID)))
                .fetchOptional(EscalationList::line);
    }

    /** What was done about it, in the order in which it was. */
    public List<EscalationEvent> events(EscalationLine line) {
        return sql.selectFrom(ESCALATION_EVENT)
                .where(ESCALATION_EVENT.ESCALATION_ID.eq(line.id()))
                .orderBy(ESCALATION_EVENT.ID)
                .fetch(EscalationList::event);
    }

    private static EscalationEvent event(EscalationEventRecord row) {
        return new EscalationEvent(
                row.getDeed(),
                row.getSaidBy(),
                row.getWords(),
                row.getOwnerName(),
                row.getDoneOn(),
                row.getActor(),
                row.getRecordedAt());
    }

    public Counts counts(Viewer viewer) {
        return sql.select(
                        count().filterWhere(ESCALATION_NOW.IS_OPEN),
                        count().filterWhere(
                                        ESCALATION_NOW.IS_OPEN.isTrue().and(ESCALATION_NOW.DUE_ON.lt(clock.today()))),
                        countDistinct(ESCALATION_NOW.ACCOUNT_ID)
                                .filterWhere(
                                        ESCALATION_NOW.STATE.eq(State.APPROVED).and(handingOver())))
                .from(ESCALATION_NOW)
                .join(ACCOUNT_OWNER_VIEW)
                .on(ACCOUNT_OWNER_VIEW.ACCOUNT_ID.eq(ESCALATION_NOW.ACCOUNT_ID))
                .where(ESCALATION_NOW.STATE.in(State.OPEN, State.APPROVED))
                .and(Visibility.of(viewer, ACCOUNT_OWNER_VIEW.PORTFOLIO_ID))
                .fetchSingle(row -> new Counts(row.value1(), row.value2(), row.value3()));
    }

    /** The paths on which somebody else speaks for us. */
    public static Condition handingOver() {
        return ESCALATION_NOW.PATH.in(Arrays.stream(EscalationPath.values())
                .filter(EscalationPath::handsOver)
                .toList());
    }

    private SelectConditionStep<? extends Record> lines(Condition condition) {
        return sql.select(ESCALATION_NOW.fields())
                .select(ESCALATION.REASON)
                .select(
                        ACCOUNT_VIEW.ACCOUNT_NUMBER,
                        ACCOUNT_VIEW.CUSTOMER_ID,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        ACCOUNT_VIEW.ENTITY_CODE,
                        ACCOUNT_VIEW.COLLECTOR_NAME)
                .select(NEXT_ACTION_VIEW.CURRENCIES, NEXT_ACTION_VIEW.OVERDUE_MINOR)
                .from(ESCALATION_NOW)
                .join(ESCALATION)
                .on(ESCALATION.ID.eq(ESCALATION_NOW.ESCALATION_ID))
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(ESCALATION_NOW.ACCOUNT_ID))
                .leftJoin(NEXT_ACTION_VIEW)
                .on(NEXT_ACTION_VIEW.ACCOUNT_ID.eq(ESCALATION_NOW.ACCOUNT_ID))
                .where(condition);
    }

    private static List<OrderField<?>> order(Show show) {
        return switch (show) {
            case OPEN, OVERDUE, MINE, EVERYTHING ->
                List.of(ESCALATION_NOW.IS_OPEN.desc(), ESCALATION_NOW.DUE_ON, ESCALATION_NOW.ESCALATION_ID);
            case IN_FORCE, OVER, ANSWERED_TO_ME ->
                List.of(ESCALATION_NOW.IS_OPEN, ESCALATION_NOW.DUE_ON.desc(), ESCALATION_NOW.ESCALATION_ID.desc());
        };
    }

    private Condition matching(EscalationFilter filter, Viewer viewer) {
        Condition shown = switch (filter.show()) {
            case OPEN -> ESCALATION_NOW.IS_OPEN.isTrue();
            case OVERDUE -> ESCALATION_NOW.IS_OPEN.isTrue().and(ESCALATION_NOW.DUE_ON.lt(clock.today()));
            case MINE -> ESCALATION_NOW.IS_OPEN.isTrue().and(ESCALATION_NOW.OWNER_LOGIN.eq(viewer.login()));
            case ANSWERED_TO_ME ->
                ESCALATION_NOW
                        .STATE
                        .in(State.ANSWERED, State.APPROVED, State.REFUSED)
                        .and(ESCALATION_NOW.ASKED_BY.eq(viewer.login()))
                        .and(ESCALATION_NOW.ANSWERED_ON.ge(clock.today().minusDays(DAYS_OF_LATELY)));
            case IN_FORCE -> ESCALATION_NOW.IS_OPEN.isFalse().and(ESCALATION_NOW.STATE.eq(State.APPROVED));
            case OVER -> ESCALATION_NOW.IS_OPEN.isFalse().and(ESCALATION_NOW.STATE.ne(State.APPROVED));
            case EVERYTHING -> noCondition();
        };
        return shown.and(filter.path() == null ? noCondition() : ESCALATION_NOW.PATH.eq(filter.path()))
                .and(filter.portfolioId() == null ? noCondition() : ACCOUNT_VIEW.PORTFOLIO_ID.eq(filter.portfolioId()));
    }

    private static EscalationLine line(Record row) {
        String[] currencies = row.get(NEXT_ACTION_VIEW.CURRENCIES);
        return new EscalationLine(
                row.get(ESCALATION_NOW.ESCALATION_ID),
                new EscalationLine.About(
                        row.get(ESCALATION_NOW.ACCOUNT_ID),
                        row.get(ACCOUNT_VIEW.ACCOUNT_NUMBER),
                        row.get(ACCOUNT_VIEW.CUSTOMER_ID),
                        row.get(ACCOUNT_VIEW.CUSTOMER_NAME),
                        row.get(ACCOUNT_VIEW.ENTITY_CODE),
                        row.get(ACCOUNT_VIEW.COLLECTOR_NAME)),
                row.get(ESCALATION_NOW.PATH),
                row.get(ESCALATION_NOW.STATE),
                row.get(ESCALATION.REASON),
                row.get(ESCALATION_NOW.OWNER_NAME),
                row.get(ESCALATION_NOW.OWNER_EMAIL),
                row.get(ESCALATION_NOW.OWNER_LOGIN),
                row.get(ESCALATION_NOW.ASKED_BY),
                row.get(ESCALATION_NOW.ASKED_ON),
                row.get(ESCALATION_NOW.DUE_ON),
                row.get(ESCALATION_NOW.ANSWERED_ON),
                currencies == null
                        ? List.of()
                        : DecisionRows.amounts(currencies, row.get(NEXT_ACTION_VIEW.OVERDUE_MINOR)));
    }
}
