package org.quittance.collections.call;

import static org.quittance.db.collections.Tables.CALL_NOTED;
import static org.quittance.db.collections.Tables.DIALLING;
import static org.quittance.db.collections.Tables.PROMISE;
import static org.quittance.db.collections.Tables.PROMISE_ITEM;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.quittance.audit.AuditTrail;
import org.quittance.collections.agreement.PromiseDraft;
import org.quittance.collections.strategy.StepBook;
import org.quittance.collections.strategy.StrategyBook;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Step;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.correspondence.Activity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings over what was done about accounts in the system before this one, so that nobody is sent a first notice twice.
 *
 * <p>Steps count under the strategy in force: what it has no step for is left out. Promises are taken as they were made; whether they were
 * kept, the ledger tells. The next run decides with all of it.
 */
@Service
public class Takeover {

    private static final int CALLS_AT_ONCE = 1_000;

    private final DSLContext sql;
    private final StrategyBook strategies;
    private final StepBook steps;
    private final AuditTrail audit;

    Takeover(DSLContext sql, StrategyBook strategies, StepBook steps, AuditTrail audit) {
        this.sql = sql;
        this.strategies = strategies;
        this.steps = steps;
        this.audit = audit;
    }

    /**
     * Something that was done about an account.
     *
     * @param by the login of whoever did it
     * @param items those that it was about and that are still open
     */
    public record FormerContact(AccountId account, Action action, LocalDate on, String by, List<ItemId> items) {

        public FormerContact {
            items = List.copyOf(items);
        }
    }

    /**
     * A promise with the day on which it was made.
     *
     * @param notedBy the login of whoever it was made to
     */
    public record FormerPromise(PromiseDraft promise, LocalDate madeOn, String notedBy) {

        public FormerPromise {
            if (promise.dueOn().isBefore(madeOn) || !promise.amount().isPositive()) {
                throw new IllegalArgumentException("No promise: " + promise + " made on " + madeOn);
            }
        }
    }

    /**
     * A call that was made, with whom and by which number, so that it can be checked as one that was made here.
     *
     * @param activity its number on the timeline
     * @param call what stands there; it names the contact person
     */
    public record FormerCall(long activity, Activity call, Dialled dialled) {

        /** What was dialled. */
        public record Dialled(long contactId, String name, String number, Instant at) {}
    }

    /** Keeps of calls what is kept of those that are made here. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bringOverCalls(List<FormerCall> calls, String actor) {
        for (int from = 0; from < calls.size(); from += CALLS_AT_ONCE) {
            writeCalls(calls.subList(from, Math.min(calls.size(), from + CALLS_AT_ONCE)));
        }
        audit.record(actor, "collections.taken-over", "collections", "former system", calls.size() + " calls");
    }

    private void writeCalls(List<FormerCall> calls) {
        List<Long> diallings = writeDialled(calls);
        var noted = sql.insertInto(
                CALL_NOTED,
                CALL_NOTED.ACTIVITY_ID,
                CALL_NOTED.CUSTOMER_ID,
                CALL_NOTED.ACCOUNT_IDS,
                CALL_NOTED.ACTIVITY_IDS,
                CALL_NOTED.PROMISE_IDS,
                CALL_NOTED.SNOOZE_IDS,
                CALL_NOTED.DISPUTE_IDS,
                CALL_NOTED.DIALLING_ID,
                CALL_NOTED.ACTOR,
                CALL_NOTED.NOTED_AT);
        for (int i = 0; i < calls.size(); i++) {
            FormerCall former = calls.get(i);
            noted = noted.values(
                    former.activity(),
                    former.call().customer().value(),
                    former.call().accounts().stream()
                            .map(AccountId::value)
                            .sorted()
                            .toArray(Long[]::new),
                    new Long[] {former.activity()},
                    new Long[0],
                    new Long[0],
                    new Long[0],
                    diallings.get(i),
                    former.call().actor(),
                    former.dialled().at());
        }
        noted.execute();
    }

    /** The numbers of what was dialled, in the order of the calls: the database numbers the rows as they are given. */
    private List<Long> writeDialled(List<FormerCall> calls) {
        var insert = sql.insertInto(
                DIALLING,
                DIALLING.CUSTOMER_ID,
                DIALLING.CONTACT_ID,
                DIALLING.CONTACT_NAME,
                DIALLING.NUMBER,
                DIALLING.ANSWER,
                DIALLING.ACTOR,
                DIALLING.BUSINESS_DATE,
                DIALLING.AT);
        for (FormerCall former : calls) {
            FormerCall.Dialled dialled = former.dialled();
            insert = insert.values(
                    former.call().customer().value(),
                    dialled.contactId(),
                    dialled.name(),
                    dialled.number(),
                    "GO",
                    former.call().actor(),
                    former.call().businessDate(),
                    dialled.at());
        }
        return insert.returningResult(DIALLING.ID).fetch(DIALLING.ID).stream()
                .sorted()
                .toList();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void bringOver(
            Collection<FormerContact> contacts, Collection<FormerPromise> promises, LocalDate today, String actor) {
        Map<Action, Step> ladder = new EnumMap<>(Action.class);
        strategies.inForce(today).last().strategy().steps().forEach(step -> ladder.putIfAbsent(step.action(), step));
        Map<LocalDate, Map<String, List<FormerContact>>> byDay = contacts.stream()
                .collect(Collectors.groupingBy(
                        FormerContact::on,
                        TreeMap::new,
                        Collectors.groupingBy(FormerContact::by, TreeMap::new, Collectors.toList())));
        byDay.forEach((day, made) ->
                made.forEach((login, theirs) -> noteDay(theirs, ladder, new StepBook.Deed(day, null, login))));
        writePromises(promises);
        audit.record(
                actor,
                "collections.taken-over",
                "collections",
                "former system",
                contacts.size() + " contacts, " + promises.size() + " promises");
    }

    private void noteDay(List<FormerContact> made, Map<Action, Step> ladder, StepBook.Deed deed) {
        Map<Action, Set<Long>> accounts = new EnumMap<>(Action.class);
        List<StepBook.ItemStep> taken = new ArrayList<>();
        for (FormerContact contact : made) {
            accounts.computeIfAbsent(contact.action(), _ -> new HashSet<>())
                    .add(contact.account().value());
            Step step = ladder.get(contact.action());
            if (step != null) {
                contact.items()
                        .forEach(item -> taken.add(
                                new StepBook.ItemStep(contact.account().value(), item.value(), step, null)));
            }
        }
        accounts.forEach((action, of) -> steps.noteContact(of, action, deed));
        steps.noteSteps(taken, deed);
    }

    private void writePromises(Collection<FormerPromise> promises) {
        var about = sql.insertInto(PROMISE_ITEM, PROMISE_ITEM.PROMISE_ID, PROMISE_ITEM.ITEM_ID);
        boolean namesItems = false;
        for (FormerPromise former : promises) {
            PromiseDraft promise = former.promise();
            long id = sql.insertInto(PROMISE)
                    .set(PROMISE.ACCOUNT_ID, promise.account().value())
                    .set(PROMISE.CURRENCY, promise.amount().currency().getCurrencyCode())
                    .set(PROMISE.AMOUNT_MINOR, promise.amount().minor())
                    .set(PROMISE.MADE_ON, former.madeOn())
                    .set(PROMISE.DUE_ON, promise.dueOn())
                    .set(PROMISE.CONTACT_ID, promise.contactId())
                    .set(PROMISE.NOTE, promise.note())
                    .set(PROMISE.ACTOR, former.notedBy())
                    .returningResult(PROMISE.ID)
                    .fetchSingle()
                    .value1();
            for (ItemId item : promise.items()) {
                about = about.values(id, item.value());
                namesItems = true;
            }
        }
        if (namesItems) {
            about.execute();
        }
    }
}
