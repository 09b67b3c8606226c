package org.quittance.collections.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.agreement.PromiseDraft;
import org.quittance.collections.agreement.Promises;
import org.quittance.collections.call.CallLog;
import org.quittance.collections.call.CallReport;
import org.quittance.collections.contact.CallResult;
import org.quittance.collections.decision.Overrides;
import org.quittance.core.contact.Consent;
import org.quittance.core.contact.ContactVerdict;
import org.quittance.core.contact.Medium;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.Trait;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Consents;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.CustomerTraits;
import org.quittance.ledger.Customers;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** Of many customers the gate says what it says of each of them, and asks the database no more often for it. */
@ApplicationTest
class OutlooksTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final Viewer MAX = Viewer.system("max");
    private static final int CUSTOMERS = 50;

    @Autowired
    private Diallings diallings;

    @Autowired
    private CallLog calls;

    @Autowired
    private Promises promises;

    @Autowired
    private Overrides overrides;

    @Autowired
    private Consents consents;

    @Autowired
    private CustomerTraits traits;

    @Autowired
    private Customers customers;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private List<Long> all;

    @BeforeEach
    void manyCustomersOfEveryKind() {
        clock.setTo(TODAY);
        entity = books.entity("EUR");
        List<String> numbers =
                IntStream.range(0, CUSTOMERS).mapToObj("M-%02d"::formatted).toList();
        books.invoices(entity, numbers, 500_00, TODAY.minusDays(20));
        all = numbers.stream().map(this::customer).toList();
        all.subList(1, CUSTOMERS).forEach(customer -> addPerson(customer, "Ada", false));
        all.subList(40, CUSTOMERS).forEach(customer -> addPerson(customer, "Ben", true));
        overrides.blockContact(all.get(2), null, "Insolvent", MAX);
        promises.note(PromiseDraft.of(books.account(entity, "M-03"), Money.of("500", "EUR"), TODAY.plusDays(3)), MAX);
        for (int call = 0; call < 5; call++) {
            diallings.dial(all.get(4), person(all.get(4)), MAX);
            calls.log(
                    new CallReport(
                            all.get(5),
                            Set.of(),
                            CallReport.Way.PLACED,
                            CallResult.NO_ANSWER,
                            person(all.get(5)),
                            "",
                            null,
                            null),
                    MAX);
        }
        consents.note(
                new Consents.Draft(
                        CustomerId.of(all.get(6)),
                        person(all.get(6)),
                        Medium.CALL,
                        Consent.Word.WITHDRAWN,
                        TODAY,
                        "She rang",
                        null),
                "max");
        sql.execute(
                "update ledger.customer set country = 'US', time_zone = 'America/New_York' where id = ?", all.get(7));
        traits.note(all.get(7), Trait.CONSUMER, TODAY, "They are", "max");
        sql.execute("update ledger.customer set time_zone = 'Pacific/Auckland' where id = ?", all.get(8));
    }

    @Test
    void theGateSaysOfManyWhatItSaysOfEachOfThem() {
        Map<Long, Map<Long, ContactVerdict>> oneByOne = new HashMap<>();
        all.forEach(customer -> oneByOne.put(customer, diallings.outlook(customer, MAX)));
        assertThat(diallings.outlooks(all, MAX)).isEqualTo(oneByOne);
        assertThat(oneByOne.get(all.getFirst())).as("nobody has a number").isEmpty();
        assertThat(all.subList(1, 10))
                .flatExtracting(customer -> rules(customer, oneByOne))
                .containsExactly(
                        "go",
                        "do-not-contact",
                        "promised",
                        "too-many-calls",
                        "too-many-calls",
                        "consent-withdrawn",
                        "law-hours",
                        "quiet-hours",
                        "go");
        assertThat(rules(all.getLast(), oneByOne))
                .as("two people of one customer")
                .containsExactly("go", "person-asked-not");
    }

    /** What the gate foresees is what it then says. */
    @Test
    void whoeverIsDialledIsToldWhatWasForeseen() {
        Map<Long, Map<Long, ContactVerdict>> foreseen = diallings.outlooks(all, MAX);
        for (long customer : all.subList(1, 10)) {
            Diallings.Outcome.Asked asked = (Diallings.Outcome.Asked) diallings.dial(customer, person(customer), MAX);
            String said = Objects.requireNonNullElse(
                    diallings.one(asked.dialling(), MAX).orElseThrow().rule(), "go");
            assertThat(rules(customer, foreseen)).containsExactly(said);
        }
    }

    @Test
    void fiftyCustomersTakeAsManyStatementsAsTwo() {
        int forTwo = statements(() -> diallings.outlooks(all.subList(0, 2), MAX));
        int forAll = statements(() -> diallings.outlooks(all, MAX));
        assertThat(forAll).isEqualTo(forTwo).isLessThan(CUSTOMERS);
    }

    @Test
    void whoeverWorksNoneOfThemLearnsNothing() {
        Viewer stranger = new Viewer(99, "stranger", "Stranger", Set.of(Role.COLLECTOR), Set.of());
        assertThat(diallings.outlooks(all, stranger)).isEmpty();
    }

    private static List<String> rules(long customer, Map<Long, Map<Long, ContactVerdict>> outlooks) {
        return outlooks.getOrDefault(customer, Map.of()).values().stream()
                .map(OutlooksTest::rule)
                .toList();
    }

    private static String rule(ContactVerdict verdict) {
        return switch (verdict) {
            case ContactVerdict.Go _ -> "go";
            case ContactVerdict.Later(var _, var rule, var _) -> rule.code();
            case ContactVerdict.Refused(var rule, var _) -> rule.code();
        };
    }

    private int statements(Runnable work) {
        AtomicInteger counted = new AtomicInteger();
        long here = Thread.currentThread().threadId();
        ExecuteListenerProvider[] before = sql.configuration().executeListenerProviders();
        ExecuteListenerProvider[] counting = Arrays.copyOf(before, before.length + 1);
        counting[before.length] = new DefaultExecuteListenerProvider(new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                if (Thread.currentThread().threadId() == here) {
                    counted.incrementAndGet();
                }
            }
        });
        sql.configuration().set(counting);
        try {
            work.run();
        } finally {
            sql.configuration().set(before);
        }
        return counted.get();
    }

    private void addPerson(long customer, String name, boolean askedNot) {
        customers.addContact(
                new ContactDraft(customer, name, ContactRole.ACCOUNTS_PAYABLE, "", "+44 20 7946 0018", "en", askedNot),
                "test");
    }

    private long customer(String number) {
        return sql.fetchSingle(
                        "select customer_id from ledger.account where id = ?",
                        books.account(entity, number).value())
                .get(0, Long.class);
    }

    private long person(long customer) {
        return sql.fetchSingle("select min(id) from ledger.contact where customer_id = ?", customer)
                .get(0, Long.class);
    }
}
