package org.quittance.collections.team;

import static org.jooq.impl.DSL.arrayAggDistinct;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.sum;
import static org.quittance.db.collections.Tables.CONTACT_MADE;
import static org.quittance.db.ledger.Tables.ACCOUNT_OWNER_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.PORTFOLIO_STAY_VIEW;
import static org.quittance.db.ledger.Tables.RECEIPT_VIEW;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.quittance.collections.agreement.PromiseLine;
import org.quittance.collections.agreement.PromiseList;
import org.quittance.core.calendar.BusinessCalendar;
import org.quittance.core.calendar.BusinessCalendars;
import org.quittance.core.collections.PromiseOrigin;
import org.quittance.core.collections.PromiseState;
import org.quittance.core.money.Money;
import org.quittance.core.targets.TargetMeasure;
import org.quittance.core.targets.WorkingDays;
import org.quittance.identity.People;
import org.quittance.identity.Person;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AgeingFigure;
import org.quittance.ledger.AgeingQuery;
import org.quittance.ledger.AgeingQuery.Grouping;
import org.quittance.ledger.AgeingReport;
import org.quittance.ledger.Visibility;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was reached in a month of what targets are set for, and the rows behind each figure. The formulas are told by {@link TargetMeasure}.
 *
 * <p>Amounts and what is told of portfolios count accounts that the viewer sees; what a person has done counts once and stays theirs when
 * an account moves, as {@link TeamScope} has it. The figures of all subjects come from one query a measure, or two.
 */
@Service
public class TargetFigures {

    private final DSLContext sql;
    private final AgeingReport ageing;
    private final PromiseList promises;
    private final People people;
    private final TeamScope scope;

    TargetFigures(DSLContext sql, AgeingReport ageing, PromiseList promises, People people, TeamScope scope) {
        this.sql = sql;
        this.ageing = ageing;
        this.promises = promises;
        this.people = people;
        this.scope = scope;
    }

    private record Amount(long portfolioId, String currency, long minor) {}

    /** How often something was done: by whom, and about the accounts of which portfolio. */
    private record Deeds(Map<String, Long> byLogin, Map<Long, Long> byPortfolio) {

        private static final Deeds NONE = new Deeds(Map.of(), Map.of());

        long of(TargetSubject subject) {
            return switch (subject.kind()) {
                case PERSON -> byLogin.getOrDefault(subject.login(), 0L);
                case PORTFOLIO ->
                    subject.portfolios().stream()
                            .mapToLong(portfolio -> byPortfolio.getOrDefault(portfolio, 0L))
                            .sum();
            };
        }
    }

    /** What was reached, for whoever asks how much of it is whose. */
    public static final class Reached {

        private final Map<TargetMeasure, List<Amount>> amounts;
        private final Map<TargetMeasure, Deeds> deeds;

        private Reached(Map<TargetMeasure, List<Amount>> amounts, Map<TargetMeasure, Deeds> deeds) {
            this.amounts = Map.copyOf(amounts);
            this.deeds = Map.copyOf(deeds);
        }

        /** In minor units of the target's currency, or as a count. */
        public long of(TargetSubject subject, TargetBook.Target target) {
            return switch (target.measure().unit()) {
                case MONEY ->
                    amounts.getOrDefault(target.measure(), List.of()).stream()
                            .filter(amount -> subject.portfolios().contains(amount.portfolioId()))
                            .filter(amount -> amount.currency().equals(target.currency()))
                            .mapToLong(Amount::minor)
                            .sum();
                case COUNT -> deeds.getOrDefault(target.measure(), Deeds.NONE).of(subject);
            };
        }

        /** Amounts of the subject in other currencies than the target's, which it does not count, by currency. */
        public List<Money> beside(TargetSubject subject, TargetBook.Target target) {
            Map<String, Long> sums = new TreeMap<>();
            amounts.getOrDefault(target.measure(), List.of()).stream()
                    .filter(amount -> subject.portfolios().contains(amount.portfolioId()))
                    .filter(amount -> !amount.currency().equals(target.currency()))
                    .forEach(amount -> sums.merge(amount.currency(), amount.minor(), Math::addExact));
            return sums.entrySet().stream()
                    .filter(sum -> sum.getValue() != 0)
                    .map(sum -> Money.ofMinor(sum.getValue(), sum.getKey()))
                    .toList();
        }
    }

    /** By the end of the month, or so far, of the measures that are asked for. */
    @Transactional
    public Reached reached(Viewer viewer, YearMonth month, LocalDate today, Set<TargetMeasure> measures) {
        Map<TargetMeasure, List<Amount>> amounts = new EnumMap<>(TargetMeasure.class);
        Map<TargetMeasure, Deeds> deeds = new EnumMap<>(TargetMeasure.class);
        for (TargetMeasure measure : measures) {
            switch (measure) {
                case CASH_COLLECTED -> amounts.put(measure, received(viewer, month));
                case OVERDUE_AT_END -> amounts.put(measure, overdue(viewer, counted(month, today)));
                case CONTACTS -> deeds.put(measure, contacts(viewer, month));
                case PROMISES_KEPT -> deeds.put(measure, promises(viewer, month, today));
            }
        }
        return new Reached(amounts, deeds);
    }

    private List<Amount> received(Viewer viewer, YearMonth month) {
        Field<BigDecimal> received = sum(RECEIPT_VIEW.AMOUNT_MINOR);
        return sql.select(PORTFOLIO_STAY_VIEW.PORTFOLIO_ID, RECEIPT_VIEW.CURRENCY, received)
                .from(RECEIPT_VIEW)
                .join(PORTFOLIO_STAY_VIEW)
                .on(layAtReceipt())
                .where(receivedIn(month))
                .and(Visibility.of(viewer, PORTFOLIO_STAY_VIEW.PORTFOLIO_ID))
                .groupBy(PORTFOLIO_STAY_VIEW.PORTFOLIO_ID, RECEIPT_VIEW.CURRENCY)
                .fetch(row ->
                        new Amount(row.value1(), row.value2(), row.value3().longValueExact()));
    }

    private List<Amount> overdue(Viewer viewer, LocalDate day) {
        return ageing.rows(viewer, AgeingQuery.of(day, Grouping.COLLECTOR)).stream()
                .map(row -> new Amount(row.key(), row.currency(), row.overdueMinor()))
                .toList();
    }

    private Deeds contacts(Viewer viewer, YearMonth month) {
        Field<Integer> times = countDistinct(CONTACT_MADE.DEED_ID);
        return new Deeds(
                sql.select(CONTACT_MADE.ACTOR, times)
                        .from(CONTACT_MADE)
                        .where(madeIn(month))
                        .and(CONTACT_MADE.ACTOR.in(scope.logins(viewer)))
                        .groupBy(CONTACT_MADE.ACTOR)
                        .fetchMap(row -> row.value1(), row -> row.value2().longValue()),
                sql.select(ACCOUNT_OWNER_VIEW.PORTFOLIO_ID, times)
                        .from(CONTACT_MADE)
                        .join(ACCOUNT_OWNER_VIEW)
                        .on(ACCOUNT_OWNER_VIEW.ACCOUNT_ID.eq(CONTACT_MADE.ACCOUNT_ID))
                        .where(madeIn(month))
                        .and(CONTACT_MADE.ACTOR.in(logins()))
                        .and(Visibility.of(viewer, ACCOUNT_OWNER_VIEW.PORTFOLIO_ID))
                        .groupBy(ACCOUNT_OWNER_VIEW.PORTFOLIO_ID)
                        .fetchMap(row -> row.value1(), row -> row.value2().longValue()));
    }

    private Deeds promises(Viewer viewer, YearMonth month, LocalDate today) {
        Set<String> logins = logins();
        return new Deeds(
                kept(promises.dueTakenBy(scope.logins(viewer), month, today))
                        .collect(Collectors.groupingBy(PromiseLine::notedBy, Collectors.counting())),
                kept(promises.due(viewer, month, today))
                        .filter(line -> logins.contains(line.notedBy()))
                        .collect(Collectors.groupingBy(PromiseLine::portfolioId, Collectors.counting())));
    }

    /** The rows that sum to a figure, the latest first. */
    @Transactional
    public List<TargetRow> rows(
            Viewer viewer, TargetSubject subject, TargetBook.Target target, YearMonth month, LocalDate today) {
        List<TargetRow> rows = new ArrayList<>(
                switch (target.measure()) {
                    case CASH_COLLECTED -> received(viewer, subject, target, month);
                    case OVERDUE_AT_END -> overdue(viewer, subject, target, counted(month, today));
                    case CONTACTS -> contacts(viewer, subject, month);
                    case PROMISES_KEPT -> promises(viewer, subject, month, today);
                });
        rows.sort(Comparator.comparing(TargetRow::on)
                .reversed()
                .thenComparing(TargetRow::customerName)
                .thenComparing(TargetRow::what));
        return rows;
    }

    /** By the calendar of the country in which most of the subject's accounts are owed to us. */
    @Transactional(readOnly = true)
    public WorkingDays days(TargetSubject subject, YearMonth month, LocalDate today) {
        BusinessCalendar calendar = sql.select(ACCOUNT_VIEW.ENTITY_COUNTRY)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.PORTFOLIO_ID.in(subject.portfolios()))
                .groupBy(ACCOUNT_VIEW.ENTITY_COUNTRY)
                .orderBy(count().desc(), ACCOUNT_VIEW.ENTITY_COUNTRY)
                .limit(1)
                .fetchOptional(ACCOUNT_VIEW.ENTITY_COUNTRY)
                .flatMap(BusinessCalendars::named)
                .orElse(BusinessCalendars.TARGET);
        return WorkingDays.of(calendar, month, today);
    }

    private List<TargetRow> received(Viewer viewer, TargetSubject subject, TargetBook.Target target, YearMonth month) {
        Field<Boolean> seen = field(TeamScope.seen(viewer));
        return sql.select(RECEIPT_VIEW.RECEIVED_ON, RECEIPT_VIEW.CURRENCY, RECEIPT_VIEW.AMOUNT_MINOR)
                .select(RECEIPT_VIEW.ITEM_ID, seen)
                .select(ACCOUNT_VIEW.CUSTOMER_ID, ACCOUNT_VIEW.CUSTOMER_NAME, ACCOUNT_VIEW.ENTITY_CODE)
                .from(RECEIPT_VIEW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(RECEIPT_VIEW.ACCOUNT_ID))
                .join(PORTFOLIO_STAY_VIEW)
                .on(layAtReceipt())
                .where(receivedIn(month))
                .and(RECEIPT_VIEW.CURRENCY.eq(target.currency()))
                .and(PORTFOLIO_STAY_VIEW.PORTFOLIO_ID.in(subject.portfolios()))
                .and(Visibility.of(viewer, PORTFOLIO_STAY_VIEW.PORTFOLIO_ID))
                .fetch(row -> {
                    LocalDate on = row.get(RECEIPT_VIEW.RECEIVED_ON);
                    String what = row.get(RECEIPT_VIEW.ITEM_ID) == null ? "Lies on account" : "Has paid an item";
                    Money amount = Money.ofMinor(row.get(RECEIPT_VIEW.AMOUNT_MINOR), row.get(RECEIPT_VIEW.CURRENCY));
                    return row.get(seen)
                            ? new TargetRow(
                                    on,
                                    what,
                                    row.get(ACCOUNT_VIEW.CUSTOMER_ID),
                                    row.get(ACCOUNT_VIEW.CUSTOMER_NAME),
                                    row.get(ACCOUNT_VIEW.ENTITY_CODE),
                                    amount)
                            : TargetRow.elsewhere(on, what, amount);
                });
    }

    /** The portfolio in which the account lay on the day on which the money came: it stays with whoever worked the account then. */
    private static Condition layAtReceipt() {
        return PORTFOLIO_STAY_VIEW
                .ACCOUNT_ID
                .eq(RECEIPT_VIEW.ACCOUNT_ID)
                .and(PORTFOLIO_STAY_VIEW.SINCE.le(RECEIPT_VIEW.RECEIVED_ON))
                .and(PORTFOLIO_STAY_VIEW.BEFORE.gt(RECEIPT_VIEW.RECEIVED_ON));
    }

    private List<TargetRow> overdue(Viewer viewer, TargetSubject subject, TargetBook.Target target, LocalDate day) {
        List<TargetRow> rows = new ArrayList<>();
        AgeingQuery query = AgeingQuery.of(day, Grouping.COLLECTOR);
        for (long portfolio : subject.portfolios()) {
            for (int band = 1; band < query.bands().size(); band++) {
                ageing.eachItem(viewer, query, new AgeingFigure(portfolio, band), aged -> {
                    if (aged.item().currency().equals(target.currency())) {
                        rows.add(new TargetRow(
                                aged.item().dueDate(),
                                aged.item().document(),
                                aged.customerId(),
                                aged.customerName(),
                                aged.item().entityCode(),
                                Money.ofMinor(
                                        aged.item().openMinor(), aged.item().currency())));
                    }
                });
            }
        }
        return rows;
    }

    /** One for each deed, however many accounts it was about. */
    private List<TargetRow> contacts(Viewer viewer, TargetSubject subject, YearMonth month) {
        Condition own = switch (subject.kind()) {
            case PERSON -> CONTACT_MADE.ACTOR.eq(subject.login());
            case PORTFOLIO ->
                ACCOUNT_VIEW
                        .PORTFOLIO_ID
                        .in(subject.portfolios())
                        .and(CONTACT_MADE.ACTOR.in(logins()))
                        .and(TeamScope.seen(viewer));
        };
        Field<Boolean> seen = boolOr(TeamScope.seen(viewer));
        Field<String[]> entities = arrayAggDistinct(ACCOUNT_VIEW.ENTITY_CODE).filterWhere(TeamScope.seen(viewer));
        return sql.select(CONTACT_MADE.MADE_ON, CONTACT_MADE.ACTION, CONTACT_MADE.ACTOR)
                .select(ACCOUNT_VIEW.CUSTOMER_ID, ACCOUNT_VIEW.CUSTOMER_NAME, seen, entities)
                .from(CONTACT_MADE)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(CONTACT_MADE.ACCOUNT_ID))
                .where(madeIn(month))
                .and(own)
                .groupBy(
                        CONTACT_MADE.DEED_ID,
                        CONTACT_MADE.MADE_ON,
                        CONTACT_MADE.ACTION,
                        CONTACT_MADE.ACTOR,
                        ACCOUNT_VIEW.CUSTOMER_ID,
                        ACCOUNT_VIEW.CUSTOMER_NAME)
                .fetch(row -> {
                    String what = row.get(CONTACT_MADE.ACTION).label() + " by " + row.get(CONTACT_MADE.ACTOR);
                    return row.get(seen)
                            ? new TargetRow(
                                    row.get(CONTACT_MADE.MADE_ON),
                                    what,
                                    row.get(ACCOUNT_VIEW.CUSTOMER_ID),
                                    row.get(ACCOUNT_VIEW.CUSTOMER_NAME),
                                    String.join(", ", row.get(entities)),
                                    null)
                            : TargetRow.elsewhere(row.get(CONTACT_MADE.MADE_ON), what, null);
                });
    }

    private List<TargetRow> promises(Viewer viewer, TargetSubject subject, YearMonth month, LocalDate today) {
        List<PromiseLine> of = switch (subject.kind()) {
            case PERSON -> promises.dueTakenBy(Set.of(subject.login()), month, today);
            case PORTFOLIO ->
                promises.due(viewer, month, today).stream()
                        .filter(line -> subject.portfolios().contains(line.portfolioId()))
                        .filter(line -> logins().contains(line.notedBy()))
                        .toList();
        };
        return kept(of).map(line -> {
                    LocalDate on = line.check().promise().dueOn();
                    String what = (line.check().promise().origin().isOffer()
                                    ? "Offer taken up, made by "
                                    : "Promise kept, taken by ")
                            + line.notedBy();
                    return viewer.seesEverything() || viewer.portfolios().contains(line.portfolioId())
                            ? new TargetRow(on, what, line.customerId(), line.customerName(), line.entityCode(), null)
                            : TargetRow.elsewhere(on, what, null);
                })
                .toList();
    }

    private static Stream<PromiseLine> kept(List<PromiseLine> lines) {
        return lines.stream()
                .filter(line -> line.check().state() == PromiseState.KEPT
                        && line.check().promise().origin() != PromiseOrigin.OFFER_NOT_SENT);
    }

    private Set<String> logins() {
        return people.all().stream().map(Person::login).collect(Collectors.toSet());
    }

    private static LocalDate counted(YearMonth month, LocalDate today) {
        return today.isBefore(month.atEndOfMonth()) ? today : month.atEndOfMonth();
    }

    /** What was allocated later than it was received is found by its bank date; nothing is allocated before it is there. */
    private static Condition receivedIn(YearMonth month) {
        return RECEIPT_VIEW
                .RECEIVED_ON
                .between(month.atDay(1), month.atEndOfMonth())
                .and(RECEIPT_VIEW.POSTED_ON.ge(month.atDay(1)));
    }

    private static Condition madeIn(YearMonth month) {
        return CONTACT_MADE
                .MADE_ON
                .between(month.atDay(1), month.atEndOfMonth())
                .and(TeamBook.COUNTED);
    }
}
