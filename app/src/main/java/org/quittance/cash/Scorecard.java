package org.quittance.cash;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.percentileCont;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.toChar;
import static org.quittance.db.cash.Tables.SCORE_VIEW;
import static org.quittance.db.cash.Tables.SETTLEMENT_JOIN;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.Evidence;
import org.quittance.core.cash.MatchScore;
import org.quittance.core.cash.ReferenceAdvice;
import org.quittance.core.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How well payments are matched, and by whose fault not: by month, by payer, by the evidence that there was. */
@Service
@Transactional(readOnly = true)
public class Scorecard {

    /** The payments behind a settlement report are counted, and not their sum. */
    private static final Condition NO_SUM =
            SCORE_VIEW.PAYMENT_ID.notIn(select(SETTLEMENT_JOIN.PAYMENT_ID).from(SETTLEMENT_JOIN));

    private static final Condition AUTOMATIC = SCORE_VIEW.FIRST_DECISION.eq("APPLIED");
    private static final Field<String> PAYER = lower(SCORE_VIEW.PAYER_NAME);

    private final DSLContext sql;

    Scorecard(DSLContext sql) {
        this.sql = sql;
    }

    /** What the scorecard is broken down by. Currencies are never added up, so that each line has one. */
    public enum By {
        MONTH("Month"),
        PAYER("Payer"),
        EVIDENCE("Strongest evidence");

        private final String label;

        By(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * One line of the scorecard.
     *
     * @param medianMinutes from the receipt of the bank's line to its posting, of those that are posted; null where none is
     */
    public record Line(
            String key,
            String currency,
            MatchScore score,
            @Nullable BigDecimal medianMinutes) {}

    /** Which payments: booked from a day to another, both included, of one line or of all. */
    public record Range(LocalDate from, LocalDate to) {}

    /** A payment behind a figure, with what it counts there. */
    public record Counted(
            long paymentId,
            LocalDate bookingDate,
            String payerName,
            Money amount,
            String decision,
            long lines,
            long automaticLines,
            Money automatic,
            boolean isFalseMatch,
            long touches) {}

    /** A payer who makes work, and what they would have to change. */
    public record Payer(String name, long payments, long byHand, String advice) {}

    public List<Line> lines(Range range, By by, int most) {
        return sql.select(
                        key(by),
                        SCORE_VIEW.CURRENCY,
                        count(),
                        count().filterWhere(AUTOMATIC),
                        sum(SCORE_VIEW.LINES).cast(Long.class),
                        sum(SCORE_VIEW.AUTOMATIC_LINES).cast(Long.class),
                        sum(SCORE_VIEW.AMOUNT_MINOR).cast(Long.class),
                        sum(automaticMinor()).cast(Long.class),
                        count().filterWhere(AUTOMATIC.and(SCORE_VIEW.IS_FALSE_MATCH)),
                        sum(SCORE_VIEW.TOUCHES).cast(Long.class),
                        percentileCont(inline(0.5)).withinGroupOrderBy(SCORE_VIEW.MINUTES_TO_POST))
                .from(SCORE_VIEW)
                .where(within(range))
                .and(NO_SUM)
                .groupBy(key(by), SCORE_VIEW.CURRENCY)
                .orderBy(
                        by == By.MONTH
                                ? key(by).desc()
                                : sum(SCORE_VIEW.AMOUNT_MINOR).desc(),
                        key(by),
                        SCORE_VIEW.CURRENCY)
                .limit(most)
                .fetch(Scorecard::line);
    }

    /** The payments that sum to the figures of one line, the largest first. */
    public List<Counted> payments(Range range, By by, String key, String currency, int from, int most) {
        return sql.select(SCORE_VIEW.fields())
                .select(automaticMinor().as("counted_minor"))
                .from(SCORE_VIEW)
                .where(within(range))
                .and(NO_SUM)
                .and(key(by).eq(key))
                .and(SCORE_VIEW.CURRENCY.eq(currency))
                .orderBy(SCORE_VIEW.AMOUNT_MINOR.desc(), SCORE_VIEW.PAYMENT_ID)
                .offset(from)
                .limit(most)
                .fetch(row -> new Counted(
                        row.get(SCORE_VIEW.PAYMENT_ID),
                        row.get(SCORE_VIEW.BOOKING_DATE),
                        row.get(SCORE_VIEW.PAYER_NAME),
                        Money.ofMinor(row.get(SCORE_VIEW.AMOUNT_MINOR), currency),
                        row.get(SCORE_VIEW.FIRST_DECISION),
                        row.get(SCORE_VIEW.LINES),
                        row.get(SCORE_VIEW.AUTOMATIC_LINES),
                        Money.ofMinor(row.get(field("counted_minor", Long.class)), currency),
                        row.get(SCORE_VIEW.IS_FALSE_MATCH),
                        row.get(SCORE_VIEW.TOUCHES)));
    }

    /** Payers whose payments take people's time, the most first. */
    public List<Payer> payersToTalkTo(Range range, int most) {
        Map<String, Long> payments = new TreeMap<>();
        Map<String, Map<Evidence.Kind, Long>> byHand = new TreeMap<>();
        sql.select(PAYER, SCORE_VIEW.EVIDENCE_KIND, count(), count().filterWhere(AUTOMATIC.not()))
                .from(SCORE_VIEW)
                .where(within(range))
                .and(NO_SUM)
                .and(SCORE_VIEW.PAYER_NAME.ne(""))
                .groupBy(PAYER, SCORE_VIEW.EVIDENCE_KIND)
                .forEach(row -> {
                    payments.merge(row.value1(), row.value3().longValue(), Long::sum);
                    if (row.value4() > 0) {
                        byHand.computeIfAbsent(row.value1(), _ -> new EnumMap<>(Evidence.Kind.class))
                                .put(
                                        Evidence.Kind.valueOf(row.value2()),
                                        row.value4().longValue());
                    }
                });
        List<Payer> payers = new ArrayList<>();
        byHand.forEach((name, kinds) -> ReferenceAdvice.of(
                        new ReferenceAdvice.Payer(payments.getOrDefault(name, 0L), kinds))
                .ifPresent(advice -> payers.add(new Payer(
                        name,
                        payments.getOrDefault(name, 0L),
                        kinds.values().stream().mapToLong(Long::longValue).sum(),
                        advice))));
        return payers.stream()
                .sorted(Comparator.comparingLong(Payer::byHand).reversed().thenComparing(Payer::name))
                .limit(most)
                .toList();
    }

    private static Field<String> key(By by) {
        return switch (by) {
            case MONTH -> toChar(SCORE_VIEW.MONTH, inline("YYYY-MM"));
            case PAYER -> PAYER;
            case EVIDENCE -> SCORE_VIEW.EVIDENCE_KIND;
        };
    }

    private static Condition within(Range range) {
        return SCORE_VIEW.BOOKING_DATE.between(range.from(), range.to());
    }

    /** Credit notes that the payer took pay items too: of a payment, at most its own amount was applied. */
    private static Field<Long> automaticMinor() {
        return least(SCORE_VIEW.AUTOMATIC_MINOR, SCORE_VIEW.AMOUNT_MINOR);
    }

    private static Line line(Record row) {
        return new Line(
                row.get(0, String.class),
                row.get(1, String.class),
                new MatchScore(
                        row.get(2, Long.class),
                        row.get(3, Long.class),
                        row.get(4, Long.class),
                        row.get(5, Long.class),
                        row.get(6, Long.class),
                        row.get(7, Long.class),
                        row.get(8, Long.class),
                        row.get(9, Long.class)),
                row.get(10, BigDecimal.class));
    }
}
