package org.quittance.collections.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.agreement.AgreementOutcome;
import org.quittance.collections.agreement.AgreementOutcome.Done;
import org.quittance.collections.agreement.AgreementOutcome.Refused;
import org.quittance.collections.agreement.AuthorityBook;
import org.quittance.collections.agreement.RequestDecision;
import org.quittance.collections.agreement.SettlementWish;
import org.quittance.collections.agreement.Settlements;
import org.quittance.collections.escalation.EscalationDraft;
import org.quittance.collections.escalation.EscalationOutcome;
import org.quittance.collections.escalation.Escalations;
import org.quittance.collections.interest.InterestClaims.Way;
import org.quittance.core.agreement.Authority.Level;
import org.quittance.core.agreement.AuthorityLimits;
import org.quittance.core.agreement.AuthorityLimits.Limits;
import org.quittance.core.collections.Escalation.Deed;
import org.quittance.core.collections.EscalationPath;
import org.quittance.core.interest.AccountInterest;
import org.quittance.core.interest.InterestPeriod;
import org.quittance.core.interest.LatePaymentScheme;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Message;
import org.quittance.correspondence.MessageId;
import org.quittance.correspondence.Outbox;
import org.quittance.correspondence.SendGate;
import org.quittance.correspondence.Timeline;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AllocationOrder;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.Customers;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.PostingContext;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** What an account carries for late payment, what is claimed of it and what is given up, by postings on a real database. */
@ApplicationTest
class InterestTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final LocalDate DUE = TODAY.minusDays(45);
    private static final Viewer CLARA = new Viewer(1, "clara", "Clara", Set.of(Role.TEAM_LEAD, Role.MANAGER), Set.of());
    private static final Viewer MAX = new Viewer(2, "max", "Max", Set.of(Role.MANAGER), Set.of());
    private static final String C1 = "C1";

    @Autowired
    private InterestReader reader;

    @Autowired
    private InterestClaims claims;

    @Autowired
    private ClaimsThatStand claimsThatStand;

    @Autowired
    private InterestWaivers waivers;

    @Autowired
    private Settlements settlements;

    @Autowired
    private AuthorityBook authorities;

    @Autowired
    private ReferenceRateBook rates;

    @Autowired
    private Escalations escalations;

    @Autowired
    private People people;

    @Autowired
    private Customers customers;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private ItemId invoice;
    private long account;

    @BeforeEach
    void aBritishAccountOwesSinceJanuary() {
        clock.setTo(TODAY);
        entity = books.entity("GBP");
        invoice = books.invoice(entity, C1, "INV-1", 2_000_00, DUE);
        account = books.account(entity, C1).value();
    }

    @Test
    void theShippedBankRateOfDecemberRulesWhatBecameLateInJanuary() {
        AccountInterest interest = interest(TODAY);
        assertThat(interest.scheme()).isEqualTo(LatePaymentScheme.UNITED_KINGDOM);
        assertThat(interest.lines().getFirst().periods())
                .containsExactly(
                        new InterestPeriod(DUE.plusDays(1), TODAY, pounds("2000.00"), new BigDecimal("11.7500")));
        assertThat(interest.interest()).as("2,000 at 11.75 % for 45 days").isEqualTo(pounds("28.97"));
        assertThat(interest.compensation()).isEqualTo(pounds("70.00"));
        assertThat(interest(DUE).lines()).as("not late on its day").isEmpty();
        assertThat(reader.of(account, TODAY, new Viewer(9, "carl", "Carl", Set.of(Role.COLLECTOR), Set.of(-1L))))
                .isEmpty();
    }

    @Test
    void whileASettlementStandsTheLawClaimsNothing() {
        Money owed = interest(TODAY).due();
        SettlementWish wish = new SettlementWish(List.of(invoice), new BigDecimal("1990.00"), TODAY.plusDays(9), "");
        long settlement = ((Done) settlements.offer(wish, CLARA)).id();
        assertThat(interest(TODAY).due()).isEqualTo(pounds("0.00"));
        assertThat(interest(TODAY.minusDays(1)).due())
                .as("before it was offered")
                .isNotEqualTo(pounds("0.00"));

        assertThat(settlements.withdraw(settlement, "They have said no", CLARA)).isInstanceOf(Done.class);
        assertThat(interest(TODAY).due()).isEqualTo(owed);
    }

    @Test
    void aPaymentCountsFromTheDayOnWhichTheMoneyCameNotFromItsAllocation() {
        ItemId money = books.payment(entity, C1, "P1", 500_00, TODAY.minusDays(25));
        ledger.allocate(
                List.of(new AllocationOrder(money, invoice, 500_00)), new PostingContext(TODAY, "test", "test"));
        assertThat(interest(TODAY).lines().getFirst().periods())
                .extracting(InterestPeriod::days, InterestPeriod::principal)
                .containsExactly(tuple(20L, pounds("2000.00")), tuple(25L, pounds("1500.00")));
    }

    @Test
    void aCorrectedRateChangesWhatIsWorkedOutAndNotWhatWasClaimed() {
        long claim = done(claims.claim(account, Way.ON_PAPER, InterestClaims.Undecided.LEFT_OUT, CLARA));
        rates.enter(
                LatePaymentScheme.UNITED_KINGDOM, LocalDate.parse("2025-12-18"), new BigDecimal("4.75"), "test", MAX);
        try {
            assertThat(interest(TODAY).interest()).isEqualTo(pounds("31.44"));
            assertThat(claims.one(claim, CLARA).orElseThrow().interest()).isEqualTo(pounds("28.97"));
            assertThat(rates.entries())
                    .filteredOn(entry -> entry.from().equals(LocalDate.parse("2025-12-18")))
                    .extracting(ReferenceRateBook.Entry::counts)
                    .containsExactly(true, false);
        } finally {
            rates.enter(
                    LatePaymentScheme.UNITED_KINGDOM,
                    LocalDate.parse("2025-12-18"),
                    new BigDecimal("3.75"),
                    "test",
                    MAX);
        }
    }

    @Test
    void aNoticeIsKeptWithEveryFigureAndReadBackAfterThePayment() {
        assertThat(claims.claim(account, Way.BY_MAIL, InterestClaims.Undecided.LEFT_OUT, CLARA))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.sentence()).contains("Or send it on paper."));
        reachable();
        long id = done(claims.claim(account, Way.BY_MAIL, InterestClaims.Undecided.LEFT_OUT, CLARA));
        InterestClaim claim = claims.one(id, CLARA).orElseThrow();
        assertThat(claim.due()).isEqualTo(pounds("98.97"));
        assertThat(claim.payBy()).isEqualTo(TODAY.plusDays(14));
        var message = outbox.message(new MessageId(Objects.requireNonNull(claim.messageId())))
                .orElseThrow();
        assertThat(message.template()).isEqualTo("INTEREST_NOTICE");
        assertThat(message.text()).contains("98.97", "11.75 %", "28.9726");
        assertThat(message.items()).hasSize(1);
        assertThat(timeline.of(CustomerId.of(customer()), null, 10))
                .extracting(entry -> entry.activity().outcome())
                .contains("Interest claimed: notice N" + id);
        assertThat(sql.fetchValue("select count(*) from ledger.item where account_id = ?", account))
                .as("nothing is posted")
                .isEqualTo(1L);

        byte[] then = claims.pdf(id, CLARA).orElseThrow();
        ItemId money = books.payment(entity, C1, "P1", 2_000_00, TODAY);
        ledger.allocate(
                List.of(new AllocationOrder(money, invoice, 2_000_00)), new PostingContext(TODAY, "test", "test"));
        assertThat(claims.one(id, CLARA)).contains(claim);
        assertThat(claims.pdf(id, CLARA).orElseThrow()).isEqualTo(then);
        assertThat(claims.claim(account, Way.ON_PAPER, InterestClaims.Undecided.LEFT_OUT, CLARA))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aNoticeDoesNotClaimWhatIsGivenUpBeforeItLeaves() {
        reachable();
        long id = done(claims.claim(account, Way.BY_MAIL, InterestClaims.Undecided.LEFT_OUT, CLARA));
        Message queued = outbox.message(new MessageId(Objects.requireNonNull(
                        claims.one(id, CLARA).orElseThrow().messageId())))
                .orElseThrow();
        assertThat(claimsThatStand.ask(queued)).isInstanceOf(SendGate.Verdict.Go.class);

        done(waivers.waive(wish("1.00", "goodwill"), CLARA));

        assertThat(claimsThatStand.ask(queued))
                .isInstanceOfSatisfying(
                        SendGate.Verdict.Refuse.class,
                        refused -> assertThat(refused.reason()).endsWith("Claim anew what is left"));
    }

    @Test
    void aNoticeThatIsCalledBackHasClaimedNothing() {
        reachable();
        long id = done(claims.claim(account, Way.BY_MAIL, InterestClaims.Undecided.LEFT_OUT, CLARA));
        InterestClaim queued = claims.one(id, CLARA).orElseThrow();
        assertThat(queued.neverLeft()).isFalse();
        assertThat(queued.way()).isEqualTo("by e-mail, which has not left yet");

        outbox.recall(new MessageId(Objects.requireNonNull(queued.messageId())), "clara");

        assertThat(claims.one(id, CLARA).orElseThrow().neverLeft()).isTrue();
        await().untilAsserted(() -> assertThat(timeline.of(CustomerId.of(customer()), null, 10))
                .extracting(entry -> entry.activity().outcome())
                .contains("Interest not claimed: notice N" + id));
    }

    @Test
    void whatAnAgencyHasIsNotClaimedByUs() {
        String login = "interest-manager" + account;
        people.add(login, "Manager " + login, login + "@example.com", Set.of(Role.MANAGER), "no password", "test");
        long id = ((EscalationOutcome.Done) escalations.open(
                        new EscalationDraft(
                                account,
                                EscalationPath.OUTSIDE_AGENCY,
                                "Nothing helps",
                                EscalationDraft.Addressee.colleague(login)),
                        Viewer.system("clara")))
                .id();
        escalations.act(
                id,
                Deed.APPROVE,
                "",
                "yes",
                people.credentials(login).orElseThrow().viewer());
        assertThat(claims.claim(account, Way.ON_PAPER, InterestClaims.Undecided.LEFT_OUT, CLARA))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.sentence()).startsWith("With the agency since 2 March 2026"));
    }

    @Test
    void withinTheirDiscretionAPersonGivesUpAloneAndAboveItSomebodyElseApproves() {
        Viewer cora = new Viewer(5, "cora", "Cora", Set.of(Role.COLLECTOR), Set.of(portfolio()));
        Viewer tessa = new Viewer(6, "tessa", "Tessa", Set.of(Role.TEAM_LEAD), Set.of(portfolio()));
        assertThat(waivers.waive(wish(null, ""), cora)).isEqualTo(new Refused("Say why it is given up."));
        assertThat(waivers.waive(wish("98.98", "goodwill"), cora)).isInstanceOf(Refused.class);
        assertThat(waivers.waive(wish("0.001", "goodwill"), cora)).isInstanceOf(Refused.class);
        done(waivers.waive(wish("20.00", "goodwill"), cora));
        assertThat(interest(TODAY).due()).isEqualTo(pounds("78.97"));
        assertThat(interest(TODAY).lines().getFirst().waivedInterest()).isEqualTo(pounds("20.00"));

        long asked = done(waivers.waive(wish(null, "They pay tomorrow"), cora));
        assertThat(interest(TODAY).due())
                .as("nothing changes before the approval")
                .isEqualTo(pounds("78.97"));
        assertThat(waivers.isWaiting(asked, cora)).isTrue();
        assertThat(claims.preview(account, cora)).as("its item is left out").isEmpty();
        assertThat(claims.claim(account, Way.ON_PAPER, InterestClaims.Undecided.LEFT_OUT, cora))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.sentence()).startsWith("A waiver of all that is due waits"));
        long claim = done(claims.claim(account, Way.ON_PAPER, InterestClaims.Undecided.CLAIMED, cora));
        assertThat(claims.one(claim, cora).orElseThrow().due()).isEqualTo(pounds("78.97"));
        assertThat(waivers.waive(wish("1.00", "once more"), cora)).isInstanceOf(Refused.class);
        assertThat(waivers.decide(asked, RequestDecision.APPROVED, "", cora))
                .isEqualTo(new Refused("Nobody approves what they asked for themselves; ask somebody else."));
        assertThat(waivers.decide(asked, RequestDecision.REFUSED, " ", tessa))
                .isEqualTo(new Refused("Say why it is refused."));
        done(waivers.decide(asked, RequestDecision.APPROVED, "Good customer", tessa));
        assertThat(interest(TODAY).due()).isEqualTo(pounds("0.00"));
        assertThat(interest(TODAY.minusDays(1)).waived())
                .as("given up today, not yesterday")
                .isEqualTo(pounds("0.00"));
        assertThat(waivers.decide(asked, RequestDecision.REFUSED, "no", tessa))
                .isEqualTo(new Refused("The waiver is decided already."));
        clock.setTo(TODAY.plusDays(10));
        assertThat(interest(TODAY.plusDays(10)).due())
                .as("what accrues afterwards is due")
                .isEqualTo(pounds("6.44"));
    }

    @Test
    void aLimitThatTheManagerLowersTakesASecondPersonFromThenOn() {
        Viewer cora = new Viewer(5, "cora", "Cora", Set.of(Role.COLLECTOR), Set.of(portfolio()));
        AuthorityLimits standard = authorities.inForce();
        Map<Level, Limits> lower = new EnumMap<>(standard.byLevel());
        Limits own = standard.of(Level.COLLECTOR);
        lower.put(Level.COLLECTOR, new Limits(Money.of("5", "EUR"), own.approving(), own.plans(), own.planDays()));
        long alone = done(waivers.waive(wish("20.00", "goodwill"), cora));
        adopt(new AuthorityLimits(lower));
        try {
            long asked = done(waivers.waive(wish("20.00", "goodwill"), cora));
            assertThat(waivers.isWaiting(asked, cora)).isTrue();
            assertThat(waivers.isWaiting(alone, cora)).as("decided before").isFalse();
        } finally {
            adopt(standard);
        }
    }

    private void adopt(AuthorityLimits limits) {
        int last = authorities.versions().stream()
                .mapToInt(AuthorityBook.Version::version)
                .max()
                .orElse(0);
        assertThat(authorities.adopt(new AuthorityBook.Draft(last, limits, "test"), CLARA))
                .isEmpty();
    }

    @Test
    void nobodyChangesWhatWasClaimedGivenUpOrShipped() {
        for (String change : List.of(
                "update collections.reference_rate set percent = 1",
                "delete from collections.interest_claim",
                "update collections.interest_claim_item set interest_minor = 0",
                "delete from collections.interest_claim_period",
                "update collections.interest_waiver set is_alone = true",
                "delete from collections.interest_waiver_item",
                "update collections.interest_waiver_decision set decision = 'APPROVED'")) {
            assertThatThrownBy(() -> sql.execute(change))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    private WaiverWish wish(@Nullable String amount, String reason) {
        return new WaiverWish(account, Set.of(invoice.value()), amount == null ? null : new BigDecimal(amount), reason);
    }

    private AccountInterest interest(LocalDate asOf) {
        return Objects.requireNonNull(
                reader.of(account, asOf, CLARA).orElseThrow().interest());
    }

    private void reachable() {
        sql.execute("update ledger.entity set email = 'credit@alder-paper.example' where id = ?", entity.id());
        customers.addContact(
                new ContactDraft(
                        customer(),
                        "Jana Okafor",
                        ContactRole.ACCOUNTS_PAYABLE,
                        "jana@printer.example",
                        "",
                        "en",
                        false),
                "test");
    }

    private long customer() {
        return sql.fetchSingle("select customer_id from ledger.account where id = ?", account)
                .get(0, Long.class);
    }

    private long portfolio() {
        return sql.fetchSingle("select portfolio_id from ledger.account where id = ?", account)
                .get(0, Long.class);
    }

    private static long done(AgreementOutcome outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done) outcome).id();
    }

    private static Money pounds(String amount) {
        return Money.of(amount, "GBP");
    }
}
