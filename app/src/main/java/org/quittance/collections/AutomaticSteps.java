package org.quittance.collections;

import static org.quittance.db.collections.Tables.DECISION;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.quittance.collections.ReminderDraft.Obstacle;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;

/**
 * Queues the messages that are due all over, one for each customer.
 *
 * <p>The published run only says which customers to look at; each is decided again, and its message queued, in a transaction of its own. What
 * breaks off is therefore simply started again: whoever has had a message is not due for another.
 */
@Service
public class AutomaticSteps {

    private static final int CUSTOMERS_AT_ONCE = 500;

    private final DSLContext sql;
    private final Runs runs;
    private final Reminders reminders;
    private final BusinessClock clock;

    AutomaticSteps(DSLContext sql, Runs runs, Reminders reminders, BusinessClock clock) {
        this.sql = sql;
        this.runs = runs;
        this.reminders = reminders;
        this.clock = clock;
    }

    /**
     * What was queued.
     *
     * @param notQueued how many customers could not be written to, by obstacle
     */
    public record Result(int messages, int items, Map<Obstacle, Integer> notQueued) {
        public Result {
            notQueued = Map.copyOf(notQueued);
        }
    }

    /** Queues all that is due now. */
    public Result queueAll(String actor) {
        int messages = 0;
        int items = 0;
        Map<Obstacle, Integer> notQueued = new EnumMap<>(Obstacle.class);
        for (List<Long> customers = after(0); !customers.isEmpty(); customers = after(customers.getLast())) {
            for (Long customer : customers) {
                switch (reminders.queueByItself(customer, actor)) {
                    case ReminderOutcome.Queued queued -> {
                        messages++;
                        items += queued.items();
                    }
                    case ReminderOutcome.NotQueued(var why) -> notQueued.merge(why.obstacle(), 1, Integer::sum);
                }
            }
        }
        return new Result(messages, items, notQueued);
    }

    private List<Long> after(long customer) {
        return runs.published()
                .map(run -> sql.selectDistinct(DECISION.CUSTOMER_ID)
                        .from(DECISION)
                        .where(DECISION.RUN_ID.eq(run))
                        .and(DECISION.AUTOMATIC_ITEMS.gt(0))
                        .and(DECISION.SNOOZED_UNTIL.isNull().or(DECISION.SNOOZED_UNTIL.le(clock.today())))
                        .and(DECISION.CUSTOMER_ID.gt(customer))
                        .orderBy(DECISION.CUSTOMER_ID)
                        .limit(CUSTOMERS_AT_ONCE)
                        .fetch(DECISION.CUSTOMER_ID))
                .orElse(List.of());
    }
}
