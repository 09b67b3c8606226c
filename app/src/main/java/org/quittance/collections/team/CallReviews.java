package org.quittance.collections.team;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.collections.Tables.CALL_NOTED;
import static org.quittance.db.collections.Tables.CALL_REVIEW;
import static org.quittance.db.collections.Tables.CALL_REVIEW_READING;
import static org.quittance.db.collections.Tables.DIALLING;
import static org.quittance.db.correspondence.Tables.ACTIVITY_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.CONTACT_VIEW;
import static org.quittance.db.ledger.Tables.CUSTOMER_VIEW;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.quittance.audit.AuditTrail;
import org.quittance.core.collections.CallCheck;
import org.quittance.core.collections.CallCheck.Finding;
import org.quittance.core.collections.CallCheck.Question;
import org.quittance.correspondence.Activity;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks the quality of calls: each against one sheet, with a note to whoever made it. Which ones, {@link CallSamples} draws. */
@Service
public class CallReviews {

    static final Condition IS_CALL = ACTIVITY_VIEW.KIND.eq("CALL");

    private final DSLContext sql;
    private final AuditTrail audit;

    CallReviews(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** A call about a customer that the viewer sees. */
    @Transactional(readOnly = true)
    public Optional<SampledCall> call(long activityId, Viewer viewer) {
        return calls(IS_CALL.and(ACTIVITY_VIEW.ACTIVITY_ID.eq(activityId)).and(seenBy(viewer)))
                .fetchOptional(CallReviews::call);
    }

    /** The same with all that was noted of it. */
    @Transactional(readOnly = true)
    public Optional<CallSheet> sheet(long activityId, Viewer viewer) {
        return sql.select(ACTIVITY_VIEW.fields())
                .select(
                        CUSTOMER_VIEW.NAME,
                        CONTACT_VIEW.NAME,
                        CALL_NOTED.OTHERWISE,
                        DIALLING.ID,
                        DIALLING.NUMBER,
                        DIALLING.CONTACT_NAME,
                        DIALLING.AT,
                        DIALLING.REASON)
                .from(ACTIVITY_VIEW)
                .join(CUSTOMER_VIEW)
                .on(CUSTOMER_VIEW.CUSTOMER_ID.eq(ACTIVITY_VIEW.CUSTOMER_ID))
                .leftJoin(CONTACT_VIEW)
                .on(CONTACT_VIEW.CONTACT_ID.eq(ACTIVITY_VIEW.CONTACT_ID))
                .leftJoin(CALL_NOTED)
                .on(CALL_NOTED.ACTIVITY_ID.eq(ACTIVITY_VIEW.ACTIVITY_ID))
                .leftJoin(DIALLING)
                .on(DIALLING.ID.eq(CALL_NOTED.DIALLING_ID))
                .where(IS_CALL.and(ACTIVITY_VIEW.ACTIVITY_ID.eq(activityId)).and(seenBy(viewer)))
                .fetchOptional(CallReviews::sheet);
    }

    @Transactional
    public CallReviewOutcome review(long activityId, CallCheck check, String note, Viewer viewer) {
        Optional<SampledCall> call = call(activityId, viewer);
        if (call.isEmpty()) {
            return CallReviewOutcome.NO_SUCH_CALL;
        }
        if (call.get().person().equals(viewer.login())) {
            return CallReviewOutcome.OWN_CALL;
        }
        if (!check.isComplete()) {
            return CallReviewOutcome.INCOMPLETE;
        }
        Map<Question, Finding> answers = check.inOrder();
        int written = sql.insertInto(
                        CALL_REVIEW,
                        CALL_REVIEW.ACTIVITY_ID,
                        CALL_REVIEW.PERSON,
                        CALL_REVIEW.QUESTIONS,
                        CALL_REVIEW.ANSWERS,
                        CALL_REVIEW.NOTE,
                        CALL_REVIEW.ACTOR)
                .values(
                        activityId,
                        call.get().person(),
                        answers.keySet().stream().map(Question::name).toArray(String[]::new),
                        answers.values().stream().map(Finding::name).toArray(String[]::new),
                        note.strip(),
                        viewer.login())
                .onConflictDoNothing()
                .execute();
        if (written == 0) {
            return CallReviewOutcome.CHECKED_ALREADY;
        }
        audit.record(
                viewer.login(),
                "call.checked",
                "activity",
                activityId,
                "call of " + call.get().person());
        return CallReviewOutcome.DONE;
    }

    /** The checks of the person's calls about customers that the viewer sees, the latest first. */
    @Transactional(readOnly = true)
    public List<CallReview> of(String person, Viewer viewer) {
        return reviews(CALL_REVIEW.PERSON.eq(person).and(seenBy(viewer)));
    }

    /** The checks of the viewer's own calls, whatever portfolios they are in by now. */
    @Transactional(readOnly = true)
    public List<CallReview> ofOwn(Viewer viewer) {
        return reviews(CALL_REVIEW.PERSON.eq(viewer.login()));
    }

    /**
     * Checks of somebody's own calls that they have not said to have read.
     *
     * @param notes how many of them have a note to them
     * @param upTo the number of the latest; 0 where there is none
     */
    public record Unread(long checks, long notes, long upTo) {}

    @Transactional(readOnly = true)
    public Unread unread(Viewer viewer) {
        return sql.select(
                        count(),
                        count().filterWhere(CALL_REVIEW.NOTE.ne("")),
                        DSL.coalesce(DSL.max(CALL_REVIEW.ID), 0L))
                .from(CALL_REVIEW)
                .where(unreadBy(viewer))
                .fetchSingle(row -> new Unread(row.value1(), row.value2(), row.value3()));
    }

    /** Keeps that the viewer has read the checks of their own calls up to the one of the number; said twice, it is kept once. */
    @Transactional
    public void read(long upTo, Viewer viewer) {
        sql.insertInto(CALL_REVIEW_READING, CALL_REVIEW_READING.REVIEW_ID)
                .select(select(CALL_REVIEW.ID)
                        .from(CALL_REVIEW)
                        .where(unreadBy(viewer))
                        .and(CALL_REVIEW.ID.le(upTo)))
                .onConflictDoNothing()
                .execute();
    }

    private static Condition unreadBy(Viewer viewer) {
        return CALL_REVIEW
                .PERSON
                .eq(viewer.login())
                .and(notExists(
                        selectOne().from(CALL_REVIEW_READING).where(CALL_REVIEW_READING.REVIEW_ID.eq(CALL_REVIEW.ID))));
    }

    private List<CallReview> reviews(Condition which) {
        return sql.select(ACTIVITY_VIEW.fields())
                .select(CUSTOMER_VIEW.NAME)
                .select(CALL_REVIEW.fields())
                .from(CALL_REVIEW)
                .join(ACTIVITY_VIEW)
                .on(ACTIVITY_VIEW.ACTIVITY_ID.eq(CALL_REVIEW.ACTIVITY_ID))
                .join(CUSTOMER_VIEW)
                .on(CUSTOMER_VIEW.CUSTOMER_ID.eq(ACTIVITY_VIEW.CUSTOMER_ID))
                .where(which)
                .orderBy(CALL_REVIEW.ID.desc())
                .fetch(CallReviews::reviewed);
    }

    private SelectConditionStep<? extends Record> calls(Condition which) {
        return sql.select(ACTIVITY_VIEW.fields())
                .select(CUSTOMER_VIEW.NAME)
                .from(ACTIVITY_VIEW)
                .join(CUSTOMER_VIEW)
                .on(CUSTOMER_VIEW.CUSTOMER_ID.eq(ACTIVITY_VIEW.CUSTOMER_ID))
                .where(which);
    }

    static Condition seenBy(Viewer viewer) {
        Select<?> account = DSL.selectOne()
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.CUSTOMER_ID.eq(ACTIVITY_VIEW.CUSTOMER_ID))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID));
        return exists(account);
    }

    static SampledCall call(Record row) {
        return new SampledCall(
                row.get(ACTIVITY_VIEW.ACTIVITY_ID),
                row.get(ACTIVITY_VIEW.ACTOR),
                row.get(ACTIVITY_VIEW.BUSINESS_DATE),
                row.get(ACTIVITY_VIEW.AT),
                row.get(ACTIVITY_VIEW.CUSTOMER_ID),
                row.get(CUSTOMER_VIEW.NAME),
                row.get(ACTIVITY_VIEW.OUTCOME),
                row.get(ACTIVITY_VIEW.BODY));
    }

    private static CallSheet sheet(Record row) {
        String otherwise = row.get(CALL_NOTED.OTHERWISE);
        return new CallSheet(
                call(row),
                Activity.Direction.valueOf(row.get(ACTIVITY_VIEW.DIRECTION)),
                row.get(CONTACT_VIEW.NAME),
                row.get(DIALLING.ID) == null
                        ? null
                        : new CallSheet.Dialled(
                                row.get(DIALLING.NUMBER),
                                row.get(DIALLING.CONTACT_NAME),
                                row.get(DIALLING.AT),
                                row.get(DIALLING.REASON)),
                otherwise == null ? "" : otherwise);
    }

    private static CallReview reviewed(Record row) {
        String[] questions = row.get(CALL_REVIEW.QUESTIONS);
        String[] answers = row.get(CALL_REVIEW.ANSWERS);
        Map<Question, Finding> check = new EnumMap<>(Question.class);
        for (int i = 0; i < questions.length; i++) {
            check.put(Question.valueOf(questions[i]), Finding.valueOf(answers[i]));
        }
        return new CallReview(
                row.get(CALL_REVIEW.ID),
                call(row),
                new CallCheck(check),
                row.get(CALL_REVIEW.NOTE),
                row.get(CALL_REVIEW.ACTOR),
                row.get(CALL_REVIEW.RECORDED_AT));
    }
}
