package org.quittance.ledger;

import static org.quittance.db.ledger.Tables.ACCOUNT;
import static org.quittance.db.ledger.Tables.CONTACT;
import static org.quittance.db.ledger.Tables.CUSTOMER;
import static org.quittance.db.ledger.Tables.ENTITY;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.core.contact.PhoneNumber;
import org.quittance.core.ledger.CashDiscount;
import org.quittance.core.ledger.LetterWay;
import org.quittance.core.money.Money;
import org.quittance.db.ledger.tables.records.AccountRecord;
import org.quittance.db.ledger.tables.records.ContactRecord;
import org.quittance.db.ledger.tables.records.CustomerRecord;
import org.quittance.platform.SqlFile;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps customers, their accounts and their contacts.
 *
 * <p>Lists come from files: they are entered in sets, in the caller's transaction, and what a list does not tell stays as it is. Single
 * changes come from a person: every field counts, and the audit trail says what was and what is. Who belongs to whom is kept by
 * {@link CustomerHierarchy}.
 */
@Service
public class Customers {

    private static final SqlFile CUSTOMERS = SqlFile.beside(Customers.class, "customers.sql");
    private static final SqlFile ACCOUNTS = SqlFile.beside(Customers.class, "accounts.sql");
    private static final SqlFile CONTACTS = SqlFile.beside(Customers.class, "contacts.sql");

    private final DSLContext sql;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final PortfolioMoves portfolios;
    private final CustomerTraits traits;

    Customers(
            DSLContext sql,
            AuditTrail audit,
            ApplicationEventPublisher events,
            PortfolioMoves portfolios,
            CustomerTraits traits) {
        this.sql = sql;
        this.audit = audit;
        this.events = events;
        this.portfolios = portfolios;
        this.traits = traits;
    }

    /** The customers of a master by their numbers; a number that nobody has is not in the answer. */
    @Transactional(readOnly = true)
    public Map<String, Long> idsByNumber(String customerMaster, Collection<String> numbers) {
        return sql.select(CUSTOMER.NUMBER, CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.CUSTOMER_MASTER.eq(customerMaster))
                .and(CUSTOMER.NUMBER.eq(DSL.any(numbers.toArray(String[]::new))))
                .fetchMap(CUSTOMER.NUMBER, CUSTOMER.ID);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public MasterDataResult enter(List<CustomerDraft> drafts, String actor) {
        Result<Record> rows = sql.fetch(
                CUSTOMERS.text(),
                texts(drafts, CustomerDraft::customerMaster),
                texts(drafts, CustomerDraft::number),
                texts(drafts, draft -> draft.particulars().name()),
                texts(drafts, draft -> draft.particulars().country()),
                texts(drafts, draft -> draft.particulars().language()),
                texts(drafts, draft -> draft.particulars().timeZone()),
                texts(drafts, draft -> draft.particulars().segment()),
                texts(drafts, draft -> draft.particulars().address()),
                texts(drafts, draft -> draft.particulars().state()),
                texts(drafts, Customers::letters));
        traits.enter(drafts, actor);
        return entered(rows, "customers", actor);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public MasterDataResult enterAccounts(List<AccountDraft> drafts, String actor) {
        Result<Record> rows = sql.fetch(
                ACCOUNTS.text(),
                drafts.stream().map(AccountDraft::customerId).toArray(Long[]::new),
                drafts.stream().map(AccountDraft::entityId).toArray(Long[]::new),
                texts(drafts, AccountDraft::number),
                drafts.stream().map(AccountDraft::termsDays).toArray(Integer[]::new),
                drafts.stream().map(AccountDraft::limitMinor).toArray(Long[]::new),
                drafts.stream().map(AccountDraft::portfolioId).toArray(Long[]::new),
                discounts(drafts, CashDiscount::basisPoints),
                discounts(drafts, CashDiscount::days),
                texts(drafts, AccountDraft::virtualAccount));
        announce(new HashSet<>(rows.map(row -> row.get("id", Long.class))));
        portfolios.placeNew(
                rows.stream()
                        .filter(row -> row.get("added", Boolean.class))
                        .map(row -> row.get("id", Long.class))
                        .toList(),
                EntryContext.NO_UPLOAD,
                actor);
        return entered(rows, "accounts", actor);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public MasterDataResult enterContacts(List<ContactDraft> drafts, String actor) {
        Result<Record> rows = sql.fetch(
                CONTACTS.text(),
                drafts.stream().map(ContactDraft::customerId).toArray(Long[]::new),
                texts(drafts, ContactDraft::name),
                texts(drafts, draft -> draft.role().name()),
                texts(drafts, ContactDraft::email),
                texts(drafts, ContactDraft::phone),
                texts(drafts, ContactDraft::language),
                drafts.stream().map(ContactDraft::doNotContact).toArray(Boolean[]::new),
                texts(drafts, Customers::mobile));
        return entered(rows, "contacts", actor);
    }

    /** Changes what is known of a customer, to all that is given. */
    @Transactional
    public void change(long customerId, CustomerParticulars particulars, String actor) {
        CustomerRecord row = sql.fetchSingle(CUSTOMER, CUSTOMER.ID.eq(customerId));
        FieldChanges changes = new FieldChanges()
                .of("name", row.getName(), particulars.name())
                .of("country", row.getCountry(), particulars.country())
                .of("language", row.getLanguage(), particulars.language())
                .of("time zone", row.getTimeZone(), particulars.timeZone())
                .of("segment", row.getSegment(), particulars.segment())
                .of("address", row.getAddress(), particulars.address())
                .of("state", row.getState(), particulars.state())
                .of("letters", row.getLetters(), letters(particulars, row.getLetters()));
        row.setName(particulars.name());
        row.setCountry(particulars.country());
        row.setLanguage(particulars.language());
        row.setTimeZone(particulars.timeZone());
        row.setSegment(particulars.segment());
        row.setAddress(particulars.address());
        row.setState(particulars.state());
        row.setLetters(letters(particulars, row.getLetters()));
        row.update();
        audit.record(actor, "customer.changed", "customer", customerId, changes.toString());
    }

    @Transactional
    public long addContact(ContactDraft draft, String actor) {
        ContactRecord row = sql.newRecord(CONTACT);
        row.setCustomerId(draft.customerId());
        put(row, draft);
        row.insert();
        audit.record(actor, "contact.added", "customer", draft.customerId(), told(draft));
        return row.getId();
    }

    @Transactional
    public void changeContact(long contactId, ContactDraft draft, String actor) {
        ContactRecord row =
                sql.fetchSingle(CONTACT, CONTACT.ID.eq(contactId).and(CONTACT.CUSTOMER_ID.eq(draft.customerId())));
        String before = row.getName();
        put(row, draft);
        row.update();
        audit.record(actor, "contact.changed", "customer", draft.customerId(), before + " is now " + told(draft));
    }

    @Transactional
    public void removeContact(long contactId, String actor) {
        ContactRecord row = sql.fetchSingle(CONTACT, CONTACT.ID.eq(contactId));
        row.delete();
        audit.record(actor, "contact.removed", "customer", row.getCustomerId(), row.getName());
    }

    @Transactional
    public void changeTerms(long accountId, int termsDays, String actor) {
        AccountRecord row = account(accountId);
        String change =
                new FieldChanges().of("terms", row.getTermsDays(), termsDays).toString();
        row.setTermsDays(termsDays);
        record(row, "account.terms-changed", change, actor);
    }

    /** Sets a limit in the entity's currency; null takes it away. */
    @Transactional
    public void changeLimit(long accountId, @Nullable Long limitMinor, String actor) {
        AccountRecord row = account(accountId);
        String currency =
                sql.fetchSingle(ENTITY, ENTITY.ID.eq(row.getEntityId())).getCurrency();
        String change = new FieldChanges()
                .of("limit", money(row.getLimitMinor(), currency), money(limitMinor, currency))
                .toString();
        row.setLimitMinor(limitMinor);
        record(row, "account.limit-changed", change, actor);
    }

    /**
     * Arranges how an account pays: the cash discount that its terms grant, and the account number at the company's bank that only it pays to.
     *
     * @param discount null for none of its own
     * @param virtualAccount without blanks; empty for none; no other account of the legal entity has it
     */
    @Transactional
    public void arrange(long accountId, @Nullable CashDiscount discount, String virtualAccount, String actor) {
        AccountRecord row = account(accountId);
        String change = new FieldChanges()
                .of("discount", CashDiscount.ofNullable(row.getDiscountBasisPoints(), row.getDiscountDays()), discount)
                .of("virtual account", row.getVirtualAccount(), virtualAccount)
                .toString();
        row.setDiscountBasisPoints(discount == null ? null : discount.basisPoints());
        row.setDiscountDays(discount == null ? null : discount.days());
        row.setVirtualAccount(virtualAccount);
        record(row, "account.arranged", change, actor);
    }

    /** Which account of a legal entity has been given each of the virtual accounts, by their numbers; one that nobody has is not there. */
    @Transactional(readOnly = true)
    public Map<String, String> holders(long entityId, Collection<String> virtualAccounts) {
        return sql.select(ACCOUNT.VIRTUAL_ACCOUNT, ACCOUNT.NUMBER)
                .from(ACCOUNT)
                .where(ACCOUNT.ENTITY_ID.eq(entityId))
                .and(ACCOUNT.VIRTUAL_ACCOUNT.ne(""))
                .and(ACCOUNT.VIRTUAL_ACCOUNT.eq(DSL.any(virtualAccounts.toArray(String[]::new))))
                .fetchMap(ACCOUNT.VIRTUAL_ACCOUNT, ACCOUNT.NUMBER);
    }

    private static @Nullable Money money(@Nullable Long minor, String currency) {
        return minor == null ? null : Money.ofMinor(minor, currency);
    }

    private AccountRecord account(long accountId) {
        return sql.selectFrom(ACCOUNT)
                .where(ACCOUNT.ID.eq(accountId))
                .forNoKeyUpdate()
                .fetchSingle();
    }

    private void record(AccountRecord row, String action, String change, String actor) {
        row.update();
        audit.record(actor, action, "account", row.getId(), change);
        announce(Set.of(row.getId()));
    }

    private MasterDataResult entered(Result<Record> rows, String what, String actor) {
        int added = (int)
                rows.stream().filter(row -> row.get("added", Boolean.class)).count();
        MasterDataResult result = new MasterDataResult(added, rows.size() - added);
        if (!rows.isEmpty()) {
            audit.record(actor, what + ".entered", what, "list", result.toString());
        }
        return result;
    }

    private void announce(Set<Long> accounts) {
        if (!accounts.isEmpty()) {
            events.publishEvent(new AccountsChanged(accounts));
        }
    }

    private static void put(ContactRecord row, ContactDraft draft) {
        row.setName(draft.name());
        row.setRole(draft.role().name());
        row.setEmail(draft.email());
        row.setPhone(draft.phone());
        row.setLanguage(draft.language());
        row.setDoNotContact(draft.doNotContact());
        row.setMobile(mobile(draft));
        row.setEmployerEmail(draft.employerEmail());
    }

    private static String told(ContactDraft draft) {
        return draft.name() + " (" + draft.role().label() + ") " + draft.email() + " " + draft.phone() + " "
                + mobile(draft);
    }

    /** Empty where the draft does not tell. */
    private static String letters(CustomerDraft draft) {
        return letters(draft.particulars(), "");
    }

    private static String letters(CustomerParticulars particulars, String known) {
        LetterWay told = particulars.letters();
        return told == null ? known : told.name();
    }

    private static String mobile(ContactDraft draft) {
        PhoneNumber mobile = draft.mobile();
        return mobile == null ? "" : mobile.value();
    }

    private static @Nullable Integer[] discounts(List<AccountDraft> drafts, ToIntFunction<CashDiscount> part) {
        return drafts.stream()
                .map(AccountDraft::discount)
                .map(discount -> discount == null ? null : part.applyAsInt(discount))
                .toArray(Integer[]::new);
    }

    private static <T> String[] texts(List<T> drafts, Function<T, String> text) {
        return drafts.stream().map(text).toArray(String[]::new);
    }
}
