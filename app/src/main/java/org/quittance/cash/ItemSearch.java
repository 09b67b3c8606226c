package org.quittance.cash;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.select;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.Select;
import org.jooq.SelectSeekStep2;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.SearchKeys;
import org.quittance.core.cash.Terms;
import org.quittance.core.ledger.CashDiscount;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what a payment could be for, when a person looks for it: items and accounts of one legal entity, whoever's they are. */
@Service
@Transactional(readOnly = true)
public class ItemSearch {

    /** The item's own terms, else those arranged with its account. */
    private static final Field<Integer> BASIS_POINTS = coalesce(
                    OPEN_ITEM_VIEW.DISCOUNT_BASIS_POINTS, ACCOUNT_VIEW.DISCOUNT_BASIS_POINTS)
            .as("granted_basis_points");

    private static final Field<Integer> DISCOUNT_DAYS =
            coalesce(OPEN_ITEM_VIEW.DISCOUNT_DAYS, ACCOUNT_VIEW.DISCOUNT_DAYS).as("granted_days");

    private final DSLContext sql;

    ItemSearch(DSLContext sql) {
        this.sql = sql;
    }

    /** An account to choose. */
    public record Account(long accountId, String number, String customer) {}

    /** An open item to choose. */
    public record Item(
            long itemId,
            long accountId,
            String number,
            String customer,
            ItemKind kind,
            String document,
            LocalDate documentDate,
            LocalDate dueDate,
            long openMinor,
            @Nullable CashDiscount discount) {

        public Terms terms() {
            return new Terms(documentDate, discount);
        }
    }

    /** Where to look: the entity and the currency of the payment. */
    public record Where(long entityId, Currency currency) {}

    /** Accounts by number or by a part of the customer's name. */
    public List<Account> accounts(Viewer viewer, Where where, String words, int most) {
        String text = words.strip();
        return text.isEmpty()
                ? List.of()
                : sql.select(ACCOUNT_VIEW.ACCOUNT_ID, ACCOUNT_VIEW.ACCOUNT_NUMBER, ACCOUNT_VIEW.CUSTOMER_NAME)
                        .from(ACCOUNT_VIEW)
                        .where(ACCOUNT_VIEW.ENTITY_ID.eq(where.entityId()))
                        .and(isCalled(text))
                        .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                        .orderBy(ACCOUNT_VIEW.CUSTOMER_NAME, ACCOUNT_VIEW.ACCOUNT_ID)
                        .limit(most)
                        .fetch(Records.mapping(Account::new));
    }

    public List<Account> accounts(Viewer viewer, Where where, Collection<Long> accountIds) {
        return sql.select(ACCOUNT_VIEW.ACCOUNT_ID, ACCOUNT_VIEW.ACCOUNT_NUMBER, ACCOUNT_VIEW.CUSTOMER_NAME)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.ACCOUNT_ID.eq(any(accountIds.toArray(Long[]::new))))
                .and(ACCOUNT_VIEW.ENTITY_ID.eq(where.entityId()))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(ACCOUNT_VIEW.CUSTOMER_NAME, ACCOUNT_VIEW.ACCOUNT_ID)
                .fetch(Records.mapping(Account::new));
    }

    /**
     * Open items in the payment's currency by document, assignment or order number, by exact amount, or of the accounts that
     * {@link #accounts} finds; the longest due first.
     */
    public List<Item> items(Viewer viewer, Where where, String words, int most) {
        String text = words.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        String key = SearchKeys.of(text);
        Select<Record1<Long>> found = select(OPEN_ITEM_VIEW.ITEM_ID)
                .from(OPEN_ITEM_VIEW)
                .where(OPEN_ITEM_VIEW.DOCUMENT_SEARCH_KEY.eq(key))
                .and(OPEN_ITEM_VIEW.ENTITY_ID.eq(where.entityId()))
                .union(select(OPEN_ITEM_VIEW.ITEM_ID)
                        .from(OPEN_ITEM_VIEW)
                        .where(OPEN_ITEM_VIEW.ASSIGNMENT_KEY.eq(key))
                        .and(OPEN_ITEM_VIEW.ENTITY_ID.eq(where.entityId())))
                .union(select(OPEN_ITEM_VIEW.ITEM_ID)
                        .from(OPEN_ITEM_VIEW)
                        .where(OPEN_ITEM_VIEW.REFERENCE_KEY.eq(key))
                        .and(OPEN_ITEM_VIEW.ENTITY_ID.eq(where.entityId())))
                .unionAll(select(OPEN_ITEM_VIEW.ITEM_ID)
                        .from(OPEN_ITEM_VIEW)
                        .where(OPEN_ITEM_VIEW.ACCOUNT_ID.in(select(ACCOUNT_VIEW.ACCOUNT_ID)
                                .from(ACCOUNT_VIEW)
                                .where(ACCOUNT_VIEW.ENTITY_ID.eq(where.entityId()))
                                .and(isCalled(text)))));
        Optional<Money> amount = amount(text, where.currency());
        if (amount.isPresent()) {
            found = found.unionAll(select(OPEN_ITEM_VIEW.ITEM_ID)
                    .from(OPEN_ITEM_VIEW)
                    .where(OPEN_ITEM_VIEW.ENTITY_ID.eq(where.entityId()))
                    .and(OPEN_ITEM_VIEW.OPEN_MINOR.in(
                            amount.get().minor(), -amount.get().minor())));
        }
        return items(viewer, where, OPEN_ITEM_VIEW.ITEM_ID.in(found))
                .limit(most)
                .fetch(ItemSearch::item);
    }

    public List<Item> items(Viewer viewer, Where where, Collection<Long> itemIds) {
        return items(viewer, where, OPEN_ITEM_VIEW.ITEM_ID.eq(any(itemIds.toArray(Long[]::new))))
                .fetch(ItemSearch::item);
    }

    /** What is open of one account, the longest due first. */
    public List<Item> itemsOf(Viewer viewer, Where where, long accountId, int most) {
        return items(viewer, where, OPEN_ITEM_VIEW.ACCOUNT_ID.eq(accountId))
                .limit(most)
                .fetch(ItemSearch::item);
    }

    private SelectSeekStep2<? extends Record, LocalDate, Long> items(Viewer viewer, Where where, Condition which) {
        return sql.select(
                        OPEN_ITEM_VIEW.ITEM_ID,
                        OPEN_ITEM_VIEW.ACCOUNT_ID,
                        ACCOUNT_VIEW.ACCOUNT_NUMBER,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        OPEN_ITEM_VIEW.KIND,
                        OPEN_ITEM_VIEW.DOCUMENT,
                        OPEN_ITEM_VIEW.DOCUMENT_DATE,
                        OPEN_ITEM_VIEW.DUE_DATE,
                        OPEN_ITEM_VIEW.OPEN_MINOR,
                        BASIS_POINTS,
                        DISCOUNT_DAYS)
                .from(OPEN_ITEM_VIEW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(OPEN_ITEM_VIEW.ACCOUNT_ID))
                .where(which)
                .and(OPEN_ITEM_VIEW.ENTITY_ID.eq(where.entityId()))
                .and(OPEN_ITEM_VIEW.CURRENCY.eq(where.currency().getCurrencyCode()))
                // The payment's own credit, and other money on account, is nothing that a payment pays.
                .and(OPEN_ITEM_VIEW.KIND.ne(ItemKind.PAYMENT))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(OPEN_ITEM_VIEW.DUE_DATE, OPEN_ITEM_VIEW.ITEM_ID);
    }

    private static Item item(Record row) {
        return new Item(
                row.get(OPEN_ITEM_VIEW.ITEM_ID),
                row.get(OPEN_ITEM_VIEW.ACCOUNT_ID),
                row.get(ACCOUNT_VIEW.ACCOUNT_NUMBER),
                row.get(ACCOUNT_VIEW.CUSTOMER_NAME),
                row.get(OPEN_ITEM_VIEW.KIND),
                row.get(OPEN_ITEM_VIEW.DOCUMENT),
                row.get(OPEN_ITEM_VIEW.DOCUMENT_DATE),
                row.get(OPEN_ITEM_VIEW.DUE_DATE),
                row.get(OPEN_ITEM_VIEW.OPEN_MINOR),
                CashDiscount.ofNullable(row.get(BASIS_POINTS), row.get(DISCOUNT_DAYS)));
    }

    private static Condition isCalled(String text) {
        return ACCOUNT_VIEW
                .ACCOUNT_NUMBER
                .eq(text)
                .or(ACCOUNT_VIEW.CUSTOMER_NUMBER.eq(text))
                .or(lower(ACCOUNT_VIEW.CUSTOMER_NAME).contains(text.toLowerCase(Locale.ROOT)));
    }

    private static Optional<Money> amount(String text, Currency currency) {
        try {
            return Optional.of(Money.of(new BigDecimal(text.replace(",", "")), currency));
        } catch (NumberFormatException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
