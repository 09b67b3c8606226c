package org.quittance.collections.reminder;

import static org.quittance.db.collections.Tables.DECISION;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jooq.DSLContext;
import org.quittance.collections.reminder.ReminderDraft.Obstacle;
import org.springframework.stereotype.Service;

/**
 * Queues the messages that are due all over, one for each customer, unless the brake stops them.
 *
 * <p>The published run only says which customers to look at; each is decided again, and its message queued, in a transaction of its own. What
 * breaks off is therefore simply started again: whoever has had a message is not due for another.
 */
@Service
public class AutomaticSteps {

    private static final int CUSTOMERS_AT_ONCE = 500;

    private final DSLContext sql;
    private final Brakes brakes;
    private final Reminders reminders;

    AutomaticSteps(DSLContext sql, Brakes brakes, Reminders reminders) {
        this.sql = sql;
        this.brakes = brakes;
        this.reminders = reminders;
    }

    /** What became of a run. */
    public sealed interface Outcome {

        /**
         * What was queued.
         *
         * @param notQueued how many customers could not be written to, by obstacle
         */
        record Queued(int messages, int items, Map<Obstacle, Integer> notQueued) implements Outcome {
            public Queued {
                notQueued = Map.copyOf(notQueued);
            }
        }

        /** Nothing was: the brake of the number holds until a person decides. */
        record Braked(long brake) implements Outcome {}
    }

    /** Queues all that is due now, or nothing. */
    public Outcome queueAll(String actor) {
        return brakes.ask(actor).<Outcome>map(Outcome.Braked::new).orElseGet(() -> queue(this::dueAfter, actor));
    }

    /** Queues what is due of those that a brake has stopped and a person has released. */
    void queueReleased(long brake) {
        Optional<String> actor = brakes.releasedBy(brake);
        actor.ifPresent(login -> queue(after -> brakes.customers(brake, after, CUSTOMERS_AT_ONCE), login));
    }

    /** Goes through the customers as the function gives them, by their numbers from 0 on. */
    private Outcome.Queued queue(LongFunction<List<Long>> customersAfter, String actor) {
        int messages = 0;
        int items = 0;
        Map<Obstacle, Integer> notQueued = new EnumMap<>(Obstacle.class);
        for (List<Long> customers = customersAfter.apply(0);
                !customers.isEmpty();
                customers = customersAfter.apply(customers.getLast())) {
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
        brakes.noteSent(messages, actor);
        return new Outcome.Queued(messages, items, notQueued);
    }

    private List<Long> dueAfter(long customer) {
        return sql.selectDistinct(DECISION.CUSTOMER_ID)
                .from(DECISION)
                .where(brakes.due())
                .and(DECISION.CUSTOMER_ID.gt(customer))
                .orderBy(DECISION.CUSTOMER_ID)
                .limit(CUSTOMERS_AT_ONCE)
                .fetch(DECISION.CUSTOMER_ID);
    }
}
