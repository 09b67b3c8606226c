package org.quittance.cash;

import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.quittance.db.cash.Tables.ADVICE;
import static org.quittance.db.cash.Tables.ADVICE_JOIN;
import static org.quittance.db.cash.Tables.ADVICE_LINE;
import static org.quittance.db.cash.Tables.ADVICE_SEPARATION;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.STANDING_JOIN_VIEW;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.AdviceView.State;
import org.quittance.core.cash.AdviceJoin;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.core.money.Money;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows advices to a person. */
@Service
@Transactional(readOnly = true)
public class AdviceReader {

    private static final int CANDIDATES_SHOWN = 20;

    /** How far a payment may miss an advice to be worth showing: a tenth, but no more than what a bank charges at most, or a fiftieth. */
    private static final long MOST_CHARGES_MINOR = 50_00;

    private static final long SHARE_OF_SMALL = 10;
    private static final long SHARE_OF_LARGE = 50;

    private static final Field<Integer> DOCUMENTS =
            field(select(count()).from(ADVICE_LINE).where(ADVICE_LINE.ADVICE_ID.eq(ADVICE.ID)));
    private static final Field<Long> PAID_BY = field(select(STANDING_JOIN_VIEW.PAYMENT_ID)
            .from(STANDING_JOIN_VIEW)
            .where(STANDING_JOIN_VIEW.ADVICE_ID.eq(ADVICE.ID)));

    private static final int OF_A_PAYMENT = 200;

    private final DSLContext sql;
    private final AdviceJoins joins;
    private final BusinessClock clock;

    AdviceReader(DSLContext sql, AdviceJoins joins, BusinessClock clock) {
        this.sql = sql;
        this.joins = joins;
        this.clock = clock;
    }

    /**
     * The newest first.
     *
     * @param state which alone to show; null shows all
     */
    public List<AdviceView.Row> rows(@Nullable State state, long from, int most) {
        Field<String> stands = state();
        return rowsWhere(state == null ? stands.isNotNull() : stands.eq(state.name()), from, most);
    }

    private List<AdviceView.Row> rowsWhere(Condition which, long from, int most) {
        Field<String> stands = state();
        return sql.select(ADVICE.fields())
                .select(stands, DOCUMENTS, PAID_BY)
                .from(ADVICE)
                .where(which)
                .orderBy(ADVICE.ID.desc())
                .limit(most)
                .offset(from)
                .fetch(row -> row(row, State.valueOf(row.get(stands))));
    }

    /** How many advices stand where. */
    public Map<State, Integer> counts() {
        Field<String> stands = state();
        var each = select(stands.as("state")).from(ADVICE).asTable("each");
        Field<String> found = field("each.state", String.class);
        return sql.select(found, count())
                .from(each)
                .groupBy(found)
                .fetchMap(row -> State.valueOf(row.value1()), row -> row.value2());
    }

    /** The advices that belong to a payment, 200 at most: several where it is a deposit or a bulk credit. */
    public List<AdviceView.Row> ofPayment(long paymentId) {
        return rowsWhere(PAID_BY.eq(paymentId), 0, OF_A_PAYMENT);
    }

    public Optional<AdviceView> advice(long id) {
        return rowsWhere(ADVICE.ID.eq(id), 0, 1).stream().findFirst().map(row -> {
            RemittanceAdvice advice =
                    joins.advices(List.of(id)).values().iterator().next();
            AdviceView.Joined joined = joined(id);
            return new AdviceView(row, advice, joined, separated(id), joined == null ? candidates(advice) : List.of());
        });
    }

    /** By the same rules for every list. */
    private Field<String> state() {
        LocalDate oldest = clock.today().minusDays(AdviceJoin.DAYS_BEFORE_MONEY);
        Condition sameAmount = exists(selectOne()
                .from(PAYMENT)
                .where(PAYMENT.AMOUNT_MINOR.eq(ADVICE.TOTAL_MINOR))
                .and(PAYMENT.CURRENCY.eq(ADVICE.CURRENCY))
                .and(PAYMENT.KIND.eq("PAYMENT"))
                .and(ADVICE.ADVICE_DATE
                        .isNull()
                        .or(PAYMENT.VALUE_DATE.between(
                                ADVICE.ADVICE_DATE.minus(AdviceJoin.DAYS_AFTER_MONEY),
                                ADVICE.ADVICE_DATE.plus(AdviceJoin.DAYS_BEFORE_MONEY))))
                .and(AdviceJoins.NOT_ADVISED));
        return when(AdviceJoins.NOT_JOINED.not(), inline(State.JOINED.name()))
                .when(ADVICE.TOTAL_MINOR.eq(0L), inline(State.WITHOUT_MONEY.name()))
                .when(
                        sameAmount.or(AdviceJoins.SEPARATED).or(ADVICE.ADVICE_DATE.lt(inline(oldest))),
                        inline(State.NEEDS_A_PERSON.name()))
                .otherwise(inline(State.WAITING.name()));
    }

    private static AdviceView.Row row(Record row, State state) {
        return new AdviceView.Row(
                row.get(ADVICE.ID),
                state,
                row.get(ADVICE.FORMAT),
                row.get(ADVICE.PAYER_NAME),
                row.get(ADVICE.REFERENCE),
                row.get(ADVICE.ADVICE_DATE),
                Money.ofMinor(row.get(ADVICE.TOTAL_MINOR), row.get(ADVICE.CURRENCY)),
                row.get(DOCUMENTS),
                row.get(PAID_BY),
                row.get(ADVICE.RECORDED_AT));
    }

    private AdviceView.@Nullable Joined joined(long id) {
        return sql.select(
                        PAYMENT.ID,
                        PAYMENT.BOOKING_DATE,
                        PAYMENT.AMOUNT_MINOR,
                        PAYMENT.CURRENCY,
                        PAYMENT.PAYER_NAME,
                        STANDING_JOIN_VIEW.REASON,
                        STANDING_JOIN_VIEW.ACTOR)
                .from(STANDING_JOIN_VIEW)
                .join(PAYMENT)
                .on(PAYMENT.ID.eq(STANDING_JOIN_VIEW.PAYMENT_ID))
                .where(STANDING_JOIN_VIEW.ADVICE_ID.eq(id))
                .fetchOptional(row -> new AdviceView.Joined(
                        row.value1(),
                        row.value2(),
                        Money.ofMinor(row.value3(), row.value4()),
                        row.value5(),
                        row.value6().equals("BY_HAND")
                                ? "A person joined them"
                                : AdviceJoin.Sign.valueOf(row.value6()).sentence(),
                        row.value7()))
                .orElse(null);
    }

    private List<AdviceView.Separated> separated(long id) {
        return sql.select(
                        ADVICE_JOIN.PAYMENT_ID,
                        ADVICE_SEPARATION.REASON,
                        ADVICE_SEPARATION.ACTOR,
                        ADVICE_SEPARATION.SEPARATED_AT)
                .from(ADVICE_JOIN)
                .join(ADVICE_SEPARATION)
                .on(ADVICE_SEPARATION.JOIN_ID.eq(ADVICE_JOIN.ID))
                .where(ADVICE_JOIN.ADVICE_ID.eq(id))
                .orderBy(ADVICE_JOIN.ID.desc())
                .fetch(row -> new AdviceView.Separated(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** Money of nearly this amount, the nearest by amount and then by day first. */
    private List<AdviceView.Candidate> candidates(RemittanceAdvice advice) {
        long total = advice.total().minor();
        String currency = advice.total().currency().getCurrencyCode();
        long near = Math.max(Math.min(MOST_CHARGES_MINOR, total / SHARE_OF_SMALL), total / SHARE_OF_LARGE);
        LocalDate day = advice.date() == null ? clock.today() : advice.date();
        return sql.select(
                        PAYMENT.ID, PAYMENT.BOOKING_DATE, PAYMENT.AMOUNT_MINOR, PAYMENT.PAYER_NAME, PAYMENT.REMITTANCE)
                .from(PAYMENT)
                .where(PAYMENT.AMOUNT_MINOR.between(total - near, total + near))
                .and(PAYMENT.AMOUNT_MINOR.gt(0L))
                .and(PAYMENT.CURRENCY.eq(currency))
                .and(PAYMENT.KIND.eq("PAYMENT"))
                .and(AdviceJoins.NOT_ADVISED)
                .orderBy(
                        abs(PAYMENT.AMOUNT_MINOR.minus(total)),
                        abs(localDateDiff(PAYMENT.VALUE_DATE, val(day))),
                        PAYMENT.ID)
                .limit(CANDIDATES_SHOWN)
                .fetch(row -> new AdviceView.Candidate(
                        row.value1(),
                        row.value2(),
                        Money.ofMinor(row.value3(), currency),
                        row.value4(),
                        row.value5(),
                        Money.ofMinor(total - row.value3(), currency)));
    }
}
