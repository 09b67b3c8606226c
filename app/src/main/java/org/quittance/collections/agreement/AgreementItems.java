package org.quittance.collections.agreement;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.collections.Tables.FORGONE_VIEW;
import static org.quittance.db.collections.Tables.PLAN_APPROVAL;
import static org.quittance.db.collections.Tables.PLAN_END;
import static org.quittance.db.collections.Tables.PLAN_ITEM;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.ledger.EntryContext;
import org.quittance.ledger.ItemDraft;
import org.quittance.ledger.LedgerEntry;
import org.quittance.ledger.Visibility;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The items that an agreement is about, and the charges that it adds to them. */
@Component
class AgreementItems {

    private static final String SOURCE = "quittance";

    private final DSLContext sql;
    private final LedgerEntry entry;
    private final BusinessClock clock;

    AgreementItems(DSLContext sql, LedgerEntry entry, BusinessClock clock) {
        this.sql = sql;
        this.entry = entry;
        this.clock = clock;
    }

    /** What is open of an item. */
    record OpenPart(ItemId item, String document, Money amount) {}

    /** The items with what is open of them, or why nothing can be agreed about them. */
    sealed interface Chosen {
        /** Of one account and one currency, the oldest first. */
        record Open(long customerId, AccountId account, Currency currency, List<OpenPart> items) implements Chosen {
            Money total() {
                return items.stream().map(OpenPart::amount).reduce(Money::plus).orElseThrow();
            }
        }

        record Unfit(String sentence) implements Chosen {}
    }

    /** What is open of the documents now, in minor units of their currency. */
    long stillOpen(List<PlanView.Document> documents) {
        Long[] ids = documents.stream().map(PlanView.Document::itemId).toArray(Long[]::new);
        return sql.select(coalesce(sum(OPEN_ITEM_VIEW.OPEN_MINOR), inline(BigDecimal.ZERO)))
                .from(OPEN_ITEM_VIEW)
                .where(OPEN_ITEM_VIEW.ITEM_ID.eq(any(val(ids))))
                .and(OPEN_ITEM_VIEW.OPEN_MINOR.gt(0L))
                .fetchSingle()
                .value1()
                .longValueExact();
    }

    /** Locks nothing: what is agreed counts from the amounts of this moment. */
    Chosen choose(List<ItemId> items, Viewer viewer) {
        if (items.isEmpty()) {
            return new Chosen.Unfit("Choose the items that it is about.");
        }
        Long[] ids = items.stream().map(ItemId::value).toArray(Long[]::new);
        var rows = sql.select(
                        OPEN_ITEM_VIEW.ITEM_ID,
                        OPEN_ITEM_VIEW.OPEN_MINOR,
                        OPEN_ITEM_VIEW.CURRENCY,
                        OPEN_ITEM_VIEW.ACCOUNT_ID,
                        ACCOUNT_VIEW.CUSTOMER_ID,
                        OPEN_ITEM_VIEW.DOCUMENT)
                .from(OPEN_ITEM_VIEW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(OPEN_ITEM_VIEW.ACCOUNT_ID))
                .where(OPEN_ITEM_VIEW.ITEM_ID.eq(any(val(ids))))
                .and(OPEN_ITEM_VIEW.OPEN_MINOR.gt(0L))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(OPEN_ITEM_VIEW.DUE_DATE, OPEN_ITEM_VIEW.ITEM_ID)
                .fetch();
        if (rows.size() != items.size()) {
            return new Chosen.Unfit(
                    "One of the items is not owed any more, or is not among those that you work. Choose again.");
        }
        Set<List<Object>> kinds = new HashSet<>();
        rows.forEach(row -> kinds.add(List.of(row.value4(), row.value3())));
        if (kinds.size() > 1) {
            return new Chosen.Unfit("The items are of several accounts or currencies. Agree on each by itself.");
        }
        if (isInRunningPlan(ids)) {
            return new Chosen.Unfit("One of the items is in a repayment plan already. End that plan first.");
        }
        if (sql.fetchExists(FORGONE_VIEW, FORGONE_VIEW.ITEM_ID.eq(any(val(ids))))) {
            return new Chosen.Unfit(
                    "A settlement stands for one of the items. Withdraw it first, or have its rest written off.");
        }
        Currency currency = Currency.getInstance(rows.getFirst().value3());
        return new Chosen.Open(
                rows.getFirst().value5(),
                AccountId.of(rows.getFirst().value4()),
                currency,
                rows.map(row ->
                        new OpenPart(ItemId.of(row.value1()), row.value6(), Money.ofMinor(row.value2(), currency))));
    }

    private boolean isInRunningPlan(Long[] items) {
        return sql.fetchExists(sql.selectOne()
                .from(PLAN_ITEM)
                .join(PLAN_APPROVAL)
                .on(PLAN_APPROVAL.PLAN_ID.eq(PLAN_ITEM.PLAN_ID))
                .leftJoin(PLAN_END)
                .on(PLAN_END.PLAN_ID.eq(PLAN_ITEM.PLAN_ID))
                .where(PLAN_ITEM.ITEM_ID.eq(any(val(items))))
                .and(PLAN_END.PLAN_ID.isNull()));
    }

    /** Enters what is owed on top as a charge of the account, due on the day, and says which item it became. */
    @Transactional(propagation = Propagation.MANDATORY)
    ItemId charge(AccountId account, String document, Money amount, LocalDate dueOn, String memo, String actor) {
        LocalDate today = clock.today();
        var place = sql.select(ACCOUNT_VIEW.ENTITY_ID, ACCOUNT_VIEW.ACCOUNT_NUMBER, ACCOUNT_VIEW.CUSTOMER_NAME)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.ACCOUNT_ID.eq(account.value()))
                .fetchSingle();
        ItemDraft draft = new ItemDraft(
                1,
                place.value1(),
                place.value2(),
                place.value3(),
                ItemKind.CHARGE,
                SOURCE,
                document,
                "",
                today,
                dueOn,
                true,
                today,
                amount.currency().getCurrencyCode(),
                amount.minor(),
                amount.minor(),
                null,
                null,
                null,
                "",
                "",
                memo);
        entry.enter(
                List.of(draft),
                new EntryContext(EntryContext.NO_UPLOAD, today, actor, EntryContext.Completeness.PARTIAL));
        return ItemId.of(sql.select(OPEN_ITEM_VIEW.ITEM_ID)
                .from(OPEN_ITEM_VIEW)
                .where(OPEN_ITEM_VIEW.ACCOUNT_ID.eq(account.value()))
                .and(OPEN_ITEM_VIEW.KIND.eq(ItemKind.CHARGE))
                .and(OPEN_ITEM_VIEW.DOCUMENT.eq(document))
                .fetchSingle()
                .value1());
    }
}
