package org.quittance.disputes;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static org.quittance.db.cash.Tables.DEDUCTION_VIEW;
import static org.quittance.db.disputes.Tables.DISPUTE;
import static org.quittance.db.disputes.Tables.DISPUTED_VIEW;
import static org.quittance.db.disputes.Tables.DISPUTE_EVENT;
import static org.quittance.db.disputes.Tables.DISPUTE_NOW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.ITEM_LIFE_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.quittance.core.dispute.Dispute;
import org.quittance.core.dispute.DisputeReason;
import org.quittance.core.money.Money;
import org.quittance.identity.People;
import org.quittance.identity.Person;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The disputes of the accounts that somebody sees. */
@Service
@Transactional(readOnly = true)
public class DisputeList {

    private static final int OF_A_CUSTOMER = 20;

    private static final int DAYS_OF_LATELY = 14;

    private static final Condition IS_NOBODYS = DISPUTE_NOW.OWNER_LOGIN.isNull().and(DISPUTE_NOW.OWNER_NAME.isNull());

    private final DSLContext sql;
    private final People people;
    private final BusinessClock clock;

    DisputeList(DSLContext sql, People people, BusinessClock clock) {
        this.sql = sql;
        this.people = people;
        this.clock = clock;
    }

    /** How many there are. */
    public record Counts(long open, long overdue, long nobodys, long awaitingCredit) {}

    /** What is open of a reason, in one currency. */
    public record Total(DisputeReason reason, int disputes, Money leftOut) {}

    /** Open ones come first, the first to be answered first; those that are over by their day, the newest first. */
    public List<DisputeLine> lines(Viewer viewer, DisputeFilter filter, int from, int most) {
        return named(select(sql)
                .where(matching(filter, viewer))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(
                        DISPUTE_NOW.IS_OPEN.desc(),
                        when(DISPUTE_NOW.IS_OPEN, DISPUTE_NOW.ANSWER_BY).asc(),
                        DISPUTE_NOW.ENDED_ON.desc(),
                        DISPUTE_NOW.DISPUTE_ID)
                .offset(from)
                .limit(most)
                .fetch(DisputeList::line));
    }

    /** Of the customer's accounts, the newest first. */
    public List<DisputeLine> ofCustomer(Viewer viewer, long customerId) {
        return named(select(sql)
                .where(ACCOUNT_VIEW.CUSTOMER_ID.eq(customerId))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(DISPUTE_NOW.IS_OPEN.desc(), DISPUTE_NOW.DISPUTE_ID.desc())
                .limit(OF_A_CUSTOMER)
                .fetch(DisputeList::line));
    }

    /** By item, the newest first; items of accounts that the viewer does not see have none. */
    public Map<Long, List<DisputeLine>> ofItems(Viewer viewer, Collection<Long> items) {
        return named(select(sql)
                        .where(DISPUTE_NOW.ITEM_ID.in(Set.copyOf(items)))
                        .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                        .orderBy(DISPUTE_NOW.IS_OPEN.desc(), DISPUTE_NOW.DISPUTE_ID.desc())
                        .fetch(DisputeList::line))
                .stream()
                .collect(Collectors.groupingBy(DisputeLine::itemId));
    }

    /** What of the items nobody asks for now; items of which everything is asked for have none. */
    public Map<Long, Money> leftOut(Collection<Long> items) {
        if (items.isEmpty()) {
            return Map.of();
        }
        return sql.select(DISPUTED_VIEW.ITEM_ID, DISPUTED_VIEW.DISPUTED_MINOR, OPEN_ITEM_VIEW.CURRENCY)
                .from(DISPUTED_VIEW)
                .join(OPEN_ITEM_VIEW)
                .on(OPEN_ITEM_VIEW.ITEM_ID.eq(DISPUTED_VIEW.ITEM_ID))
                .where(DISPUTED_VIEW.ITEM_ID.eq(any(items.toArray(Long[]::new))))
                .fetchMap(row -> row.value1(), row -> Money.ofMinor(row.value2(), row.value3()));
    }

    public Optional<DisputeLine> one(Viewer viewer, long id) {
        return named(select(sql)
                        .where(DISPUTE.ID.eq(id))
                        .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                        .fetch(DisputeList::line))
                .stream()
                .findFirst();
    }

    /** What was done about it, in the order in which it was. */
    public List<DisputeEvent> events(DisputeLine line) {
        String currency = line.amount().currency().getCurrencyCode();
        return sql.selectFrom(DISPUTE_EVENT)
                .where(DISPUTE_EVENT.DISPUTE_ID.eq(line.id()))
                .orderBy(DISPUTE_EVENT.ID)
                .fetch(row -> new DisputeEvent(
                        DisputeEvent.Deed.valueOf(row.getDeed()),
                        row.getNotOwedMinor() == null ? null : Money.ofMinor(row.getNotOwedMinor(), currency),
                        row.getOwnerName() == null ? row.getOwnerLogin() : row.getOwnerName(),
                        row.getWords(),
                        row.getSaidBy(),
                        row.getDoneOn(),
                        row.getActor(),
                        row.getRecordedAt()));
    }

    public Counts counts(Viewer viewer) {
        return sql.select(
                        count().filterWhere(DISPUTE_NOW.IS_OPEN),
                        count().filterWhere(DISPUTE_NOW.IS_OPEN.isTrue().and(DISPUTE_NOW.ANSWER_BY.lt(clock.today()))),
                        count().filterWhere(DISPUTE_NOW.IS_OPEN.isTrue().and(IS_NOBODYS)),
                        count().filterWhere(DISPUTE_NOW.IS_OPEN.isFalse()))
                .from(DISPUTE_NOW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(DISPUTE_NOW.ACCOUNT_ID))
                .where(DISPUTE_NOW.IS_OPEN.isTrue().or(DISPUTE_NOW.LEFT_OUT_MINOR.gt(0L)))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .fetchSingle(row -> new Counts(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** Of what is open, the largest first within each currency: where the trouble comes from. */
    public List<Total> totals(Viewer viewer) {
        Field<Long> leftOut = sum(DISPUTE_NOW.LEFT_OUT_MINOR).cast(Long.class);
        return sql.select(DISPUTE.REASON, ITEM_LIFE_VIEW.CURRENCY, count(), leftOut)
                .from(DISPUTE_NOW)
                .join(DISPUTE)
                .on(DISPUTE.ID.eq(DISPUTE_NOW.DISPUTE_ID))
                .join(ITEM_LIFE_VIEW)
                .on(ITEM_LIFE_VIEW.ITEM_ID.eq(DISPUTE_NOW.ITEM_ID))
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(DISPUTE_NOW.ACCOUNT_ID))
                .where(DISPUTE_NOW.IS_OPEN)
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .groupBy(DISPUTE.REASON, ITEM_LIFE_VIEW.CURRENCY)
                .orderBy(ITEM_LIFE_VIEW.CURRENCY, leftOut.desc(), DISPUTE.REASON)
                .fetch(row -> new Total(row.value1(), row.value3(), Money.ofMinor(row.value4(), row.value2())));
    }

    static SelectOnConditionStep<Record> select(DSLContext sql) {
        return sql.select(DISPUTE.fields())
                .select(DISPUTE_NOW.STATE, DISPUTE_NOW.OWNER_LOGIN, DISPUTE_NOW.ANSWER_BY, DISPUTE_NOW.LEFT_OUT_MINOR)
                .select(DISPUTE_NOW.OWNER_NAME, DISPUTE_NOW.OWNER_EMAIL)
                .select(DISPUTE_NOW.ENDED_ON, DEDUCTION_VIEW.PAYMENT_ID)
                .select(ITEM_LIFE_VIEW.DOCUMENT, ITEM_LIFE_VIEW.CURRENCY)
                .select(coalesce(ITEM_LIFE_VIEW.OPEN_MINOR, inline(0L)).as("open_now"))
                .select(
                        ACCOUNT_VIEW.ACCOUNT_ID,
                        ACCOUNT_VIEW.ACCOUNT_NUMBER,
                        ACCOUNT_VIEW.CUSTOMER_ID,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        ACCOUNT_VIEW.ENTITY_CODE,
                        ACCOUNT_VIEW.ENTITY_COUNTRY)
                .from(DISPUTE_NOW)
                .join(DISPUTE)
                .on(DISPUTE.ID.eq(DISPUTE_NOW.DISPUTE_ID))
                .join(ITEM_LIFE_VIEW)
                .on(ITEM_LIFE_VIEW.ITEM_ID.eq(DISPUTE_NOW.ITEM_ID))
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(DISPUTE_NOW.ACCOUNT_ID))
                .leftJoin(DEDUCTION_VIEW)
                .on(DEDUCTION_VIEW.DEDUCTION_ID.eq(DISPUTE.DEDUCTION_ID));
    }

    static DisputeLine line(Record row) {
        String currency = row.get(ITEM_LIFE_VIEW.CURRENCY);
        String email = row.get(DISPUTE_NOW.OWNER_EMAIL);
        return new DisputeLine(
                row.get(DISPUTE.ID),
                row.get(DISPUTE.ITEM_ID),
                row.get(ITEM_LIFE_VIEW.DOCUMENT),
                new DisputeLine.About(
                        row.get(ACCOUNT_VIEW.ACCOUNT_ID),
                        row.get(ACCOUNT_VIEW.ACCOUNT_NUMBER),
                        row.get(ACCOUNT_VIEW.CUSTOMER_ID),
                        row.get(ACCOUNT_VIEW.CUSTOMER_NAME),
                        row.get(ACCOUNT_VIEW.ENTITY_CODE)),
                Money.ofMinor(row.get(DISPUTE.AMOUNT_MINOR), currency),
                Money.ofMinor(row.get("open_now", Long.class), currency),
                Money.ofMinor(row.get(DISPUTE_NOW.LEFT_OUT_MINOR), currency),
                row.get(DISPUTE.REASON),
                row.get(DISPUTE.WORDS),
                row.get(DISPUTE_NOW.STATE),
                row.get(DISPUTE.OPENED_ON),
                row.get(DISPUTE.ACTOR),
                row.get(DISPUTE_NOW.OWNER_LOGIN),
                row.get(DISPUTE_NOW.OWNER_NAME),
                email == null ? "" : email,
                row.get(DISPUTE_NOW.ANSWER_BY),
                row.get(DISPUTE_NOW.ENDED_ON),
                row.get(DEDUCTION_VIEW.PAYMENT_ID));
    }

    /** With the names of their owners. */
    private List<DisputeLine> named(List<DisputeLine> lines) {
        if (lines.isEmpty()) {
            return lines;
        }
        Map<String, String> names = people.all().stream().collect(Collectors.toMap(Person::login, Person::name));
        return lines.stream()
                .map(line -> line.owner() == null ? line : line.ownedBy(names.getOrDefault(line.owner(), line.owner())))
                .toList();
    }

    private Condition matching(DisputeFilter filter, Viewer viewer) {
        Condition isOpen = DISPUTE_NOW.IS_OPEN.isTrue();
        Condition shown = switch (filter.show()) {
            case OPEN -> isOpen;
            case OVERDUE -> isOpen.and(DISPUTE_NOW.ANSWER_BY.lt(clock.today()));
            case MINE -> isOpen.and(DISPUTE_NOW.OWNER_LOGIN.eq(viewer.login()));
            case NOBODYS -> isOpen.and(IS_NOBODYS);
            case ANSWERED_TO_ME ->
                DISPUTE_NOW
                        .STATE
                        .in(Dispute.State.OWED, Dispute.State.PARTLY_OWED, Dispute.State.NOT_OWED)
                        .and(DISPUTE.ACTOR.eq(viewer.login()))
                        .and(DISPUTE_NOW.ENDED_ON.ge(clock.today().minusDays(DAYS_OF_LATELY)));
            case AWAITING_CREDIT -> DISPUTE_NOW.IS_OPEN.isFalse().and(DISPUTE_NOW.LEFT_OUT_MINOR.gt(0L));
            case OVER -> DISPUTE_NOW.STATE.ne(Dispute.State.OPEN);
            case EVERYTHING -> noCondition();
        };
        return filter.reason() == null ? shown : shown.and(DISPUTE.REASON.eq(filter.reason()));
    }
}
