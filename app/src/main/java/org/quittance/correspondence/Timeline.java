package org.quittance.correspondence;

import static org.quittance.db.correspondence.Tables.ACTIVITY;
import static org.quittance.db.correspondence.Tables.ACTIVITY_TAKEN_BACK;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one timeline of a customer: everything said and done, only ever added to. */
@Service
public class Timeline {

    private final DSLContext sql;
    private final BusinessClock clock;

    Timeline(DSLContext sql, BusinessClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Writes an activity down, in the transaction of the deed, and returns its number. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long log(Activity activity) {
        return log(activity, clock.now());
    }

    /** The same of what somebody noted before, in a system before this one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long log(Activity activity, Instant notedAt) {
        var row = sql.newRecord(ACTIVITY);
        row.setCustomerId(activity.customer().value());
        row.setAccountIds(
                activity.accounts().stream().map(AccountId::value).sorted().toArray(Long[]::new));
        row.setKind(activity.kind().name());
        row.setDirection(activity.direction().name());
        row.setBusinessDate(activity.businessDate());
        row.setAt(notedAt);
        row.setActor(activity.actor());
        row.setContactId(activity.contactId());
        row.setOutcome(activity.outcome());
        row.setBody(activity.body());
        row.setMessageId(activity.message() == null ? null : activity.message().value());
        row.store();
        return row.getId();
    }

    /** Says of activities that they were noted by mistake: they stay, and nobody counts them any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(Set<Long> activities, String actor) {
        var insert = sql.insertInto(
                ACTIVITY_TAKEN_BACK,
                ACTIVITY_TAKEN_BACK.ACTIVITY_ID,
                ACTIVITY_TAKEN_BACK.ACTOR,
                ACTIVITY_TAKEN_BACK.TAKEN_BACK_AT);
        for (Long activity : activities) {
            insert = insert.values(activity, actor, clock.now());
        }
        if (!activities.isEmpty()) {
            insert.execute();
        }
    }

    /** The newest first, before the given entry (exclusive; null for the newest of all). */
    @Transactional(readOnly = true)
    public List<TimelineEntry> of(CustomerId customer, @Nullable Long before, int most) {
        return sql.select(ACTIVITY.fields())
                .select(ACTIVITY_TAKEN_BACK.ACTOR, ACTIVITY_TAKEN_BACK.TAKEN_BACK_AT)
                .from(ACTIVITY)
                .leftJoin(ACTIVITY_TAKEN_BACK)
                .on(ACTIVITY_TAKEN_BACK.ACTIVITY_ID.eq(ACTIVITY.ID))
                .where(ACTIVITY.CUSTOMER_ID.eq(customer.value()))
                .and(before == null ? DSL.noCondition() : ACTIVITY.ID.lt(before))
                .orderBy(ACTIVITY.ID.desc())
                .limit(most)
                .fetch(Timeline::entry);
    }

    private static TimelineEntry entry(Record row) {
        Long message = row.get(ACTIVITY.MESSAGE_ID);
        Instant takenBack = row.get(ACTIVITY_TAKEN_BACK.TAKEN_BACK_AT);
        return new TimelineEntry(
                row.get(ACTIVITY.ID),
                row.get(ACTIVITY.AT),
                new Activity(
                        CustomerId.of(row.get(ACTIVITY.CUSTOMER_ID)),
                        Arrays.stream(row.get(ACTIVITY.ACCOUNT_IDS))
                                .map(AccountId::of)
                                .collect(Collectors.toSet()),
                        Activity.Kind.valueOf(row.get(ACTIVITY.KIND)),
                        Activity.Direction.valueOf(row.get(ACTIVITY.DIRECTION)),
                        row.get(ACTIVITY.BUSINESS_DATE),
                        row.get(ACTIVITY.ACTOR),
                        row.get(ACTIVITY.CONTACT_ID),
                        row.get(ACTIVITY.OUTCOME),
                        row.get(ACTIVITY.BODY),
                        message == null ? null : MessageId.of(message)),
                takenBack == null ? null : new TimelineEntry.TakenBack(row.get(ACTIVITY_TAKEN_BACK.ACTOR), takenBack));
    }
}
