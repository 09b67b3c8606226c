package org.quittance.collections.decision;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.quittance.db.collections.Tables.PAYMENT_POLICY;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.collections.VisibleAccounts;
import org.quittance.core.collections.PayDays;
import org.quittance.core.collections.PaymentPolicy;
import org.quittance.core.collections.Sentences;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Timeline;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The payment policies of customers to which we hold back: documented exceptions from strategies, each with its reason and its last day, set by
 * team leads and the credit manager. The latest of an account holds; each is kept.
 */
@Service
public class PaymentPolicies {

    /** An exception ends within a year, so that somebody looks at it again. */
    public static final int FARTHEST_DAYS = 366;

    static final Field<Long> ACCOUNT = of("account_id", Long.class);
    static final Field<Integer> GRACE_DAYS = of("grace_days", Integer.class);
    static final Field<Integer[]> WEEKDAYS = of("weekdays", Integer[].class);
    static final Field<Integer[]> MONTH_DAYS = of("month_days", Integer[].class);
    static final Field<LocalDate> UNTIL = of("until", LocalDate.class);
    static final Field<String> REASON = of("reason", String.class);

    private final DSLContext sql;
    private final VisibleAccounts visible;
    private final Redecision redecision;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final BusinessClock clock;

    PaymentPolicies(
            DSLContext sql,
            VisibleAccounts visible,
            Redecision redecision,
            Timeline timeline,
            AuditTrail audit,
            BusinessClock clock) {
        this.sql = sql;
        this.visible = visible;
        this.redecision = redecision;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** Why nothing is set, each with a sentence. */
    public enum Refusal {
        NOT_FOUND("There is no such account in your portfolios."),
        NEEDS_A_LEAD("Team leads and the credit manager set what strategies hold back for. Ask one of them."),
        OVER_ALREADY("That day is over. Give a day that is still to come."),
        TOO_FAR_AHEAD("An exception is looked at again within a year. Give an earlier day."),
        NOTHING_SET("The account pays by its terms already.");

        private final String sentence;

        Refusal(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /**
     * A policy as it was set or ended.
     *
     * @param policy null where the account pays by its terms again from then on
     */
    public record Entry(@Nullable PaymentPolicy policy, String reason, String actor, Instant recordedAt) {}

    /** A policy that holds, and whose account it is. */
    public record Line(
            long accountId,
            long customerId,
            String customerName,
            String entityCode,
            String accountNumber,
            PaymentPolicy policy,
            String actor) {}

    /** The policy that holds for an account today, if any. */
    @Transactional(readOnly = true)
    public Optional<PaymentPolicy> of(long accountId) {
        return history(accountId).stream()
                .findFirst()
                .flatMap(entry -> Optional.ofNullable(entry.policy()))
                .filter(policy -> policy.holdsOn(clock.today()));
    }

    /** All that was set for an account, the latest first. */
    @Transactional(readOnly = true)
    public List<Entry> history(long accountId) {
        return sql.selectFrom(PAYMENT_POLICY)
                .where(PAYMENT_POLICY.ACCOUNT_ID.eq(accountId))
                .orderBy(PAYMENT_POLICY.ID.desc())
                .fetch(row -> new Entry(
                        policy(
                                row.getGraceDays(),
                                row.getWeekdays(),
                                row.getMonthDays(),
                                row.getUntil(),
                                row.getReason()),
                        row.getReason(),
                        row.getActor(),
                        row.getRecordedAt()));
    }

    /** Those that hold today for accounts that the viewer sees, the first to end first. */
    @Transactional(readOnly = true)
    public List<Line> inForce(Viewer viewer) {
        Field<String> actor = of("actor", String.class);
        return sql.select(ACCOUNT, GRACE_DAYS, WEEKDAYS, MONTH_DAYS, UNTIL, REASON, actor)
                .select(
                        ACCOUNT_VIEW.CUSTOMER_ID,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        ACCOUNT_VIEW.ENTITY_CODE,
                        ACCOUNT_VIEW.ACCOUNT_NUMBER)
                .from(inForce(clock.today()))
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(ACCOUNT))
                .where(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(UNTIL, ACCOUNT)
                .fetch(row -> new Line(
                        row.get(ACCOUNT),
                        row.get(ACCOUNT_VIEW.CUSTOMER_ID),
                        row.get(ACCOUNT_VIEW.CUSTOMER_NAME),
                        row.get(ACCOUNT_VIEW.ENTITY_CODE),
                        row.get(ACCOUNT_VIEW.ACCOUNT_NUMBER),
                        Optional.ofNullable(policy(row)).orElseThrow(),
                        row.get(actor)));
    }

    /** Holds back for an account from now on; empty where it is done. */
    @Transactional
    public Optional<Refusal> set(long accountId, PaymentPolicy policy, Viewer viewer) {
        Optional<Refusal> refusal = refusal(accountId, viewer).or(() -> refusal(policy.until()));
        if (refusal.isEmpty()) {
            write(accountId, policy, policy.reason(), viewer);
            note(
                    accountId,
                    "Payment policy",
                    "They pay %s; steps wait for that until %s. %s"
                            .formatted(policy.sentence(), Sentences.day(policy.until()), policy.reason()),
                    viewer);
        }
        return refusal;
    }

    /** Goes back to the terms; empty where it is done. */
    @Transactional
    public Optional<Refusal> end(long accountId, String reason, Viewer viewer) {
        Optional<Refusal> refusal = refusal(accountId, viewer)
                .or(() -> of(accountId).isEmpty() ? Optional.of(Refusal.NOTHING_SET) : Optional.empty());
        if (refusal.isEmpty()) {
            write(accountId, null, reason.strip(), viewer);
            note(accountId, "Payment policy ended", reason.strip(), viewer);
        }
        return refusal;
    }

    private Optional<Refusal> refusal(long accountId, Viewer viewer) {
        if (visible.customerOf(viewer, accountId).isEmpty()) {
            return Optional.of(Refusal.NOT_FOUND);
        }
        return viewer.is(Role.MANAGER) || viewer.is(Role.TEAM_LEAD)
                ? Optional.empty()
                : Optional.of(Refusal.NEEDS_A_LEAD);
    }

    private Optional<Refusal> refusal(LocalDate until) {
        LocalDate today = clock.today();
        if (until.isBefore(today)) {
            return Optional.of(Refusal.OVER_ALREADY);
        }
        return until.isAfter(today.plusDays(FARTHEST_DAYS)) ? Optional.of(Refusal.TOO_FAR_AHEAD) : Optional.empty();
    }

    private void write(long accountId, @Nullable PaymentPolicy policy, String reason, Viewer viewer) {
        Set<Long> accounts = Set.of(accountId);
        redecision.hold(accounts);
        PayDays days = policy == null ? new PayDays.AnyDay() : policy.payDays();
        sql.insertInto(PAYMENT_POLICY)
                .set(PAYMENT_POLICY.ACCOUNT_ID, accountId)
                .set(PAYMENT_POLICY.GRACE_DAYS, policy == null ? null : policy.graceDays())
                .set(PAYMENT_POLICY.WEEKDAYS, weekdays(days))
                .set(PAYMENT_POLICY.MONTH_DAYS, monthDays(days))
                .set(PAYMENT_POLICY.UNTIL, policy == null ? null : policy.until())
                .set(PAYMENT_POLICY.REASON, reason)
                .set(PAYMENT_POLICY.ACTOR, viewer.login())
                .execute();
        redecision.decide(accounts);
    }

    private void note(long accountId, String outcome, String words, Viewer viewer) {
        long customer = visible.customerOf(viewer, accountId).orElseThrow();
        timeline.log(new Activity(
                CustomerId.of(customer),
                AccountId.of(accountId),
                Activity.Kind.NOTE,
                Activity.Direction.INTERNAL,
                clock.today(),
                viewer.login(),
                null,
                outcome,
                words,
                null));
        audit.record(
                viewer.login(), "payment-policy.set", "account", accountId, Sentences.said(outcome.toString(), words));
    }

    /** The latest of each account that holds on a day, as {@code own}: few, whatever the ledger. */
    static Table<?> inForce(LocalDate asOf) {
        Table<?> latest = select(PAYMENT_POLICY.fields())
                .distinctOn(PAYMENT_POLICY.ACCOUNT_ID)
                .from(PAYMENT_POLICY)
                .orderBy(PAYMENT_POLICY.ACCOUNT_ID, PAYMENT_POLICY.ID.desc())
                .asTable("latest");
        return select(DSL.asterisk())
                .from(latest)
                .where(field(name("latest", "until"), LocalDate.class).ge(asOf))
                .asTable("own");
    }

    private static @Nullable PaymentPolicy policy(Record row) {
        return policy(row.get(GRACE_DAYS), row.get(WEEKDAYS), row.get(MONTH_DAYS), row.get(UNTIL), row.get(REASON));
    }

    /** That of a row whose columns from the first one on are those of {@link #inForce}, joined from the left. */
    static @Nullable PaymentPolicy policy(ResultSet row, int first) throws SQLException {
        int graceDays = row.getInt(first);
        return row.wasNull()
                ? null
                : policy(
                        graceDays,
                        (Integer[]) row.getArray(first + 1).getArray(),
                        (Integer[]) row.getArray(first + 2).getArray(),
                        row.getObject(first + 3, LocalDate.class),
                        row.getString(first + 4));
    }

    private static @Nullable PaymentPolicy policy(
            @Nullable Integer graceDays, Integer[] weekdays, Integer[] monthDays, LocalDate until, String reason) {
        return graceDays == null ? null : new PaymentPolicy(graceDays, payDays(weekdays, monthDays), until, reason);
    }

    private static PayDays payDays(Integer[] weekdays, Integer[] monthDays) {
        if (weekdays.length > 0) {
            return new PayDays.Weekly(Arrays.stream(weekdays).map(DayOfWeek::of).collect(Collectors.toSet()));
        }
        return monthDays.length > 0 ? new PayDays.Monthly(Set.of(monthDays)) : new PayDays.AnyDay();
    }

    private static Integer[] weekdays(PayDays days) {
        return days instanceof PayDays.Weekly(Set<DayOfWeek> each)
                ? each.stream().map(DayOfWeek::getValue).sorted().toArray(Integer[]::new)
                : new Integer[0];
    }

    private static Integer[] monthDays(PayDays days) {
        return days instanceof PayDays.Monthly(Set<Integer> each)
                ? each.stream().sorted().toArray(Integer[]::new)
                : new Integer[0];
    }

    private static <T> Field<T> of(String column, Class<T> type) {
        return field(name("own", column), type);
    }
}
