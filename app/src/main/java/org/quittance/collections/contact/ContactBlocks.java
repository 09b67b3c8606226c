package org.quittance.collections.contact;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.collections.Tables.CONTACT_BLOCK;
import static org.quittance.db.collections.Tables.CONTACT_BLOCK_LIFT;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.CUSTOMER_VIEW;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.decision.Overrides;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders not to contact customers, those in force and those that are over. {@link Overrides} gives and lifts them. */
@Service
public class ContactBlocks {

    private static final int MOST = 500;

    private final DSLContext sql;
    private final BusinessClock clock;

    ContactBlocks(DSLContext sql, BusinessClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * One order.
     *
     * @param until its last day; null while it is open-ended
     * @param lift who has lifted it, when and why; null where nobody has
     */
    public record Line(
            long customerId,
            String customerName,
            LocalDate since,
            @Nullable LocalDate until,
            String reason,
            String actor,
            @Nullable Lift lift) {

        public boolean holdsOn(LocalDate day) {
            LocalDate last = until;
            return lift == null && !day.isBefore(since) && (last == null || !day.isAfter(last));
        }
    }

    /** That it was taken back. */
    public record Lift(String reason, String actor, Instant at) {}

    /** Those of customers that the viewer works: first those in force, each group the newest first. */
    @Transactional(readOnly = true)
    public List<Line> lines(Viewer viewer) {
        LocalDate today = clock.today();
        List<Line> lines = sql.select(CONTACT_BLOCK.fields())
                .select(CUSTOMER_VIEW.NAME)
                .select(CONTACT_BLOCK_LIFT.REASON, CONTACT_BLOCK_LIFT.ACTOR, CONTACT_BLOCK_LIFT.LIFTED_AT)
                .from(CONTACT_BLOCK)
                .join(CUSTOMER_VIEW)
                .on(CUSTOMER_VIEW.CUSTOMER_ID.eq(CONTACT_BLOCK.CUSTOMER_ID))
                .leftJoin(CONTACT_BLOCK_LIFT)
                .on(CONTACT_BLOCK_LIFT.CONTACT_BLOCK_ID.eq(CONTACT_BLOCK.ID))
                .where(exists(selectOne()
                        .from(ACCOUNT_VIEW)
                        .where(ACCOUNT_VIEW.CUSTOMER_ID.eq(CONTACT_BLOCK.CUSTOMER_ID))
                        .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))))
                .orderBy(CONTACT_BLOCK_LIFT.CONTACT_BLOCK_ID.isNotNull(), CONTACT_BLOCK.ID.desc())
                .limit(MOST)
                .fetch(ContactBlocks::line);
        return lines.stream()
                .sorted((one, other) -> Boolean.compare(other.holdsOn(today), one.holdsOn(today)))
                .toList();
    }

    /** The customer of a number, or the only one of a name, among those that the viewer works. */
    @Transactional(readOnly = true)
    public Optional<Long> customer(String words, Viewer viewer) {
        List<Record> found = List.copyOf(sql.selectDistinct(ACCOUNT_VIEW.CUSTOMER_ID, ACCOUNT_VIEW.CUSTOMER_NUMBER)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.CUSTOMER_NUMBER.eq(words).or(ACCOUNT_VIEW.CUSTOMER_NAME.equalIgnoreCase(words)))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(ACCOUNT_VIEW.CUSTOMER_ID)
                .limit(2)
                .fetch());
        return found.size() == 1 ? Optional.of(found.getFirst().get(ACCOUNT_VIEW.CUSTOMER_ID)) : Optional.empty();
    }

    private static Line line(Record row) {
        Instant lifted = row.get(CONTACT_BLOCK_LIFT.LIFTED_AT);
        return new Line(
                row.get(CONTACT_BLOCK.CUSTOMER_ID),
                row.get(CUSTOMER_VIEW.NAME),
                row.get(CONTACT_BLOCK.SINCE),
                row.get(CONTACT_BLOCK.UNTIL),
                row.get(CONTACT_BLOCK.REASON),
                row.get(CONTACT_BLOCK.ACTOR),
                lifted == null
                        ? null
                        : new Lift(row.get(CONTACT_BLOCK_LIFT.REASON), row.get(CONTACT_BLOCK_LIFT.ACTOR), lifted));
    }
}
