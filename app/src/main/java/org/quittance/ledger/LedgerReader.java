package org.quittance.ledger;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.quittance.db.identity.Tables.PORTFOLIO_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.ALLOCATION;
import static org.quittance.db.ledger.Tables.CONTACT;
import static org.quittance.db.ledger.Tables.CUSTOMER;
import static org.quittance.db.ledger.Tables.DUE_DATE_CHANGE;
import static org.quittance.db.ledger.Tables.ENTITY;
import static org.quittance.db.ledger.Tables.ITEM;
import static org.quittance.db.ledger.Tables.OPEN_ITEM;
import static org.quittance.db.ledger.Tables.POSTING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.CashDiscount;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.LetterWay;
import org.quittance.core.ledger.PostingKind;
import org.quittance.db.ledger.tables.Customer;
import org.quittance.db.ledger.tables.Item;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the ledger shows to a person: never an account outside their portfolios. */
@Service
@Transactional(readOnly = true)
public class LedgerReader {

    /** Fewer lead to too many whom the viewer does not work. */
    private static final int FEWEST_LETTERS = 3;

    private static final Customer PARENT = CUSTOMER.as("parent");
    private static final Customer PAYER = CUSTOMER.as("payer");
    private static final Customer CHILD = CUSTOMER.as("child");
    private static final Item OTHER = ITEM.as("other");

    private final DSLContext sql;

    LedgerReader(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * What a customer is sought by.
     *
     * @param led customers to whom the words lead by what the ledger does not know, each with what it is, such as a letter's reference
     */
    public record Sought(String words, Map<Long, String> led) {

        public Sought {
            words = words.strip();
            led = Map.copyOf(led);
        }

        public static Sought of(String words) {
            return new Sought(words, Map.of());
        }

        private Condition leadsTo(Field<Long> customer) {
            return customer.in(CustomerSearch.hits(words, led.keySet()));
        }
    }

    /**
     * A hit of a search.
     *
     * @param by what of the customer's has led to it, such as a document or somebody's telephone number; null where its name or number has
     */
    public record Found(
            long customerId,
            String number,
            String name,
            String country,
            long accounts,
            @Nullable String by) {}

    /**
     * Customers by name, by number, by the number of one of their documents, open or settled, or by the name or a telephone number of one of their
     * contacts, at most so many. Of a document and of a telephone number the last digits are enough.
     */
    public List<Found> search(Viewer viewer, Sought sought, int most) {
        Map<Long, String> by = CustomerSearch.led(sql, sought.words());
        by.putAll(sought.led());
        Condition matching = sought.words().isEmpty() ? noCondition() : sought.leadsTo(CUSTOMER.ID);
        return sql.select(CUSTOMER.ID, CUSTOMER.NUMBER, CUSTOMER.NAME, CUSTOMER.COUNTRY, DSL.count())
                .from(CUSTOMER)
                .join(ACCOUNT)
                .on(ACCOUNT.CUSTOMER_ID.eq(CUSTOMER.ID))
                .where(matching)
                .and(Visibility.of(viewer))
                .groupBy(CUSTOMER.ID)
                .orderBy(CUSTOMER.NAME, CUSTOMER.ID)
                .limit(most)
                .fetch(row -> new Found(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), by.get(row.value1())));
    }

    /** Whose a customer is that the viewer does not work: who is called is told whom to hand the call to, and nothing of what is owed. */
    public record Elsewhere(
            String number,
            String name,
            String portfolio,
            @Nullable String owner) {}

    /** Customers whom a search leads to and the viewer does not work, at most so many; none for a search that says too little. */
    public List<Elsewhere> elsewhere(Viewer viewer, Sought sought, int most) {
        if (sought.words().length() < FEWEST_LETTERS || viewer.seesEverything()) {
            return List.of();
        }
        return sql.selectDistinct(
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        ACCOUNT_VIEW.CUSTOMER_NUMBER,
                        ACCOUNT_VIEW.PORTFOLIO_NAME,
                        ACCOUNT_VIEW.COLLECTOR_NAME)
                .from(ACCOUNT_VIEW)
                .where(sought.leadsTo(ACCOUNT_VIEW.CUSTOMER_ID))
                .and(not(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID)))
                .orderBy(
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        ACCOUNT_VIEW.CUSTOMER_NUMBER,
                        ACCOUNT_VIEW.PORTFOLIO_NAME,
                        ACCOUNT_VIEW.COLLECTOR_NAME)
                .limit(most)
                .fetch(row -> new Elsewhere(row.value2(), row.value1(), row.value3(), row.value4()));
    }

    public Optional<CustomerView> customer(Viewer viewer, long customerId) {
        Field<List<CustomerView.Named>> children = multiset(select(CHILD.ID, CHILD.NAME)
                        .from(CHILD)
                        .where(CHILD.PARENT_ID.eq(CUSTOMER.ID))
                        .orderBy(CHILD.NAME, CHILD.ID))
                .convertFrom(rows -> rows.map(row -> new CustomerView.Named(row.value1(), row.value2())));
        List<CustomerView.Account> accounts = accounts(viewer, customerId);
        if (accounts.isEmpty()) {
            return Optional.empty();
        }
        return sql.select(CUSTOMER.fields())
                .select(PARENT.ID, PARENT.NAME, PAYER.ID, PAYER.NAME)
                .select(children)
                .from(CUSTOMER)
                .leftJoin(PARENT)
                .on(PARENT.ID.eq(CUSTOMER.PARENT_ID))
                .leftJoin(PAYER)
                .on(PAYER.ID.eq(CUSTOMER.PAYER_ID))
                .where(CUSTOMER.ID.eq(customerId))
                .fetchOptional(row -> new CustomerView(
                        row.get(CUSTOMER.ID),
                        row.get(CUSTOMER.NUMBER),
                        row.get(CUSTOMER.NAME),
                        row.get(CUSTOMER.COUNTRY),
                        row.get(CUSTOMER.LANGUAGE),
                        row.get(CUSTOMER.TIME_ZONE),
                        row.get(CUSTOMER.SEGMENT),
                        row.get(CUSTOMER.ADDRESS),
                        row.get(CUSTOMER.STATE),
                        LetterWay.valueOf(row.get(CUSTOMER.LETTERS)),
                        row.get(PARENT.ID) == null
                                ? null
                                : new CustomerView.Named(row.get(PARENT.ID), row.get(PARENT.NAME)),
                        row.get(PAYER.ID) == null
                                ? null
                                : new CustomerView.Named(row.get(PAYER.ID), row.get(PAYER.NAME)),
                        row.get(children),
                        accounts,
                        contacts(customerId)));
    }

    /** What was open at the end of the business date, oldest due first; settled items are left out. */
    public List<ItemLine> openItems(Viewer viewer, long customerId, LocalDate asOf) {
        return openItems(viewer, customerId, asOf, null);
    }

    /**
     * The same to whoever looked at a moment in the past.
     *
     * @param knownAt leaves out what the ledger learned of later; null for all that is known now
     */
    public List<ItemLine> openItems(Viewer viewer, long customerId, LocalDate asOf, @Nullable Instant knownAt) {
        List<Long> accounts = sql.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.CUSTOMER_ID.eq(customerId))
                .and(Visibility.of(viewer))
                .fetch(ACCOUNT.ID);
        return sql.select(
                        OpenAt.ITEM_ID,
                        OpenAt.ACCOUNT_ID,
                        ENTITY.CODE,
                        OpenAt.KIND,
                        OpenAt.DOCUMENT,
                        OpenAt.DOCUMENT_DATE,
                        OpenAt.DUE_DATE,
                        OpenAt.CURRENCY,
                        OpenAt.ORIGINAL_MINOR,
                        OpenAt.OPEN_MINOR)
                .from(OpenAt.table(asOf, knownAt, account -> account.in(accounts)))
                .join(ENTITY)
                .on(ENTITY.ID.eq(OpenAt.ENTITY_ID))
                .orderBy(OpenAt.DUE_DATE, OpenAt.ITEM_ID)
                .fetch(Records.mapping(ItemLine::new));
    }

    /**
     * What was open of an item at the end of the business date; nothing where it was settled, not yet posted or not yet known.
     *
     * @param knownAt leaves out what the ledger learned of later; null for all that is known now
     */
    public long openMinor(Viewer viewer, ItemLine item, LocalDate asOf, @Nullable Instant knownAt) {
        return sql.select(OpenAt.OPEN_MINOR)
                .from(OpenAt.table(asOf, knownAt, account -> account.eq(item.accountId())))
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(OpenAt.ACCOUNT_ID))
                .where(OpenAt.ITEM_ID.eq(item.id()))
                .and(Visibility.of(viewer))
                .fetchOptional(OpenAt.OPEN_MINOR)
                .orElse(0L);
    }

    public Optional<ItemView> item(Viewer viewer, long itemId) {
        Field<LocalDate> dueDate = DueDates.standing(ITEM.ID, ITEM.DUE_DATE).as("standing_due_date");
        return sql.select(ITEM.fields())
                .select(ENTITY.CODE, CUSTOMER.ID, CUSTOMER.NAME, OPEN_ITEM.OPEN_MINOR, dueDate)
                .from(ITEM)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(ITEM.ACCOUNT_ID))
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(ACCOUNT.CUSTOMER_ID))
                .join(ENTITY)
                .on(ENTITY.ID.eq(ITEM.ENTITY_ID))
                .leftJoin(OPEN_ITEM)
                .on(OPEN_ITEM.ITEM_ID.eq(ITEM.ID))
                .where(ITEM.ID.eq(itemId))
                .and(Visibility.of(viewer))
                .fetchOptional(row -> new ItemView(
                        line(
                                row,
                                row.get(dueDate),
                                row.get(OPEN_ITEM.OPEN_MINOR) == null ? 0 : row.get(OPEN_ITEM.OPEN_MINOR)),
                        row.get(CUSTOMER.ID),
                        row.get(CUSTOMER.NAME),
                        row.get(ITEM.SOURCE),
                        row.get(ITEM.ASSIGNMENT),
                        row.get(ITEM.REFERENCE),
                        row.get(ITEM.MEMO),
                        row.get(ITEM.POSTED_ON),
                        row.get(ITEM.RECORDED_AT),
                        row.get(ITEM.ACTOR),
                        row.get(ITEM.UPLOAD_ID),
                        CashDiscount.ofNullable(row.get(ITEM.DISCOUNT_BASIS_POINTS), row.get(ITEM.DISCOUNT_DAYS)),
                        entries(itemId, row.get(ITEM.ORIGINAL_MINOR)),
                        dueDateChanges(itemId)));
    }

    /** Items by their numbers, open or settled, in that order; those that the viewer may not see are left out. */
    public List<ItemLine> items(Viewer viewer, Collection<ItemId> numbers) {
        Field<LocalDate> dueDate = DueDates.standing(ITEM.ID, ITEM.DUE_DATE).as("standing_due_date");
        return sql.select(ITEM.fields())
                .select(ENTITY.CODE, OPEN_ITEM.OPEN_MINOR, dueDate)
                .from(ITEM)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(ITEM.ACCOUNT_ID))
                .join(ENTITY)
                .on(ENTITY.ID.eq(ITEM.ENTITY_ID))
                .leftJoin(OPEN_ITEM)
                .on(OPEN_ITEM.ITEM_ID.eq(ITEM.ID))
                .where(ITEM.ID.eq(any(numbers.stream().map(ItemId::value).toArray(Long[]::new))))
                .and(Visibility.of(viewer))
                .orderBy(ITEM.ID)
                .fetch(row -> line(
                        row,
                        row.get(dueDate),
                        row.get(OPEN_ITEM.OPEN_MINOR) == null ? 0 : row.get(OPEN_ITEM.OPEN_MINOR)));
    }

    private List<DueDates.Change> dueDateChanges(long itemId) {
        return sql.selectFrom(DUE_DATE_CHANGE)
                .where(DUE_DATE_CHANGE.ITEM_ID.eq(itemId))
                .orderBy(DUE_DATE_CHANGE.ID)
                .fetch(row -> new DueDates.Change(
                        row.getWas(),
                        row.getDueDate(),
                        row.getBusinessDate(),
                        row.getReason(),
                        row.getActor(),
                        row.getRecordedAt()));
    }

    private List<ItemView.Entry> entries(long itemId, long originalMinor) {
        Field<Boolean> reversed = DSL.field(DSL.exists(DSL.selectOne()
                .from(ALLOCATION.as("undo"))
                .where(ALLOCATION.as("undo").REVERSES_ID.eq(ALLOCATION.ID))));
        List<ItemView.Entry> entries = new ArrayList<>();
        long open = originalMinor;
        for (Record row : sql.select(POSTING.fields())
                .select(ALLOCATION.ID, OTHER.ID, OTHER.DOCUMENT, reversed)
                .from(POSTING)
                .leftJoin(ALLOCATION)
                .on(ALLOCATION.ID.eq(POSTING.ALLOCATION_ID))
                .leftJoin(OTHER)
                .on(OTHER.ID.eq(DSL.when(ALLOCATION.CREDIT_ITEM_ID.eq(itemId), ALLOCATION.DEBIT_ITEM_ID)
                        .otherwise(ALLOCATION.CREDIT_ITEM_ID)))
                .where(POSTING.ITEM_ID.eq(itemId))
                .orderBy(POSTING.BUSINESS_DATE, POSTING.ID)
                .fetch()) {
            open += row.get(POSTING.DELTA_MINOR);
            boolean reversible = row.get(POSTING.KIND) == PostingKind.ALLOCATION && !row.get(reversed);
            entries.add(new ItemView.Entry(
                    row.get(POSTING.ID),
                    row.get(POSTING.KIND),
                    row.get(POSTING.BUSINESS_DATE),
                    row.get(POSTING.RECORDED_AT),
                    row.get(POSTING.DELTA_MINOR),
                    open,
                    row.get(POSTING.CAUSE),
                    row.get(POSTING.ACTOR),
                    row.get(OTHER.ID) == null ? null : new ItemView.Other(row.get(OTHER.ID), row.get(OTHER.DOCUMENT)),
                    reversible ? row.get(ALLOCATION.ID) : null));
        }
        return entries;
    }

    private List<CustomerView.Account> accounts(Viewer viewer, long customerId) {
        return sql.select(ACCOUNT.fields())
                .select(
                        ENTITY.CODE,
                        ENTITY.NAME,
                        ENTITY.CURRENCY,
                        PORTFOLIO_VIEW.PORTFOLIO_NAME,
                        PORTFOLIO_VIEW.COLLECTOR_NAME)
                .from(ACCOUNT)
                .join(ENTITY)
                .on(ENTITY.ID.eq(ACCOUNT.ENTITY_ID))
                .join(PORTFOLIO_VIEW)
                .on(PORTFOLIO_VIEW.PORTFOLIO_ID.eq(ACCOUNT.PORTFOLIO_ID))
                .where(ACCOUNT.CUSTOMER_ID.eq(customerId))
                .and(Visibility.of(viewer))
                .orderBy(ENTITY.CODE, ACCOUNT.ID)
                .fetch(row -> new CustomerView.Account(
                        row.get(ACCOUNT.ID),
                        row.get(ACCOUNT.NUMBER),
                        row.get(ACCOUNT.ENTITY_ID),
                        row.get(ENTITY.CODE),
                        row.get(ENTITY.NAME),
                        row.get(ENTITY.CURRENCY),
                        row.get(ACCOUNT.TERMS_DAYS),
                        row.get(ACCOUNT.LIMIT_MINOR),
                        row.get(PORTFOLIO_VIEW.PORTFOLIO_NAME),
                        row.get(PORTFOLIO_VIEW.COLLECTOR_NAME),
                        CashDiscount.ofNullable(row.get(ACCOUNT.DISCOUNT_BASIS_POINTS), row.get(ACCOUNT.DISCOUNT_DAYS)),
                        row.get(ACCOUNT.VIRTUAL_ACCOUNT)));
    }

    private List<CustomerView.Contact> contacts(long customerId) {
        return sql.selectFrom(CONTACT)
                .where(CONTACT.CUSTOMER_ID.eq(customerId))
                .orderBy(CONTACT.NAME, CONTACT.ID)
                .fetch(row -> new CustomerView.Contact(
                        row.getId(),
                        row.getName(),
                        row.getRole(),
                        row.getEmail(),
                        row.getPhone(),
                        row.getLanguage(),
                        row.getDoNotContact(),
                        row.getMobile(),
                        row.getEmployerEmail()));
    }

    private static ItemLine line(Record row, LocalDate dueDate, long openMinor) {
        return new ItemLine(
                row.get(ITEM.ID),
                row.get(ITEM.ACCOUNT_ID),
                row.get(ENTITY.CODE),
                row.get(ITEM.KIND),
                row.get(ITEM.DOCUMENT),
                row.get(ITEM.DOCUMENT_DATE),
                dueDate,
                row.get(ITEM.CURRENCY),
                row.get(ITEM.ORIGINAL_MINOR),
                openMinor);
    }
}
