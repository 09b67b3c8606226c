package org.quittance.collections.agreement;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.quittance.collections.decision.Redecision;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Notes one word of a customer about several items: a promise for each account and currency, all of them or none. */
@Service
public class MassPromises {

    private final DSLContext sql;
    private final Promises promises;
    private final Redecision redecision;

    MassPromises(DSLContext sql, Promises promises, Redecision redecision) {
        this.sql = sql;
        this.promises = promises;
        this.redecision = redecision;
    }

    private record Part(ItemId item, AccountId account, Money open) {}

    /** What became of the wish to note it. */
    public sealed interface Outcome {

        /**
         * All of it is noted.
         *
         * @param promises how many it became
         */
        record Noted(int promises) implements Outcome {}

        /** Nothing is, and why. */
        record Refused(String sentence) implements Outcome {}

        /** Nothing is: part of it stands there since a few minutes, and whoever notes it says first whether it is another. */
        record Asked(String sentence) implements Outcome {}
    }

    /** Notes the whole of what is open of the items, by the day. */
    @Transactional
    public Outcome note(MassPromise promise, Viewer viewer) {
        Long[] ids = promise.items().stream().map(ItemId::value).toArray(Long[]::new);
        List<Part> parts = sql.select(
                        OPEN_ITEM_VIEW.ITEM_ID,
                        OPEN_ITEM_VIEW.ACCOUNT_ID,
                        OPEN_ITEM_VIEW.OPEN_MINOR,
                        OPEN_ITEM_VIEW.CURRENCY)
                .from(OPEN_ITEM_VIEW)
                .where(OPEN_ITEM_VIEW.ITEM_ID.eq(any(val(ids))))
                .and(OPEN_ITEM_VIEW.OPEN_MINOR.gt(0L))
                .orderBy(OPEN_ITEM_VIEW.ITEM_ID)
                .fetch(row -> new Part(
                        ItemId.of(row.value1()),
                        AccountId.of(row.value2()),
                        Money.ofMinor(row.value3(), row.value4())));
        if (ids.length == 0 || parts.size() != ids.length) {
            return new Outcome.Refused("Choose the items that are promised; each must still be owed.");
        }
        Map<List<Object>, List<Part>> groups = parts.stream()
                .collect(Collectors.groupingBy(
                        part -> List.of(part.account(), part.open().currency())));
        Set<Long> accounts = new HashSet<>();
        for (List<Part> group : groups.values()) {
            AccountId account = group.getFirst().account();
            PromiseDraft draft = new PromiseDraft(
                    account,
                    group.stream().map(Part::open).reduce(Money::plus).orElseThrow(),
                    promise.dueOn(),
                    group.stream().map(Part::item).toList(),
                    promise.contactId(),
                    promise.note(),
                    promise.repeat());
            switch (promises.write(draft, viewer)) {
                case PromiseOutcome.Noted _ -> {}
                case PromiseOutcome.Refused(var reason) -> {
                    return undone(new Outcome.Refused(reason.sentence()));
                }
                case PromiseOutcome.Asked(String sentence) -> {
                    return undone(new Outcome.Asked(sentence));
                }
            }
            accounts.add(account.value());
        }
        redecision.decide(accounts);
        return new Outcome.Noted(groups.size());
    }

    /** What was written about the accounts before goes with it. */
    private static Outcome undone(Outcome outcome) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return outcome;
    }
}
