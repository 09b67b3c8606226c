package org.quittance.collections.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.agreement.PromiseDraft;
import org.quittance.collections.agreement.Promises;
import org.quittance.collections.contact.OthersThere.Noted;
import org.quittance.collections.contact.OthersThere.Present;
import org.quittance.core.money.Money;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people who have one customer open are told of each other. */
@ApplicationTest
class PresencesTest {

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    private Presences presences;

    @Autowired
    private Promises promises;

    @Autowired
    private People people;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private BusinessClock now;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private long customer;
    private Viewer clara;
    private Viewer omar;

    @BeforeEach
    void twoCollectorsWorkOneCustomer() {
        clock.setTo(Books.TODAY);
        entity = books.entity("EUR");
        books.invoice(entity, "C1", "1", 500_00, Books.TODAY.minusDays(20));
        long account = books.account(entity, "C1").value();
        customer = sql.fetchSingle("select customer_id from ledger.account where id = ?", account)
                .get(0, Long.class);
        long portfolio = people.addPortfolio("Presence " + entity.code(), null, "test");
        books.moveTo(portfolio, account);
        clara = collector("Clara", portfolio);
        omar = collector("Omar", portfolio);
    }

    @Test
    void whoOpensACustomerIsToldWhoElseHasItOpenUntilTheirPageIsGone() {
        Instant opened = now.now();
        assertThat(presences.open(customer, omar).isNobody()).isTrue();
        clock.advance(Duration.ofSeconds(40));
        assertThat(presences.open(customer, clara).present()).containsExactly(new Present("Omar", opened));
        clock.advance(Duration.ofSeconds(15));
        assertThat(presences.open(customer, omar).present())
                .extracting(Present::name)
                .containsExactly("Clara");
        clock.advance(Duration.ofSeconds(61));
        assertThat(presences.open(customer, clara).present())
                .as("Omar was not heard of for a minute")
                .isEmpty();
        clock.advance(Duration.ofSeconds(1));
        presences.open(customer, omar);
        assertThat(presences.open(customer, clara).present())
                .as("he is back, and was not there all the time")
                .containsExactly(new Present("Omar", now.now()));
        clock.advance(Duration.ofSeconds(61));
        presences.sweep();
        assertThat(sql.fetchCount(sql.selectFrom("collections.presence").where("customer_id = ?", customer)))
                .isZero();
    }

    @Test
    void whatAColleagueHasJustNotedIsToldForTenMinutesAndOnesOwnIsNot() {
        promises.note(
                PromiseDraft.of(books.account(entity, "C1"), Money.of("300", "EUR"), Books.TODAY.plusDays(2)), omar);
        OthersThere told = presences.open(customer, clara);
        assertThat(told.noted())
                .extracting(Noted::name, Noted::did, Noted::outcome)
                .containsExactly(tuple("Omar", "noted a promise", "EUR 300.00 by 4 March 2026"));
        assertThat(presences.open(customer, omar).noted()).isEmpty();
        assertThat(presences.open(customer, clara).mark())
                .as("nothing new: but for Omar, who has it open now")
                .isNotEqualTo(told.mark())
                .isEqualTo(presences.open(customer, clara).mark());
        clock.advance(Duration.ofMinutes(11));
        assertThat(presences.open(customer, clara).noted()).isEmpty();
    }

    @Test
    void whoOnlyReadsOrDoesNotSeeTheCustomerIsNeitherToldNorToldOf() {
        Viewer auditor = new Viewer(7, "arthur", "Arthur", Set.of(Role.AUDITOR), Set.of());
        Viewer stranger = new Viewer(8, "stranger", "Stranger", Set.of(Role.COLLECTOR), Set.of());
        presences.open(customer, omar);
        assertThat(presences.open(customer, auditor)).isEqualTo(OthersThere.NOBODY);
        assertThat(presences.open(customer, stranger)).isEqualTo(OthersThere.NOBODY);
        assertThat(presences.open(customer, omar)).isEqualTo(OthersThere.NOBODY);
        assertThat(sql.fetchCount(sql.selectFrom("audit.entry").where("actor = ?", omar.login())))
                .as("nobody's presence is audited")
                .isZero();
    }

    private Viewer collector(String name, long portfolio) {
        String login = "presence-" + NEXT.getAndIncrement();
        long id = people.add(login, name, login + "@example.test", Set.of(Role.COLLECTOR), "x", "test");
        return new Viewer(id, login, name, Set.of(Role.COLLECTOR), Set.of(portfolio));
    }
}
