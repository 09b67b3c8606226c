package org.quittance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.audit.AuditEntry;
import org.quittance.audit.AuditTrail;
import org.quittance.core.contact.PhoneNumber;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.HierarchyRefusal;
import org.quittance.core.ledger.ItemId;
import org.quittance.identity.Viewer;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class CustomersTest {

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerHierarchy hierarchy;

    @Autowired
    private LedgerReader reader;

    @Autowired
    private Ledger ledger;

    @Autowired
    private LedgerCheck check;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Books books;

    @Autowired
    private DSLContext sql;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aListAddsUnknownCustomersChangesKnownOnesAndLeavesWhatItDoesNotTell() {
        String master = books.entity("EUR").customerMaster();
        assertThat(enter(
                        customer(master, "1", "Alder", "DE", "de", "Water", "Weg 1"),
                        customer(master, "2", "Birch", "", "", "", "")))
                .isEqualTo(new MasterDataResult(2, 0));

        assertThat(enter(
                        customer(master, "1", "Alder Nord", "", "", "", ""),
                        customer(master, "2", "Birch", "GB", "en", "", "")))
                .isEqualTo(new MasterDataResult(0, 1));

        assertThat(particulars(master, "1"))
                .isEqualTo(new CustomerParticulars("Alder Nord", "DE", "de", "Europe/Berlin", "Water", "Weg 1"));
        // A country that nobody told is the entity's.
        assertThat(particulars(master, "2"))
                .isEqualTo(new CustomerParticulars("Birch", "GB", "en", "Europe/Berlin", "", ""));
    }

    @Test
    void ofTwoLinesForOneCustomerTheLaterCounts() {
        String master = books.entity("EUR").customerMaster();
        assertThat(enter(
                        customer(master, "1", "First", "DE", "de", "", ""),
                        customer(master, "1", "Second", "DE", "de", "", "")))
                .isEqualTo(new MasterDataResult(1, 0));
        assertThat(particulars(master, "1").name()).isEqualTo("Second");
    }

    @Test
    void anAccountTakesItsTermsAndLimitAndKeepsThemWhenAListIsSilent() {
        LegalEntity entity = books.entity("EUR");
        long customer = customer(entity, "1");
        assertThat(inTransaction(() -> customers.enterAccounts(
                        List.of(new AccountDraft(customer, entity.id(), "1", 45, 5_000_00L, null)), "test")))
                .isEqualTo(new MasterDataResult(1, 0));
        assertThat(inTransaction(() -> customers.enterAccounts(
                        List.of(new AccountDraft(customer, entity.id(), "1", null, 6_000_00L, null)), "test")))
                .isEqualTo(new MasterDataResult(0, 1));

        CustomerView.Account account = view(customer).accounts().getFirst();
        assertThat(account.termsDays()).isEqualTo(45);
        assertThat(account.limitMinor()).isEqualTo(6_000_00);
        assertThat(account.portfolio()).isEqualTo("Unassigned");
    }

    @Test
    void aNameAndARoleAreOnePerson() {
        LegalEntity entity = books.entity("EUR");
        long customer = customer(entity, "1");
        books.invoice(entity, "1", "A1", 100, Books.TODAY);
        ContactDraft first = contact(customer, "Ines Varga", "old@alder.example");
        assertThat(inTransaction(() -> customers.enterContacts(List.of(first), "test")))
                .isEqualTo(new MasterDataResult(1, 0));
        assertThat(inTransaction(() -> customers.enterContacts(
                        List.of(
                                contact(customer, "INES VARGA", "new@alder.example"),
                                contact(customer, "Jon Beck", "")),
                        "test")))
                .isEqualTo(new MasterDataResult(1, 1));
        assertThat(view(customer).contacts())
                .extracting(CustomerView.Contact::name, CustomerView.Contact::email)
                .containsExactly(tuple("Ines Varga", "new@alder.example"), tuple("Jon Beck", ""));
    }

    @Test
    void aPayerTakesTheAccountsAndOpenItemsItPaysForIntoItsBucket() {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "PAYER", "P1", 100, Books.TODAY);
        books.invoice(entity, "CHILD", "C1", 100, Books.TODAY);
        long payer = customer(entity, "PAYER");
        long child = customer(entity, "CHILD");
        int bucketAlone = bucket(books.account(entity, "CHILD"));

        assertThat(hierarchy.place(List.of(new CustomerPlace(child, payer, payer)), "amira"))
                .isEqualTo(new HierarchyOutcome.Placed(1));
        assertThat(bucket(books.account(entity, "CHILD"))).isEqualTo(bucket(books.account(entity, "PAYER")));
        assertThat(openBuckets(books.account(entity, "CHILD"))).containsExactly(bucket(books.account(entity, "PAYER")));
        assertThat(Objects.requireNonNull(view(child).payer()).id()).isEqualTo(payer);
        assertThat(check.faults()).isEmpty();

        hierarchy.place(List.of(new CustomerPlace(child, payer, null)), "amira");
        assertThat(bucket(books.account(entity, "CHILD"))).isEqualTo(bucketAlone);
        assertThat(openBuckets(books.account(entity, "CHILD"))).containsExactly(bucketAlone);
    }

    @Test
    void nobodyIsPlacedWhenOneOfTheListCannotBe() {
        LegalEntity entity = books.entity("EUR");
        long one = customer(entity, "1");
        long two = customer(entity, "2");
        long three = customer(entity, "3");
        hierarchy.place(List.of(new CustomerPlace(two, one, one)), "test");

        assertThat(hierarchy.place(
                        List.of(new CustomerPlace(one, two, null), new CustomerPlace(three, null, two)), "test"))
                .isEqualTo(new HierarchyOutcome.Refused(
                        Map.of(one, HierarchyRefusal.CIRCLE, three, HierarchyRefusal.PAYER_HAS_PAYER)));
        assertThat(sql.fetchSingle("select parent_id from ledger.customer where id = ?", one)
                        .get(0))
                .isNull();
    }

    @Test
    void whatAPersonChangesIsInTheAuditTrailWithWhatWasAndWhatIs() {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "1", "A1", 100, Books.TODAY);
        AccountId account = books.account(entity, "1");
        long customer = customer(entity, "1");

        customers.changeLimit(account.value(), 9_000_00L, "maria");
        customers.changeTerms(account.value(), 14, "maria");
        customers.change(
                customer,
                new CustomerParticulars("Alder", "GB", "en", "Europe/Berlin", "Water", "1 Lane\nLeeds"),
                "maria");

        assertThat(audit.entriesBefore(null, 3))
                .extracting(AuditEntry::actor, AuditEntry::action, AuditEntry::detail)
                .containsExactly(
                        tuple(
                                "maria",
                                "customer.changed",
                                "name: Customer 1 -> Alder; segment:  -> Water; address:  -> 1 Lane Leeds"),
                        tuple("maria", "account.terms-changed", "terms: 30 -> 14"),
                        tuple("maria", "account.limit-changed", "limit: none -> EUR 9000.00"));
    }

    @Test
    void numbersThatNobodyHasAreNotFound() {
        LegalEntity entity = books.entity("EUR");
        long known = customer(entity, "1");
        assertThat(customers.idsByNumber(entity.customerMaster(), List.of("1", "2")))
                .containsExactly(entry("1", known));
    }

    @Test
    void whoeverCallsFromAMobileTelephoneIsFoundByItsNumberInAnyWriting() {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "M1", "1", 100_00, Books.TODAY);
        long customer = sql.fetchSingle(
                        "select customer_id from ledger.account where id = ?",
                        books.account(entity, "M1").value())
                .get(0, Long.class);
        // Nobody else's: other tests write the numbers that are free for examples.
        String own = "%06d".formatted(entity.id());
        customers.addContact(
                new ContactDraft(
                        customer,
                        "Martha",
                        ContactRole.ACCOUNTS_PAYABLE,
                        "",
                        "+44 20 83 " + own,
                        "en",
                        false,
                        PhoneNumber.parse("+447713" + own).orElseThrow(),
                        false),
                "test");
        for (String typed : List.of("+447713" + own, "07713 " + own, "0044 7713 " + own, "713" + own)) {
            assertThat(reader.search(Viewer.system("test"), LedgerReader.Sought.of(typed), 9))
                    .as(typed)
                    .singleElement()
                    .satisfies(found -> assertThat(found.by()).isEqualTo("Martha, +447713" + own));
        }
        assertThat(reader.search(Viewer.system("test"), LedgerReader.Sought.of("02083" + own), 9))
                .singleElement()
                .satisfies(found -> assertThat(found.by()).isEqualTo("Martha, +44 20 83 " + own));
    }

    @Test
    void whoeverCallsIsFoundByTheEndOfADocumentsNumberOpenOrSettledAndByTheirName() {
        LegalEntity entity = books.entity("EUR");
        // Nobody else's: other tests write the numbers that are free for examples.
        String own = "93%05d".formatted(entity.id());
        String document = "INV-77-0" + own;
        ItemId invoice = books.invoice(entity, "M1", document, 100_00, Books.TODAY);
        long customer = sql.fetchSingle(
                        "select customer_id from ledger.account where id = ?",
                        books.account(entity, "M1").value())
                .get(0, Long.class);
        for (String typed : List.of("0" + own, "77 0" + own, "inv 77 0" + own)) {
            assertThat(found(typed)).as(typed).containsExactly(entry(customer, "Document " + document));
        }
        assertThat(found("crn 0" + own)).isEmpty();

        ItemId money = books.payment(entity, "M1", "P", 100_00, Books.TODAY);
        ledger.allocate(
                List.of(new AllocationOrder(money, invoice, 100_00)), new PostingContext(Books.TODAY, "test", "test"));
        assertThat(found("0" + own)).containsExactly(entry(customer, "Document " + document + ", settled"));

        String name = "Dylan Kaur" + own;
        customers.addContact(
                new ContactDraft(customer, name, ContactRole.ACCOUNTS_PAYABLE, "", "", "en", false), "test");
        assertThat(found("kaur" + own)).containsExactly(entry(customer, "Contact person " + name));
    }

    /** Who is found, and by what. */
    private Map<Long, String> found(String words) {
        return reader.search(Viewer.system("test"), LedgerReader.Sought.of(words), 9).stream()
                .collect(Collectors.toMap(
                        LedgerReader.Found::customerId, found -> Objects.requireNonNullElse(found.by(), "")));
    }

    private MasterDataResult enter(CustomerDraft... drafts) {
        return inTransaction(() -> customers.enter(List.of(drafts), "test"));
    }

    /** A customer of the entity by its number, added where it is not known yet. */
    private long customer(LegalEntity entity, String number) {
        enter(customer(entity.customerMaster(), number, "", "", "", "", ""));
        return Objects.requireNonNull(
                customers.idsByNumber(entity.customerMaster(), List.of(number)).get(number));
    }

    private static CustomerDraft customer(
            String master,
            String number,
            String name,
            String country,
            String language,
            String segment,
            String address) {
        return new CustomerDraft(
                master, number, new CustomerParticulars(name, country, language, "Europe/Berlin", segment, address));
    }

    private static ContactDraft contact(long customer, String name, String email) {
        return new ContactDraft(customer, name, ContactRole.ACCOUNTS_PAYABLE, email, "", "de", false);
    }

    private CustomerView view(long customer) {
        return reader.customer(Viewer.system("test"), customer).orElseThrow();
    }

    private CustomerParticulars particulars(String master, String number) {
        return sql.fetchSingle(
                        "select name, country, language, time_zone, segment, address from ledger.customer"
                                + " where customer_master = ? and number = ?",
                        master,
                        number)
                .into(CustomerParticulars.class);
    }

    private int bucket(AccountId account) {
        return sql.fetchSingle("select bucket from ledger.account where id = ?", account.value())
                .get(0, Integer.class);
    }

    private List<Integer> openBuckets(AccountId account) {
        return sql.fetch("select bucket from ledger.open_item where account_id = ?", account.value())
                .map(row -> row.get(0, Integer.class));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
