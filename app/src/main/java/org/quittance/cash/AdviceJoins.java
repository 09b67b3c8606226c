package org.quittance.cash;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.quittance.db.cash.Tables.ADVICE;
import static org.quittance.db.cash.Tables.ADVICE_JOIN;
import static org.quittance.db.cash.Tables.ADVICE_LINE;
import static org.quittance.db.cash.Tables.ADVICE_SEPARATION;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.RECEIVED_VIEW;
import static org.quittance.db.cash.Tables.STANDING_JOIN_VIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.AdviceJoin;
import org.quittance.core.cash.AdviceJoin.Arrived;
import org.quittance.core.cash.AdviceJoin.Joined;
import org.quittance.core.cash.AdviceJoin.Waiting;
import org.quittance.core.cash.Payment;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.core.money.Money;
import org.quittance.db.cash.tables.records.AdviceLineRecord;
import org.quittance.db.cash.tables.records.AdviceRecord;
import org.quittance.platform.CopyRows;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Joins advices to payments, whichever came first: loads what could belong together, asks {@link AdviceJoin}, records.
 *
 * <p>A pair is looked for when either of the two arrives, with everything else of the same amount beside it. An advice that a person has
 * separated from a payment is joined by a person only.
 */
@Component
class AdviceJoins {

    /** On {@code cash.advice}: it has no payment. */
    static final Condition NOT_JOINED =
            notExists(selectOne().from(STANDING_JOIN_VIEW).where(STANDING_JOIN_VIEW.ADVICE_ID.eq(ADVICE.ID)));

    /** On {@code cash.payment}: no advice belongs to it. */
    static final Condition NOT_ADVISED =
            notExists(selectOne().from(STANDING_JOIN_VIEW).where(STANDING_JOIN_VIEW.PAYMENT_ID.eq(PAYMENT.ID)));

    /** On {@code cash.advice}: a person has separated it from a payment. */
    static final Condition SEPARATED = exists(selectOne()
            .from(ADVICE_JOIN)
            .join(ADVICE_SEPARATION)
            .on(ADVICE_SEPARATION.JOIN_ID.eq(ADVICE_JOIN.ID))
            .where(ADVICE_JOIN.ADVICE_ID.eq(ADVICE.ID)));

    private final DSLContext sql;
    private final CashLocks locks;

    AdviceJoins(DSLContext sql, CashLocks locks) {
        this.sql = sql;
        this.locks = locks;
    }

    /** Joins payments that have just come to advices that wait for them. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Joined> ofPayments(Collection<Payment> payments, String actor) {
        Set<Long> arrived =
                payments.stream().map(payment -> Long.valueOf(payment.id())).collect(Collectors.toSet());
        Long[] amounts = payments.stream()
                .map(payment -> payment.amount().minor())
                .distinct()
                .toArray(Long[]::new);
        List<Joined> joined = new ArrayList<>(join(amounts, one -> arrived.contains(one.paymentId()), actor));
        joined.addAll(joinTogether(noCondition(), amounts, one -> arrived.contains(one.paymentId()), actor));
        return joined;
    }

    /** Joins the advices of an upload to the payments that are there. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Joined> ofUpload(long uploadId, String actor) {
        Map<Long, Long> amounts = sql.select(ADVICE.ID, ADVICE.TOTAL_MINOR)
                .from(ADVICE)
                .where(ADVICE.UPLOAD_ID.eq(uploadId))
                .and(ADVICE.TOTAL_MINOR.gt(0L))
                .fetchMap(ADVICE.ID, ADVICE.TOTAL_MINOR);
        Long[] distinct = amounts.values().stream().distinct().toArray(Long[]::new);
        List<Joined> joined = new ArrayList<>(join(distinct, one -> amounts.containsKey(one.adviceId()), actor));
        joined.addAll(joinTogether(ADVICE.UPLOAD_ID.eq(uploadId), null, _ -> true, actor));
        return joined;
    }

    /** Advices of one file and day that nobody has joined one by one. */
    private record Group(long uploadId, @Nullable LocalDate day, String currency, long totalMinor) {}

    /**
     * Joins what a file tells of one day to the line of the bank to which all of it comes.
     *
     * @param which on {@code cash.advice}
     * @param amounts of the payments that are looked at; null for whatever is there
     */
    private List<Joined> joinTogether(
            Condition which, Long @Nullable [] amounts, Predicate<Joined> isNews, String actor) {
        Field<Long> total = sum(ADVICE.TOTAL_MINOR).cast(Long.class);
        List<Group> groups = sql.select(ADVICE.UPLOAD_ID, ADVICE.ADVICE_DATE, ADVICE.CURRENCY, total)
                .from(ADVICE)
                .where(waits(which))
                .groupBy(ADVICE.UPLOAD_ID, ADVICE.ADVICE_DATE, ADVICE.CURRENCY)
                .having(count().gt(1))
                .and(amounts == null ? noCondition() : total.eq(any(amounts)))
                .orderBy(ADVICE.UPLOAD_ID, ADVICE.ADVICE_DATE)
                .fetch(row -> new Group(row.value1(), row.value2(), row.value3(), row.value4()));
        if (groups.isEmpty()) {
            return List.of();
        }
        locks.advices();
        List<Joined> joined = new ArrayList<>();
        for (Group group : groups) {
            List<Waiting> advices = waiting(waits(ADVICE.UPLOAD_ID
                    .eq(group.uploadId())
                    .and(ADVICE.CURRENCY.eq(group.currency()))
                    .and(ADVICE.ADVICE_DATE.isNotDistinctFrom(group.day()))));
            List<Joined> together = AdviceJoin.together(advices, arrived(new Long[] {group.totalMinor()})).stream()
                    .flatMap(payment ->
                            advices.stream().map(advice -> new Joined(advice.id(), payment, AdviceJoin.Sign.DEPOSIT)))
                    .filter(isNews)
                    .toList();
            // At once: the next group must not find the same payment.
            record(together, actor);
            joined.addAll(together);
        }
        return joined;
    }

    private static Condition waits(Condition which) {
        return which.and(ADVICE.TOTAL_MINOR.gt(0L)).and(NOT_JOINED).and(SEPARATED.not());
    }

    /** What the advices of payments say that each is for; without an entry where there is none, or it is not to be believed. */
    Map<Long, List<Payment.RemittanceLine>> linesOf(Collection<Long> paymentIds) {
        Map<Long, Long> paymentOf = sql.select(STANDING_JOIN_VIEW.ADVICE_ID, STANDING_JOIN_VIEW.PAYMENT_ID)
                .from(STANDING_JOIN_VIEW)
                .where(STANDING_JOIN_VIEW.PAYMENT_ID.eq(any(paymentIds.toArray(Long[]::new))))
                .fetchMap(STANDING_JOIN_VIEW.ADVICE_ID, STANDING_JOIN_VIEW.PAYMENT_ID);
        Map<Long, List<Payment.RemittanceLine>> lines = new HashMap<>();
        Set<Long> unbelievable = new HashSet<>();
        advices(paymentOf.keySet()).forEach((advice, told) -> {
            long payment = paymentOf.getOrDefault(advice, 0L);
            lines.computeIfAbsent(payment, _ -> new ArrayList<>()).addAll(told.paymentLines());
            if (told.paymentLines().isEmpty()) {
                unbelievable.add(payment);
            }
        });
        // What one of several advices leaves open, the others do not explain.
        lines.keySet().removeAll(unbelievable);
        return lines;
    }

    /** Advices as they were taken in. */
    Map<Long, RemittanceAdvice> advices(Collection<Long> ids) {
        Long[] wanted = ids.toArray(Long[]::new);
        Map<Long, Result<AdviceLineRecord>> lines = sql.selectFrom(ADVICE_LINE)
                .where(ADVICE_LINE.ADVICE_ID.eq(any(wanted)))
                .orderBy(ADVICE_LINE.ADVICE_ID, ADVICE_LINE.LINE)
                .fetchGroups(ADVICE_LINE.ADVICE_ID);
        Map<Long, RemittanceAdvice> advices = new TreeMap<>();
        sql.selectFrom(ADVICE)
                .where(ADVICE.ID.eq(any(wanted)))
                .forEach(row -> advices.put(row.getId(), advice(row, lines.get(row.getId()))));
        return advices;
    }

    private static RemittanceAdvice advice(AdviceRecord row, @Nullable List<AdviceLineRecord> lines) {
        String currency = row.getCurrency();
        return new RemittanceAdvice(
                row.getFormat(),
                row.getPayerName(),
                row.getPayerAccount(),
                row.getPayeeName(),
                row.getReference(),
                row.getAdviceDate(),
                Money.ofMinor(row.getTotalMinor(), currency),
                lines == null
                        ? List.of()
                        : lines.stream().map(line -> line(line, currency)).toList());
    }

    private static RemittanceAdvice.Line line(AdviceLineRecord line, String currency) {
        return new RemittanceAdvice.Line(
                line.getDocument(),
                List.of(line.getRefs()),
                money(line.getGrossMinor(), currency),
                money(line.getDiscountMinor(), currency),
                money(line.getAdjustmentMinor(), currency),
                line.getAdjustmentReason(),
                Money.ofMinor(line.getNetMinor(), currency));
    }

    private static @Nullable Money money(@Nullable Long minor, String currency) {
        return minor == null ? null : Money.ofMinor(minor, currency);
    }

    private List<Joined> join(Long[] amounts, Predicate<Joined> isNews, String actor) {
        Condition waits = ADVICE.TOTAL_MINOR.eq(any(amounts)).and(NOT_JOINED).and(SEPARATED.not());
        if (amounts.length == 0 || !sql.fetchExists(ADVICE, waits)) {
            return List.of();
        }
        locks.advices();
        List<Joined> joined = AdviceJoin.decide(waiting(waits), arrived(amounts)).stream()
                .filter(isNews)
                .toList();
        record(joined, actor);
        return joined;
    }

    private void record(List<Joined> joined, String actor) {
        CopyRows rows = new CopyRows(joined.size());
        joined.forEach(one -> rows.value(one.adviceId())
                .value(one.paymentId())
                .value(one.sign())
                .value(actor)
                .end());
        rows.into("cash.advice_join (advice_id, payment_id, reason, actor)", sql);
    }

    private List<Waiting> waiting(Condition waits) {
        Map<Long, List<String>> documents = sql.select(ADVICE_LINE.ADVICE_ID, ADVICE_LINE.DOCUMENT)
                .from(ADVICE_LINE)
                .join(ADVICE)
                .on(ADVICE.ID.eq(ADVICE_LINE.ADVICE_ID))
                .where(waits)
                .fetchGroups(ADVICE_LINE.ADVICE_ID, ADVICE_LINE.DOCUMENT);
        return sql.selectFrom(ADVICE)
                .where(waits)
                .orderBy(ADVICE.ID)
                .fetch(row -> new Waiting(
                        row.getId(),
                        Money.ofMinor(row.getTotalMinor(), row.getCurrency()),
                        row.getReference(),
                        row.getPayerName(),
                        row.getPayerAccount(),
                        row.getAdviceDate(),
                        documents.getOrDefault(row.getId(), List.of())));
    }

    private List<Arrived> arrived(Long[] amounts) {
        Field<Boolean> isApplied =
                field(RECEIVED_VIEW.UNIDENTIFIED_MINOR.eq(0L).and(RECEIVED_VIEW.ON_ACCOUNT_MINOR.eq(0L)));
        return sql.select(PAYMENT.fields())
                .select(isApplied)
                .from(PAYMENT)
                .join(RECEIVED_VIEW)
                .on(RECEIVED_VIEW.PAYMENT_ID.eq(PAYMENT.ID))
                .where(PAYMENT.AMOUNT_MINOR.eq(any(amounts)))
                .and(PAYMENT.KIND.eq("PAYMENT"))
                .and(NOT_ADVISED)
                .orderBy(PAYMENT.ID)
                .fetch(row -> new Arrived(
                        row.get(PAYMENT.ID),
                        Money.ofMinor(row.get(PAYMENT.AMOUNT_MINOR), row.get(PAYMENT.CURRENCY)),
                        row.get(PAYMENT.PAYER_NAME),
                        row.get(PAYMENT.PAYER_ACCOUNT),
                        row.get(PAYMENT.VALUE_DATE),
                        row.get(isApplied),
                        String.join(
                                " ",
                                row.get(PAYMENT.REMITTANCE),
                                row.get(PAYMENT.END_TO_END),
                                row.get(PAYMENT.BANK_REFERENCE),
                                String.join(" ", row.get(PAYMENT.STRUCTURED_REFS)))));
    }
}
