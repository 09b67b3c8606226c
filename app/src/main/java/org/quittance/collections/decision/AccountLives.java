package org.quittance.collections.decision;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.select;
import static org.quittance.db.collections.Tables.CONTACT_BLOCK;
import static org.quittance.db.collections.Tables.CONTACT_BLOCK_LIFT;
import static org.quittance.db.disputes.Tables.DISPUTE_LIFE_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.CUSTOMER_TRAIT_VIEW;
import static org.quittance.db.ledger.Tables.CUSTOMER_VIEW;
import static org.quittance.db.ledger.Tables.ITEM_LIFE_VIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.AccountKey;
import org.quittance.collections.AccountScope;
import org.quittance.collections.decision.FactQueries.AccountRow;
import org.quittance.core.calendar.BusinessCalendar;
import org.quittance.core.calendar.BusinessCalendars;
import org.quittance.core.collections.AccountLife;
import org.quittance.core.collections.ContactBlock;
import org.quittance.core.collections.ItemLife;
import org.quittance.core.collections.KeptBack;
import org.quittance.core.collections.Promise;
import org.quittance.core.collections.Receipt;
import org.quittance.core.contact.Addressee;
import org.quittance.core.contact.ContactPolicy;
import org.quittance.core.contact.Party;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.ledger.Trait;
import org.quittance.core.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what happened on accounts: seven streams in the order of the accounts, walked side by side as {@link FactStreams} does. */
@Component
public class AccountLives {

    private static final Field<LocalDate> UNTIL = DSL.field(DSL.name("held_until"), LocalDate.class);

    private final DSLContext sql;
    private final FactQueries queries;

    AccountLives(DSLContext sql, FactQueries queries) {
        this.sql = sql;
        this.queries = queries;
    }

    /**
     * What happened on the accounts of a customer, and who that is before the rules of contact.
     *
     * @param party without what persons there have said about being contacted
     */
    public record CustomerPast(Party party, List<AccountLife> accounts) {

        public CustomerPast {
            accounts = List.copyOf(accounts);
        }
    }

    /** The first day that is wanted, and today. */
    public record Span(LocalDate first, LocalDate today) {}

    /** Where a customer is, and who works on its account. */
    private record Place(long customerId, Party party, BusinessCalendar office) {}

    /** Hands over every customer with an item that was open on the first day or changed since; of one bucket after the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void each(Span span, ContactPolicy policy, Consumer<CustomerPast> taker) {
        AccountScope all = new AccountScope.All();
        Map<Long, List<AccountLife>> byCustomer = new LinkedHashMap<>();
        Map<Long, Party> parties = new HashMap<>();
        int bucket = -1;
        try (OrderedRows<ItemLife> items = items(span.first());
                OrderedRows<AccountRow> accounts = queries.accounts(all, span.today());
                OrderedRows<Promise> promises = queries.promises(all, span.first());
                OrderedRows<Receipt> receipts = queries.receipts(all, span.first());
                OrderedRows<ContactBlock> blocks = blocks();
                OrderedRows<KeptBack.Disputed> disputes = disputes();
                OrderedRows<Place> places = places(policy, span.today())) {
            for (AccountKey key = items.next(); key != null; key = items.next()) {
                if (key.bucket() != bucket) {
                    handOver(byCustomer, parties, taker);
                    bucket = key.bucket();
                }
                AccountRow account = accounts.of(key).getFirst();
                Place place = places.of(key).getFirst();
                parties.putIfAbsent(place.customerId(), place.party());
                byCustomer
                        .computeIfAbsent(place.customerId(), _ -> new ArrayList<>(1))
                        .add(new AccountLife(
                                AccountId.of(key.accountId()),
                                account.traits(),
                                place.office(),
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
        handOver(byCustomer, parties, taker);
    }

    private static void handOver(
            Map<Long, List<AccountLife>> byCustomer, Map<Long, Party> parties, Consumer<CustomerPast> taker) {
        byCustomer.forEach((customer, accounts) ->
                taker.accept(new CustomerPast(Objects.requireNonNull(parties.get(customer)), accounts)));
        byCustomer.clear();
        parties.clear();
    }

    private OrderedRows<Place> places(ContactPolicy policy, LocalDate today) {
        Field<String> trait = DSL.field(select(CUSTOMER_TRAIT_VIEW.TRAIT)
                        .from(CUSTOMER_TRAIT_VIEW)
                        .where(CUSTOMER_TRAIT_VIEW.CUSTOMER_ID.eq(ACCOUNT_VIEW.CUSTOMER_ID))
                        .and(CUSTOMER_TRAIT_VIEW.SINCE.le(today))
                        .orderBy(CUSTOMER_TRAIT_VIEW.SINCE.desc(), CUSTOMER_TRAIT_VIEW.CUSTOMER_TRAIT_ID.desc())
                        .limit(1))
                .as("trait");
        return OrderedRows.open(
                sql.select(
                                ACCOUNT_VIEW.BUCKET,
                                ACCOUNT_VIEW.ACCOUNT_ID,
                                ACCOUNT_VIEW.CUSTOMER_ID,
                                ACCOUNT_VIEW.COUNTRY,
                                ACCOUNT_VIEW.TIME_ZONE,
                                ACCOUNT_VIEW.SEGMENT,
                                ACCOUNT_VIEW.ENTITY_COUNTRY,
                                CUSTOMER_VIEW.STATE,
                                trait)
                        .from(ACCOUNT_VIEW)
                        .join(CUSTOMER_VIEW)
                        .on(CUSTOMER_VIEW.CUSTOMER_ID.eq(ACCOUNT_VIEW.CUSTOMER_ID))
                        .orderBy(ACCOUNT_VIEW.BUCKET, ACCOUNT_VIEW.ACCOUNT_ID),
                ACCOUNT_VIEW.BUCKET,
                ACCOUNT_VIEW.ACCOUNT_ID,
                row -> place(row, row.get(trait), policy));
    }

    /** Blocks are replayed by the trial itself, day by day. */
    private static Place place(Record row, @Nullable String trait, ContactPolicy policy) {
        Party party = new Party(
                row.get(ACCOUNT_VIEW.COUNTRY),
                row.get(CUSTOMER_VIEW.STATE),
                Party.zoneNamed(row.get(ACCOUNT_VIEW.TIME_ZONE)).orElse(null),
                policy.traitOf(trait == null ? null : Trait.valueOf(trait), row.get(ACCOUNT_VIEW.SEGMENT)),
                null,
                null,
                Addressee.UNKNOWN);
        return new Place(
                row.get(ACCOUNT_VIEW.CUSTOMER_ID),
                party,
                BusinessCalendars.named(row.get(ACCOUNT_VIEW.ENTITY_COUNTRY)).orElse(BusinessCalendars.TARGET));
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
