package org.quittance.collections.team;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.collections.Tables.CALL_REVIEW;
import static org.quittance.db.collections.Tables.CALL_SAMPLE;
import static org.quittance.db.collections.Tables.CALL_SAMPLE_CALL;
import static org.quittance.db.correspondence.Tables.ACTIVITY_VIEW;
import static org.quittance.db.ledger.Tables.CUSTOMER_VIEW;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.quittance.audit.AuditTrail;
import org.quittance.collections.contact.CallResult;
import org.quittance.core.collections.CallLot;
import org.quittance.core.collections.CallLot.Call;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws calls of a person by lot, for whoever checks them, and keeps what was drawn.
 *
 * <p>A month has one sample; another is drawn when somebody asks for it, and not before all of the first are checked. Nobody can draw until
 * the calls suit them.
 */
@Service
public class CallSamples {

    /** How far back calls are drawn from. */
    public static final int DAYS = 30;

    private static final int SHOWN = 12;

    private final DSLContext sql;
    private final AuditTrail audit;
    private final BusinessClock clock;

    CallSamples(DSLContext sql, AuditTrail audit, BusinessClock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of the wish to draw. */
    public enum Outcome {
        DRAWN("Drawn. These calls stay the sample until all of them are checked."),
        OWN_CALLS("Somebody else checks your own calls."),
        NOT_DONE("Check the calls of this month's sample first; then another can be drawn."),
        NO_CALLS("No call of the last %d days about a customer that you see is left to be drawn.".formatted(DAYS));

        private final String sentence;

        Outcome(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** The samples of the person's calls that the viewer has drawn, the latest first. */
    @Transactional(readOnly = true)
    public List<CallSample> of(String person, Viewer viewer) {
        Field<Boolean> checked = field(
                DSL.exists(selectOne().from(CALL_REVIEW).where(CALL_REVIEW.ACTIVITY_ID.eq(ACTIVITY_VIEW.ACTIVITY_ID))));
        Map<Long, List<Record>> rows = new LinkedHashMap<>();
        sql.select(CALL_SAMPLE.fields())
                .select(ACTIVITY_VIEW.fields())
                .select(CUSTOMER_VIEW.NAME, checked)
                .from(CALL_SAMPLE)
                .join(CALL_SAMPLE_CALL)
                .on(CALL_SAMPLE_CALL.SAMPLE_ID.eq(CALL_SAMPLE.ID))
                .join(ACTIVITY_VIEW)
                .on(ACTIVITY_VIEW.ACTIVITY_ID.eq(CALL_SAMPLE_CALL.ACTIVITY_ID))
                .join(CUSTOMER_VIEW)
                .on(CUSTOMER_VIEW.CUSTOMER_ID.eq(ACTIVITY_VIEW.CUSTOMER_ID))
                .where(CALL_SAMPLE.PERSON.eq(person))
                .and(CALL_SAMPLE.ACTOR.eq(viewer.login()))
                .and(CALL_SAMPLE.MONTH.gt(clock.today().minusMonths(SHOWN)))
                .and(CallReviews.seenBy(viewer))
                .orderBy(CALL_SAMPLE.ID.desc(), CALL_SAMPLE_CALL.PLACE)
                .forEach(row -> rows.computeIfAbsent(row.get(CALL_SAMPLE.ID), _ -> new ArrayList<>())
                        .add(row));
        return rows.values().stream().map(calls -> sample(calls, checked)).toList();
    }

    private static CallSample sample(List<Record> calls, Field<Boolean> checked) {
        Record sample = calls.getFirst();
        return new CallSample(
                YearMonth.from(sample.get(CALL_SAMPLE.MONTH)),
                sample.get(CALL_SAMPLE.NUMBER),
                sample.get(CALL_SAMPLE.ANSWERED),
                sample.get(CALL_SAMPLE.DRAWN_ON),
                calls.stream()
                        .map(row -> new CallSample.Drawn(
                                CallReviews.call(row),
                                CallResult.answerOf(row.get(ACTIVITY_VIEW.OUTCOME)),
                                row.get(checked) ? CallSample.State.CHECKED : CallSample.State.TO_CHECK))
                        .toList());
    }

    /** Draws a sample of the person's calls that nobody has checked or drawn yet; fewer where there are not so many. */
    @Transactional
    public Outcome draw(String person, CallLot lot, Viewer viewer) {
        if (person.equals(viewer.login())) {
            return Outcome.OWN_CALLS;
        }
        YearMonth month = YearMonth.from(clock.today());
        Optional<CallSample> latest = of(person, viewer).stream()
                .filter(sample -> sample.month().equals(month))
                .findFirst();
        if (latest.isPresent() && !latest.get().isDone()) {
            return Outcome.NOT_DONE;
        }
        int number = latest.map(CallSample::number).orElse(0) + 1;
        List<Call> drawn = lot.draw(candidates(person, month.atDay(1), number, viewer));
        if (drawn.isEmpty()) {
            return Outcome.NO_CALLS;
        }
        Optional<Long> sample = sql.insertInto(
                        CALL_SAMPLE,
                        CALL_SAMPLE.PERSON,
                        CALL_SAMPLE.MONTH,
                        CALL_SAMPLE.NUMBER,
                        CALL_SAMPLE.ANSWERED,
                        CALL_SAMPLE.DRAWN_ON,
                        CALL_SAMPLE.ACTOR)
                .values(person, month.atDay(1), number, lot.answered(), clock.today(), viewer.login())
                .onConflictDoNothing()
                .returningResult(CALL_SAMPLE.ID)
                .fetchOptional(CALL_SAMPLE.ID);
        // Where the same was asked for twice at once, the other has drawn.
        sample.ifPresent(id -> write(id, drawn));
        audit.record(viewer.login(), "calls.drawn", "person", person, month + ", " + drawn.size() + " calls");
        return Outcome.DRAWN;
    }

    private void write(long sample, List<Call> drawn) {
        var insert = sql.insertInto(
                CALL_SAMPLE_CALL, CALL_SAMPLE_CALL.SAMPLE_ID, CALL_SAMPLE_CALL.ACTIVITY_ID, CALL_SAMPLE_CALL.PLACE);
        int place = 0;
        for (Call call : drawn) {
            place++;
            insert = insert.values(sample, call.id(), place);
        }
        insert.execute();
    }

    /** In the order of the lot, which the month and the number of the sample decide, and nobody's wish. */
    private List<Call> candidates(String person, LocalDate month, int number, Viewer viewer) {
        Field<String> lot = field(
                "md5({0} || {1})",
                String.class, ACTIVITY_VIEW.ACTIVITY_ID.cast(String.class), val(month + viewer.login() + number));
        return sql.select(ACTIVITY_VIEW.ACTIVITY_ID, ACTIVITY_VIEW.OUTCOME)
                .from(ACTIVITY_VIEW)
                .where(CallReviews.IS_CALL)
                .and(ACTIVITY_VIEW.ACTOR.eq(person))
                .and(ACTIVITY_VIEW.BUSINESS_DATE.gt(clock.today().minusDays(DAYS)))
                .and(CallReviews.seenBy(viewer))
                .and(notExists(
                        selectOne().from(CALL_REVIEW).where(CALL_REVIEW.ACTIVITY_ID.eq(ACTIVITY_VIEW.ACTIVITY_ID))))
                .and(notExists(selectOne()
                        .from(CALL_SAMPLE_CALL)
                        .where(CALL_SAMPLE_CALL.ACTIVITY_ID.eq(ACTIVITY_VIEW.ACTIVITY_ID))))
                .orderBy(lot, ACTIVITY_VIEW.ACTIVITY_ID)
                .fetch(row -> new Call(row.value1(), CallResult.answerOf(row.value2())));
    }
}
