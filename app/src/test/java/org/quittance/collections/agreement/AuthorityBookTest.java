package org.quittance.collections.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.agreement.AgreementOutcome.Done;
import org.quittance.collections.agreement.AgreementOutcome.Refused;
import org.quittance.collections.agreement.AuthorityBook.Draft;
import org.quittance.collections.agreement.AuthorityBook.Refusal;
import org.quittance.collections.agreement.AuthorityBook.Version;
import org.quittance.collections.agreement.SettlementView.State;
import org.quittance.collections.call.CallCards;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.core.agreement.Authority.Level;
import org.quittance.core.agreement.AuthorityLimits;
import org.quittance.core.agreement.AuthorityLimits.Limits;
import org.quittance.core.agreement.Ceiling.AnyAmount;
import org.quittance.core.agreement.Ceiling.UpTo;
import org.quittance.core.agreement.Interval;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** What the credit manager sets is what offers, waivers, plans and calls are held against, from then on. */
@ApplicationTest
class AuthorityBookTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final Viewer CLARA = new Viewer(1, "clara", "Clara", Set.of(Role.MANAGER), Set.of());
    private static final String WHY = "The auditors ask for it";

    @Autowired
    private AuthorityBook authorities;

    @Autowired
    private Settlements settlements;

    @Autowired
    private Plans plans;

    @Autowired
    private CallCards cards;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private ItemId invoice;
    private Viewer cora;
    private Viewer tessa;

    @BeforeEach
    void anAccountOwesAThousandAndTheStandardHolds() {
        clock.setTo(TODAY);
        theStandardHolds();
        entity = books.entity("EUR");
        invoice = books.invoice(entity, "C1", "A-1", 1_000_00, TODAY.minusDays(40));
        cora = new Viewer(5, "cora", "Cora", Set.of(Role.COLLECTOR), Set.of(portfolio()));
        tessa = new Viewer(6, "tessa", "Tessa", Set.of(Role.TEAM_LEAD), Set.of(portfolio()));
    }

    @AfterEach
    void theStandardHolds() {
        if (!authorities.inForce().equals(AuthorityLimits.standard())) {
            adopt(AuthorityLimits.standard());
        }
    }

    @Test
    void anOfferIsHeldAgainstTheLimitsOfItsDayAndThoseBeforeStandAsTheyWereDecided() {
        long before = done(offer("970.00"));
        assertThat(state(before)).isEqualTo(State.STANDS);
        done(settlements.withdraw(before, "They have said no", cora));

        adopt(changed(Level.COLLECTOR, own -> new Limits(euro("20"), own.approving(), own.plans(), own.planDays())));
        assertThat(authorities.givingUp(cora)).startsWith("Alone you may give up EUR 20.00; with the approval");
        long after = done(offer("970.00"));
        assertThat(state(after)).isEqualTo(State.PROPOSED);
        assertThat(authorities.approver(CLARA).needs(settlement(after).givenUp()))
                .isEqualTo("a team lead");

        adopt(changed(
                Level.TEAM_LEAD, own -> new Limits(own.alone(), new UpTo(euro("25")), own.plans(), own.planDays())));
        assertThat(authorities.approver(CLARA).needs(settlement(after).givenUp()))
                .as("what waits is decided by the limits of the decision")
                .isEqualTo("the credit manager");
        assertThat(settlements.decide(after, RequestDecision.APPROVED, "", tessa))
                .isEqualTo(new Refused("It needs the credit manager; it is beyond your authority."));
        done(settlements.decide(after, RequestDecision.APPROVED, "", CLARA));
        assertThat(state(after)).isEqualTo(State.STANDS);
    }

    @Test
    void whatIsBeyondEverybodyIsNotProposedAndWhatHasBecomeSoIsRefusedByTheManager() {
        long waiting = done(offer("100.00"));
        assertThat(authorities.approver(CLARA).needs(settlement(waiting).givenUp()))
                .isEqualTo("a team lead");
        adopt(changed(Level.TEAM_LEAD, own -> new Limits(own.alone(), new UpTo(euro("700")), own.plans(), 180)));
        adopt(changed(Level.MANAGER, own -> new Limits(own.alone(), new UpTo(euro("800")), own.plans(), 730)));

        assertThat(authorities.approver(CLARA).needs(settlement(waiting).givenUp()))
                .isEqualTo("a higher limit than anybody has");
        assertThat(settlements.decide(waiting, RequestDecision.APPROVED, "", CLARA))
                .isEqualTo(new Refused("It is more than anybody may grant; agree on less."));
        assertThat(settlements.decide(waiting, RequestDecision.REFUSED, "Too much", tessa))
                .isInstanceOf(Refused.class);
        done(settlements.decide(waiting, RequestDecision.REFUSED, "Too much", CLARA));
        assertThat(state(waiting)).isEqualTo(State.REFUSED);
        assertThat(offer("100.00")).isEqualTo(new Refused(AuthorityBook.BEYOND_EVERYBODY));
        assertThat(state(done(offer("200.00")))).isEqualTo(State.PROPOSED);
    }

    @Test
    void aPlanAndThePreparedCallAreHeldAgainstThem() {
        nightlyRun.run(TODAY, "test");
        long plan = done(plans.propose(
                new PlanWish(
                        List.of(invoice),
                        new PlanWish.Instalments.Equal(2, TODAY.plusDays(14), Interval.MONTHLY),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        ""),
                tessa));
        assertThat(authorities
                        .approver(CLARA)
                        .needs(plans.one(CLARA, plan).orElseThrow().request()))
                .isEqualTo("a collector");
        assertThat(conceded()).contains("up to 90 days if a collector approves");

        adopt(changed(Level.COLLECTOR, own -> new Limits(own.alone(), own.approving(), new UpTo(euro("999.99")), 30)));
        assertThat(authorities
                        .approver(CLARA)
                        .needs(plans.one(CLARA, plan).orElseThrow().request()))
                .isEqualTo("a team lead");
        assertThat(conceded())
                .contains("up to 180 days if a team lead approves")
                .doesNotContain("collector");
        assertThat(plans.approve(plan, cora))
                .isEqualTo(new Refused("It needs a team lead; it is beyond your authority."));
    }

    @Test
    void aVersionIsRefusedWithItsReason() {
        AuthorityLimits limits =
                changed(Level.COLLECTOR, own -> new Limits(euro("20"), own.approving(), own.plans(), own.planDays()));
        assertThat(authorities.adopt(new Draft(last() + 1, limits, WHY), CLARA)).contains(Refusal.OVERTAKEN);
        assertThat(authorities.adopt(new Draft(last(), AuthorityLimits.standard(), WHY), CLARA))
                .contains(Refusal.NOTHING_CHANGED);
        assertThat(authorities.adopt(new Draft(last(), inCurrency("KPW"), WHY), CLARA))
                .contains(Refusal.UNKNOWN_CURRENCY);
        assertThat(authorities.adopt(new Draft(last(), limits, " "), CLARA)).contains(Refusal.NO_REASON);
        assertThat(authorities.inForce()).isEqualTo(AuthorityLimits.standard());
    }

    @Test
    void whoChangedWhatWhenAndWhyIsKeptForGood() {
        adopt(changed(Level.MANAGER, own -> new Limits(own.alone(), new UpTo(euro("9000")), own.plans(), 365)));
        Version version = authorities.versions().getFirst();
        assertThat(version.limits()).isEqualTo(authorities.inForce());
        assertThat(version.changes())
                .containsExactly(
                        "the credit manager approves giving up EUR 9,000.00 instead of any amount",
                        "the credit manager approves plans over 365 days instead of 730 days");
        assertThat(version.actor()).isEqualTo("clara");
        assertThat(version.reason()).isEqualTo(WHY);
        assertThat(sql.fetchSingle(
                                "select detail from audit.entry where action = 'authority-limits.adopted' order by id desc limit 1")
                        .get(0, String.class))
                .startsWith("version " + version.version())
                .contains("EUR 9,000.00 instead of any amount", WHY);
        adopt(inCurrency("JPY"));
        assertThat(authorities.inForce()).isEqualTo(inCurrency("JPY"));
        assertThat(state(done(offer("999.99")))).as("by what it weighs").isEqualTo(State.PROPOSED);
        for (String change : List.of(
                "update collections.authority_version set actor = 'somebody'",
                "delete from collections.authority_version",
                "update collections.authority_limit set alone_minor = 1",
                "delete from collections.authority_limit")) {
            assertThatThrownBy(() -> sql.execute(change))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    private void adopt(AuthorityLimits limits) {
        assertThat(authorities.adopt(new Draft(last(), limits, WHY), CLARA)).isEmpty();
    }

    private int last() {
        return authorities.versions().stream().mapToInt(Version::version).max().orElse(0);
    }

    private AuthorityLimits changed(Level level, UnaryOperator<Limits> change) {
        Map<Level, Limits> limits = new EnumMap<>(authorities.inForce().byLevel());
        limits.compute(level, (_, own) -> change.apply(own));
        return new AuthorityLimits(limits);
    }

    /** A yen for everything, and any amount by the manager. */
    private static AuthorityLimits inCurrency(String currency) {
        Money one = Money.ofMinor(1, currency);
        Limits low = new Limits(one, new UpTo(one), new UpTo(one), 30);
        return new AuthorityLimits(Map.of(
                Level.COLLECTOR, low,
                Level.TEAM_LEAD, low,
                Level.MANAGER, new Limits(one, new AnyAmount(), new AnyAmount(), 30)));
    }

    private AgreementOutcome offer(String amount) {
        return settlements.offer(
                new SettlementWish(List.of(invoice), new BigDecimal(amount), TODAY.plusDays(14), ""), cora);
    }

    private SettlementView settlement(long id) {
        return settlements.one(id, CLARA).orElseThrow();
    }

    private State state(long id) {
        return settlement(id).state();
    }

    private String conceded() {
        return cards.about(account(), CLARA).orElseThrow().concession().sentence();
    }

    private long account() {
        return sql.fetchSingle("select account_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
    }

    private long portfolio() {
        return sql.fetchSingle("select portfolio_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
    }

    private static long done(AgreementOutcome outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done) outcome).id();
    }

    private static Money euro(String amount) {
        return Money.of(amount, "EUR");
    }
}
