package org.quittance.collections.agreement;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
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

    /** The whole of what is open of the items, by the day. Says how many promises it became. */
    @Transactional
    public AgreementOutcome note(
            List<ItemId> items, LocalDate dueOn, @Nullable Long contactId, String note, Viewer viewer) {
        Long[] ids = items.stream().map(ItemId::value).distinct().toArray(Long[]::new);
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
            return new AgreementOutcome.Refused("Choose the items that are promised; each must still be owed.");
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
                    dueOn,
                    group.stream().map(Part::item).toList(),
                    contactId,
                    note);
            if (promises.write(draft, viewer) instanceof PromiseOutcome.Refused(var reason)) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return new AgreementOutcome.Refused(reason.sentence());
            }
            accounts.add(account.value());
        }
        redecision.decide(accounts);
        return new AgreementOutcome.Done(groups.size());
    }
}
