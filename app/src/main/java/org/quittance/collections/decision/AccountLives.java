package org.quittance.collections.decision;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.least;
import static org.quittance.db.collections.Tables.CONTACT_BLOCK;
import static org.quittance.db.collections.Tables.CONTACT_BLOCK_LIFT;
import static org.quittance.db.disputes.Tables.DISPUTE_LIFE_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.ITEM_LIFE_VIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.quittance.collections.AccountKey;
import org.quittance.collections.AccountScope;
import org.quittance.collections.decision.FactQueries.AccountRow;
import org.quittance.core.collections.AccountLife;
import org.quittance.core.collections.ContactBlock;
import org.quittance.core.collections.ItemLife;
import org.quittance.core.collections.KeptBack;
import org.quittance.core.collections.Promise;
import org.quittance.core.collections.Receipt;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what happened on accounts: six streams in the order of the accounts, walked side by side as {@link FactStreams} does. */
@Component
public class AccountLives {

    private static final Field<LocalDate> UNTIL = DSL.field(DSL.name("held_until"), LocalDate.class);

    private final DSLContext sql;
    private final FactQueries queries;

    AccountLives(DSLContext sql, FactQueries queries) {
        this.sql = sql;
        this.queries = queries;
    }

    /** Hands over every account with an item that was open on the first day or changed since. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void each(LocalDate first, LocalDate today, BiConsumer<AccountKey, AccountLife> taker) {
        AccountScope all = new AccountScope.All();
        try (OrderedRows<ItemLife> items = items(first);
                OrderedRows<AccountRow> accounts = queries.accounts(all, today);
                OrderedRows<Promise> promises = queries.promises(all, first);
                OrderedRows<Receipt> receipts = queries.receipts(all, first);
                OrderedRows<ContactBlock> blocks = blocks();
                OrderedRows<KeptBack.Disputed> disputes = disputes()) {
            for (AccountKey key = items.next(); key != null; key = items.next()) {
                AccountRow account = accounts.of(key).getFirst();
                taker.accept(
                        key,
                        new AccountLife(
                                AccountId.of(key.accountId()),
                                account.traits(),
                                items.of(key),
                                promises.of(key),
                                receipts.of(key),
                                account.payer(),
                                account.limit(),
                                account.paymentPolicy(),
                                account.outOfReach(),
                                new KeptBack(blocks.of(key), disputes.of(key))));
            }
        }
    }

    private OrderedRows<ItemLife> items(LocalDate first) {
        return OrderedRows.open(
                sql.select(ITEM_LIFE_VIEW.fields())
                        .from(ITEM_LIFE_VIEW)
                        .where(ITEM_LIFE_VIEW.OPEN_MINOR.ne(0L).or(ITEM_LIFE_VIEW.LAST_ON.ge(first)))
                        .orderBy(ITEM_LIFE_VIEW.BUCKET, ITEM_LIFE_VIEW.ACCOUNT_ID, ITEM_LIFE_VIEW.ITEM_ID),
                ITEM_LIFE_VIEW.BUCKET,
                ITEM_LIFE_VIEW.ACCOUNT_ID,
                AccountLives::life);
    }

    /** Every order not to contact that there was, with the last day on which it held: few, whatever the ledger. */
    private OrderedRows<ContactBlock> blocks() {
        Field<LocalDate> until = least(
                CONTACT_BLOCK.UNTIL,
                CONTACT_BLOCK_LIFT.LIFTED_AT.cast(LocalDate.class).minus(1));
        return OrderedRows.open(
                sql.select(
                                ACCOUNT_VIEW.BUCKET,
                                ACCOUNT_VIEW.ACCOUNT_ID,
                                CONTACT_BLOCK.REASON,
                                CONTACT_BLOCK.SINCE,
                                until.as(UNTIL))
                        .from(CONTACT_BLOCK)
                        .join(ACCOUNT_VIEW)
                        .on(ACCOUNT_VIEW.CUSTOMER_ID.eq(CONTACT_BLOCK.CUSTOMER_ID))
                        .leftJoin(CONTACT_BLOCK_LIFT)
                        .on(CONTACT_BLOCK_LIFT.CONTACT_BLOCK_ID.eq(CONTACT_BLOCK.ID))
                        .where(coalesce(until, CONTACT_BLOCK.SINCE).ge(CONTACT_BLOCK.SINCE))
                        .orderBy(ACCOUNT_VIEW.BUCKET, ACCOUNT_VIEW.ACCOUNT_ID, CONTACT_BLOCK.ID),
                ACCOUNT_VIEW.BUCKET,
                ACCOUNT_VIEW.ACCOUNT_ID,
                row -> new ContactBlock(row.get(CONTACT_BLOCK.REASON), row.get(CONTACT_BLOCK.SINCE), row.get(UNTIL)));
    }

    private OrderedRows<KeptBack.Disputed> disputes() {
        return OrderedRows.open(
                sql.select(
                                ACCOUNT_VIEW.BUCKET,
                                DISPUTE_LIFE_VIEW.ACCOUNT_ID,
                                DISPUTE_LIFE_VIEW.ITEM_ID,
                                DISPUTE_LIFE_VIEW.AMOUNT_MINOR,
                                DISPUTE_LIFE_VIEW.OPENED_ON,
                                DISPUTE_LIFE_VIEW.ENDED_ON)
                        .from(DISPUTE_LIFE_VIEW)
                        .join(ACCOUNT_VIEW)
                        .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(DISPUTE_LIFE_VIEW.ACCOUNT_ID))
                        .orderBy(ACCOUNT_VIEW.BUCKET, DISPUTE_LIFE_VIEW.ACCOUNT_ID, DISPUTE_LIFE_VIEW.DISPUTE_ID),
                ACCOUNT_VIEW.BUCKET,
                DISPUTE_LIFE_VIEW.ACCOUNT_ID,
                row -> new KeptBack.Disputed(
                        ItemId.of(row.get(DISPUTE_LIFE_VIEW.ITEM_ID)),
                        row.get(DISPUTE_LIFE_VIEW.AMOUNT_MINOR),
                        row.get(DISPUTE_LIFE_VIEW.OPENED_ON),
                        row.get(DISPUTE_LIFE_VIEW.ENDED_ON)));
    }

    private static ItemLife life(Record row) {
        Money original = Money.ofMinor(row.get(ITEM_LIFE_VIEW.ORIGINAL_MINOR), row.get(ITEM_LIFE_VIEW.CURRENCY));
        OpenItem entered = new OpenItem(
                ItemId.of(row.get(ITEM_LIFE_VIEW.ITEM_ID)),
                AccountId.of(row.get(ITEM_LIFE_VIEW.ACCOUNT_ID)),
                ItemKind.valueOf(row.get(ITEM_LIFE_VIEW.KIND)),
                row.get(ITEM_LIFE_VIEW.DOCUMENT),
                row.get(ITEM_LIFE_VIEW.DOCUMENT_DATE),
                row.get(ITEM_LIFE_VIEW.DUE_DATE),
                original,
                original);
        LocalDate[] days = row.get(ITEM_LIFE_VIEW.CHANGED_ON);
        Long[] deltas = row.get(ITEM_LIFE_VIEW.DELTA_MINOR);
        List<ItemLife.Change> changes = new ArrayList<>();
        for (int i = 0; days != null && deltas != null && i < days.length; i++) {
            changes.add(new ItemLife.Change(days[i], deltas[i]));
        }
        return new ItemLife(entered, row.get(ITEM_LIFE_VIEW.POSTED_ON), changes);
    }
}
