package org.quittance.collections.strategy;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.quittance.db.collections.Sequences.CONTACT_DEED;
import static org.quittance.db.collections.Tables.CONTACT_MADE;
import static org.quittance.db.collections.Tables.DEED_TAKEN_BACK;
import static org.quittance.db.collections.Tables.DUNNING;
import static org.quittance.db.collections.Tables.LAST_CONTACT;
import static org.quittance.db.collections.Tables.MESSAGE_UNSENT;
import static org.quittance.db.collections.Tables.STEP_TAKEN;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Concern;
import org.quittance.core.collections.Step;
import org.quittance.core.collections.StrategyId;
import org.quittance.platform.SqlFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps which step every item was sent and when every account's customer was contacted, and the projections by which the next step is
 * decided.
 *
 * <p>A message counts from the moment at which it is queued, so that nothing is queued twice; where it then never leaves, what was noted
 * for it is taken back, and so is a call that was noted by mistake.
 */
@Component
public class StepBook {

    private static final SqlFile RESTORE_DUNNING = SqlFile.beside(StepBook.class, "restore_dunning.sql");
    /** The mildest first. */
    private static final String[] LETTERS = Arrays.stream(Action.values())
            .filter(Action::isLetter)
            .map(Action::name)
            .toArray(String[]::new);

    private static final SqlFile RESTORE_CONTACTS = SqlFile.beside(StepBook.class, "restore_contacts.sql");

    private final DSLContext sql;

    StepBook(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * The deed behind what is noted.
     *
     * @param messageId the message in the outbox; null for what is no message
     */
    public record Deed(LocalDate on, @Nullable Long messageId, String actor) {}

    /**
     * A step that an item had.
     *
     * @param under the version of the strategy that asked for it; none for what a former system did
     */
    public record ItemStep(
            long accountId,
            long itemId,
            Step step,
            @Nullable StrategyId under) {

        /** The steps of those concerns that are on the strategy's ladder. */
        public static List<ItemStep> of(long accountId, Collection<Concern> concerns, @Nullable StrategyId under) {
            return concerns.stream()
                    .flatMap(concern -> {
                        Step step = concern.step();
                        return step == null
                                ? Stream.<ItemStep>empty()
                                : Stream.of(
                                        new ItemStep(accountId, concern.item().value(), step, under));
                    })
                    .toList();
        }
    }

    /** Notes steps and the contact by which they were taken as one deed, and returns its number, by which it can be taken back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long note(List<ItemStep> steps, Set<Long> accounts, Action action, Deed deed) {
        long number = sql.nextval(CONTACT_DEED);
        writeSteps(steps, deed, number);
        writeContact(accounts, action, deed, number);
        return number;
    }

    /** Notes steps; an item that has been higher on the same ladder stays where it is, as {@link org.quittance.core.collections.Dunning#after} has it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteSteps(List<ItemStep> steps, Deed deed) {
        writeSteps(steps, deed, null);
    }

    private void writeSteps(List<ItemStep> steps, Deed deed, @Nullable Long number) {
        if (steps.isEmpty()) {
            return;
        }
        var taken = sql.insertInto(
                STEP_TAKEN,
                STEP_TAKEN.ACCOUNT_ID,
                STEP_TAKEN.ITEM_ID,
                STEP_TAKEN.STEP,
                STEP_TAKEN.LEVEL,
                STEP_TAKEN.ACTION,
                STEP_TAKEN.TAKEN_ON,
                STEP_TAKEN.MESSAGE_ID,
                STEP_TAKEN.ACTOR,
                STEP_TAKEN.STRATEGY_ID,
                STEP_TAKEN.DEED_ID);
        var dunning = sql.insertInto(
                DUNNING,
                DUNNING.ITEM_ID,
                DUNNING.ACCOUNT_ID,
                DUNNING.LEVEL,
                DUNNING.ACTION,
                DUNNING.LAST_ON,
                DUNNING.STRATEGY_ID,
                DUNNING.LETTER);
        for (ItemStep each : steps) {
            Step step = each.step();
            StrategyId under = each.under();
            Long strategy = under == null ? null : under.value();
            taken = taken.values(
                    each.accountId(),
                    each.itemId(),
                    step.id(),
                    step.level(),
                    step.action(),
                    deed.on(),
                    deed.messageId(),
                    deed.actor(),
                    strategy,
                    number);
            dunning = dunning.values(
                    each.itemId(), each.accountId(), step.level(), step.action(), deed.on(), strategy, letter(step));
        }
        taken.execute();
        dunning.onConflict(DUNNING.ITEM_ID)
                .doUpdate()
                .set(DUNNING.LEVEL, excluded(DUNNING.LEVEL))
                .set(DUNNING.ACTION, excluded(DUNNING.ACTION))
                .set(DUNNING.LAST_ON, excluded(DUNNING.LAST_ON))
                .set(DUNNING.STRATEGY_ID, excluded(DUNNING.STRATEGY_ID))
                .set(
                        DUNNING.LETTER,
                        when(gravity(excluded(DUNNING.LETTER)).ge(gravity(DUNNING.LETTER)), excluded(DUNNING.LETTER))
                                .otherwise(DUNNING.LETTER))
                .where(DUNNING.STRATEGY_ID
                        .isNotDistinctFrom(excluded(DUNNING.STRATEGY_ID))
                        .and(DUNNING.LEVEL.le(excluded(DUNNING.LEVEL)))
                        .or(DUNNING.STRATEGY_ID
                                .isDistinctFrom(excluded(DUNNING.STRATEGY_ID))
                                .and(DUNNING.LAST_ON.le(excluded(DUNNING.LAST_ON)))))
                .execute();
    }

    private static @Nullable String letter(Step step) {
        return step.action().isLetter() ? step.action().name() : null;
    }

    /** The place of a letter among all, the mildest first; 0 for none. */
    private static Field<Integer> gravity(Field<String> letter) {
        return coalesce(field("array_position({0}, {1})", Integer.class, val(LETTERS), letter), inline(0));
    }

    /** Notes that the customer was reached about the accounts, or that they were escalated: one contact, however many they are. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteContact(Set<Long> accounts, Action action, Deed deed) {
        writeContact(accounts, action, deed, sql.nextval(CONTACT_DEED));
    }

    private void writeContact(Set<Long> accounts, Action action, Deed deed, long number) {
        var made = sql.insertInto(
                CONTACT_MADE,
                CONTACT_MADE.ACCOUNT_ID,
                CONTACT_MADE.ACTION,
                CONTACT_MADE.MADE_ON,
                CONTACT_MADE.MESSAGE_ID,
                CONTACT_MADE.ACTOR,
                CONTACT_MADE.DEED_ID);
        var last = sql.insertInto(LAST_CONTACT, LAST_CONTACT.ACCOUNT_ID, LAST_CONTACT.ACTION, LAST_CONTACT.LAST_ON);
        for (Long account : accounts) {
            made = made.values(account, action, deed.on(), deed.messageId(), deed.actor(), number);
            last = last.values(account, action, deed.on());
        }
        made.execute();
        last.onConflict(LAST_CONTACT.ACCOUNT_ID, LAST_CONTACT.ACTION)
                .doUpdate()
                .set(LAST_CONTACT.LAST_ON, greatest(LAST_CONTACT.LAST_ON, excluded(LAST_CONTACT.LAST_ON)))
                .execute();
    }

    /** Whether steps of this module went with the message. */
    public boolean isOurs(long messageId) {
        return sql.fetchExists(CONTACT_MADE, CONTACT_MADE.MESSAGE_ID.eq(messageId));
    }

    /** Takes back what was noted for a message that never left. Returns the accounts that this changes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<Long> takeBack(long messageId, String reason) {
        int noted = sql.insertInto(MESSAGE_UNSENT, MESSAGE_UNSENT.MESSAGE_ID, MESSAGE_UNSENT.REASON)
                .values(messageId, reason)
                .onConflictDoNothing()
                .execute();
        Set<Long> accounts = new HashSet<>(sql.select(CONTACT_MADE.ACCOUNT_ID)
                .from(CONTACT_MADE)
                .where(CONTACT_MADE.MESSAGE_ID.eq(messageId))
                .fetch(CONTACT_MADE.ACCOUNT_ID));
        if (noted == 0 || accounts.isEmpty()) {
            return Set.of();
        }
        Long[] items = sql.select(STEP_TAKEN.ITEM_ID)
                .from(STEP_TAKEN)
                .where(STEP_TAKEN.MESSAGE_ID.eq(messageId))
                .fetchArray(STEP_TAKEN.ITEM_ID);
        project(items, accounts.toArray(Long[]::new));
        return accounts;
    }

    /** Takes a deed back that a person has noted by mistake; its rows stay, and no longer count. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBackDeed(long number, String actor) {
        sql.insertInto(DEED_TAKEN_BACK, DEED_TAKEN_BACK.DEED_ID, DEED_TAKEN_BACK.ACTOR)
                .values(number, actor)
                .execute();
        project(
                sql.select(STEP_TAKEN.ITEM_ID)
                        .from(STEP_TAKEN)
                        .where(STEP_TAKEN.DEED_ID.eq(number))
                        .fetchArray(STEP_TAKEN.ITEM_ID),
                sql.select(CONTACT_MADE.ACCOUNT_ID)
                        .from(CONTACT_MADE)
                        .where(CONTACT_MADE.DEED_ID.eq(number))
                        .fetchArray(CONTACT_MADE.ACCOUNT_ID));
    }

    /** Derives the projections of items and accounts anew from what still counts. */
    private void project(Long[] items, Long[] accounts) {
        sql.deleteFrom(DUNNING).where(DUNNING.ITEM_ID.eq(any(items))).execute();
        sql.execute(RESTORE_DUNNING.text(), (Object) items);
        sql.deleteFrom(LAST_CONTACT)
                .where(LAST_CONTACT.ACCOUNT_ID.eq(any(accounts)))
                .execute();
        sql.execute(RESTORE_CONTACTS.text(), (Object) accounts);
    }
}
