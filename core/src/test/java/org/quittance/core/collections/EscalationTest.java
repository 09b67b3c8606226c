package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quittance.core.collections.EscalationPath.BUSINESS;
import static org.quittance.core.collections.EscalationPath.CREDIT_HOLD;
import static org.quittance.core.collections.EscalationPath.LEGAL;
import static org.quittance.core.collections.EscalationPath.MANAGER;
import static org.quittance.core.collections.EscalationPath.SALES_OWNER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.calendar.BusinessCalendars;
import org.quittance.core.collections.Escalation.Deed;
import org.quittance.core.collections.Escalation.Objection;
import org.quittance.core.collections.Escalation.Officer;
import org.quittance.core.collections.Escalation.Rank;
import org.quittance.core.collections.Escalation.State;
import org.quittance.core.collections.EscalationOwner.Colleague;
import org.quittance.core.collections.EscalationOwner.Outside;

/** Clara asks; Tessa leads her team, Maria is the credit manager; Omar is another collector; Sam sells and does not sign in here. */
class EscalationTest {

    private static final LocalDate FRIDAY = LocalDate.parse("2026-11-27");
    private static final Officer CLARA = new Officer("clara", Set.of(Rank.COLLECTOR));
    private static final Officer OMAR = new Officer("omar", Set.of(Rank.COLLECTOR));
    private static final Officer TESSA = new Officer("tessa", Set.of(Rank.TEAM_LEAD));
    private static final Officer MARIA = new Officer("maria", Set.of(Rank.MANAGER));
    private static final Officer CASPER = new Officer("casper", Set.of());
    private static final Outside SAM = new Outside("Sam Sells", "sam@example.com");

    @ParameterizedTest(name = "{0} {1} {2} by {3}")
    @MethodSource("deeds")
    void whoMayDoWhatAndWhen(
            EscalationPath path, State state, Deed deed, Officer by, String words, @Nullable Objection objection) {
        assertThat(escalation(path, state).objection(deed, by, words)).isEqualTo(Optional.ofNullable(objection));
    }

    /** In the order of the checks: the state, the kind of the path, the words, the person. */
    static Object[][] deeds() {
        return new Object[][] {
            {MANAGER, State.ANSWERED, Deed.ANSWER, TESSA, "", Objection.NOT_OPEN},
            {CREDIT_HOLD, State.REFUSED, Deed.APPROVE, MARIA, "", Objection.NOT_OPEN},
            {CREDIT_HOLD, State.APPROVED, Deed.APPROVE, MARIA, "yes", Objection.NOT_OPEN},
            {CREDIT_HOLD, State.LIFTED, Deed.LIFT, MARIA, "yes", Objection.NOT_IN_FORCE},
            {CREDIT_HOLD, State.OPEN, Deed.LIFT, MARIA, "", Objection.NOT_IN_FORCE},
            {CREDIT_HOLD, State.OPEN, Deed.ANSWER, CLARA, "", Objection.NOT_A_QUESTION},
            {MANAGER, State.OPEN, Deed.APPROVE, CLARA, "", Objection.NOT_A_RECOMMENDATION},
            {SALES_OWNER, State.OPEN, Deed.REFUSE, MARIA, "no", Objection.NOT_A_RECOMMENDATION},
            {MANAGER, State.OPEN, Deed.ANSWER, CLARA, " ", Objection.NEEDS_WORDS},
            {CREDIT_HOLD, State.OPEN, Deed.APPROVE, CLARA, "", Objection.NEEDS_WORDS},
            {CREDIT_HOLD, State.APPROVED, Deed.LIFT, CLARA, "", Objection.NEEDS_WORDS},
            {MANAGER, State.OPEN, Deed.ANSWER, CLARA, "go on", Objection.OWN_ANSWER},
            {MANAGER, State.OPEN, Deed.ANSWER, OMAR, "go on", Objection.NOT_THEIRS},
            {MANAGER, State.OPEN, Deed.ANSWER, CASPER, "go on", Objection.NOT_THEIRS},
            {MANAGER, State.OPEN, Deed.ANSWER, TESSA, "go on", null},
            {MANAGER, State.OPEN, Deed.ANSWER, MARIA, "go on", null},
            {SALES_OWNER, State.OPEN, Deed.ANSWER, CLARA, "Sam talks to them on Monday", null},
            {CREDIT_HOLD, State.OPEN, Deed.APPROVE, CLARA, "yes", Objection.OWN_ANSWER},
            {CREDIT_HOLD, State.OPEN, Deed.REFUSE, CLARA, "no", Objection.OWN_ANSWER},
            {CREDIT_HOLD, State.OPEN, Deed.APPROVE, TESSA, "yes", Objection.NEEDS_THE_MANAGER},
            {CREDIT_HOLD, State.OPEN, Deed.REFUSE, OMAR, "no", Objection.NEEDS_THE_MANAGER},
            {CREDIT_HOLD, State.OPEN, Deed.APPROVE, MARIA, "yes", null},
            {LEGAL, State.OPEN, Deed.REFUSE, MARIA, "too small", null},
            {CREDIT_HOLD, State.APPROVED, Deed.LIFT, TESSA, "paid", Objection.NEEDS_THE_MANAGER},
            {CREDIT_HOLD, State.APPROVED, Deed.LIFT, MARIA, "paid", null},
            {MANAGER, State.OPEN, Deed.HAND_OVER, OMAR, "on holiday", Objection.NOT_THEIRS},
            {MANAGER, State.OPEN, Deed.HAND_OVER, CLARA, "on holiday", null},
            {MANAGER, State.OPEN, Deed.HAND_OVER, TESSA, "on holiday", null},
            {MANAGER, State.OPEN, Deed.WITHDRAW, OMAR, "paid", Objection.NOT_THEIRS},
            {MANAGER, State.OPEN, Deed.WITHDRAW, CLARA, "paid", null},
            {CREDIT_HOLD, State.OPEN, Deed.WITHDRAW, TESSA, "paid", null},
        };
    }

    /** Whoever leads and has asked for it themselves is held to the rule as everybody is. */
    @Test
    void aManagerWhoAsksApprovesNothingThemselves() {
        Escalation own = new Escalation(
                LEGAL, "maria", FRIDAY, new Colleague("max", "Max", Set.of(Rank.MANAGER)), FRIDAY, State.OPEN);
        assertThat(own.objection(Deed.APPROVE, MARIA, "yes")).contains(Objection.OWN_ANSWER);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("openings")
    void whatStandsAgainstOpening(
            EscalationPath path,
            List<State> others,
            String reason,
            @Nullable EscalationOwner owner,
            @Nullable Objection objection) {
        assertThat(Escalation.objectionToOpening(path, others, reason, CLARA, Optional.ofNullable(owner)))
                .isEqualTo(Optional.ofNullable(objection));
    }

    static Object[][] openings() {
        return new Object[][] {
            {MANAGER, List.of(State.ANSWERED, State.OPEN), "", null, Objection.OPEN_ALREADY},
            {CREDIT_HOLD, List.of(State.APPROVED), "", null, Objection.IN_FORCE_ALREADY},
            {MANAGER, List.of(), " ", null, Objection.NEEDS_WORDS},
            {MANAGER, List.of(), "broke two promises", null, Objection.NEEDS_AN_OWNER},
            {MANAGER, List.of(), "broke two promises", SAM, Objection.NEEDS_A_COLLEAGUE},
            {CREDIT_HOLD, List.of(), "broke two promises", SAM, Objection.NEEDS_A_COLLEAGUE},
            {MANAGER, List.of(), "broke two promises", colleague(CLARA), Objection.OWN_ANSWER},
            {MANAGER, List.of(), "broke two promises", colleague(OMAR), Objection.OWNER_LACKS_THE_AUTHORITY},
            {CREDIT_HOLD, List.of(), "broke two promises", colleague(TESSA), Objection.OWNER_LACKS_THE_AUTHORITY},
            {MANAGER, List.of(), "broke two promises", colleague(TESSA), null},
            {CREDIT_HOLD, List.of(State.REFUSED, State.LIFTED), "again", colleague(MARIA), null},
            {SALES_OWNER, List.of(), "whose order was it", SAM, null},
            {BUSINESS, List.of(), "whose order was it", colleague(CASPER), null},
        };
    }

    @Test
    void anAnswerIsOverdueFromTheDayAfterItsDay() {
        Escalation open = escalation(MANAGER, State.OPEN);
        assertThat(open.isOverdue(open.dueOn())).isFalse();
        assertThat(open.isOverdue(open.dueOn().plusDays(1))).isTrue();
        assertThat(escalation(MANAGER, State.ANSWERED).isOverdue(open.dueOn().plusDays(1)))
                .isFalse();
    }

    @Test
    void theServiceLevelCountsWorkingDaysOfTheCalendar() {
        EscalationLevels levels = EscalationLevels.standard();
        assertThat(levels.dueOn(CREDIT_HOLD, FRIDAY, BusinessCalendars.GREAT_BRITAIN))
                .isEqualTo("2026-11-30");
        assertThat(levels.dueOn(MANAGER, LocalDate.parse("2026-12-24"), BusinessCalendars.GREAT_BRITAIN))
                .as("Christmas Day, the weekend and the substitute for Boxing Day lie between")
                .isEqualTo("2026-12-30");
        assertThat(levels.dueOn(MANAGER, LocalDate.parse("2026-12-24"), BusinessCalendars.NETHERLANDS))
                .isEqualTo("2026-12-29");
        assertThat(new EscalationLevels(Map.of(CREDIT_HOLD, 3))
                        .dueOn(CREDIT_HOLD, FRIDAY, BusinessCalendars.GREAT_BRITAIN))
                .isEqualTo("2026-12-02");
    }

    @Test
    void aServiceLevelIsBetweenOneAndSixtyWorkingDays() {
        assertThat(EscalationLevels.isLevel(0)).isFalse();
        assertThat(EscalationLevels.isLevel(1)).isTrue();
        assertThat(EscalationLevels.isLevel(60)).isTrue();
        assertThat(EscalationLevels.isLevel(61)).isFalse();
    }

    private static Escalation escalation(EscalationPath path, State state) {
        EscalationOwner owner = switch (path) {
            case MANAGER -> colleague(TESSA);
            case SALES_OWNER, BUSINESS -> SAM;
            case SERVICE_SUSPENSION, CREDIT_HOLD, OUTSIDE_AGENCY, LEGAL -> colleague(MARIA);
        };
        return new Escalation(path, "clara", FRIDAY, owner, FRIDAY.plusDays(4), state);
    }

    private static Colleague colleague(Officer officer) {
        return new Colleague(officer.login(), officer.login(), officer.ranks());
    }
}
