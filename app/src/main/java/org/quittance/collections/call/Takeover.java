package org.quittance.collections.call;

import static org.quittance.db.collections.Tables.PROMISE;
import static org.quittance.db.collections.Tables.PROMISE_ITEM;

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
