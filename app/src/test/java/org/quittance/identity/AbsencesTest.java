package org.quittance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.identity.Absences.Wish;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class AbsencesTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final Viewer LEAD = Viewer.system("lead");
    private static int people;

    @Autowired
    private Absences absences;

    @Autowired
    private People staff;

    @Autowired
    private TestClock clock;

    private long ada;
    private long ben;
    private long adasPortfolio;

    @BeforeEach
    void twoCollectorsOneWithAPortfolio() {
        clock.setTo(TODAY);
        ada = person(Role.COLLECTOR);
        ben = person(Role.COLLECTOR);
        adasPortfolio = staff.addPortfolio("Of person " + ada, ada, "test");
    }

    @Test
    void thePortfoliosOfWhoeverIsAwayAreOpenToTheCoverOnTheseDaysOnly() {
        enter(ada, ben, TODAY.plusDays(1), TODAY.plusDays(3));

        assertThat(seenBy(ben)).doesNotContain(adasPortfolio);
        for (int day = 1; day <= 3; day++) {
            clock.setTo(TODAY.plusDays(day));
            assertThat(seenBy(ben)).contains(adasPortfolio);
            assertThat(absences.coveredBy(ben)).hasSize(1);
        }
        clock.setTo(TODAY.plusDays(4));
        assertThat(seenBy(ben)).doesNotContain(adasPortfolio);
        assertThat(absences.coveredBy(ben)).isEmpty();
        assertThat(seenBy(ada)).containsExactly(adasPortfolio);
    }

    @Test
    void whoComesBackEarlierIsCoveredNoLonger() {
        enter(ada, ben, TODAY, TODAY.plusDays(9));
        long absence = absences.coveredBy(ben).getFirst().id();
        clock.setTo(TODAY.plusDays(2));

        assertThat(absences.end(absence, LEAD)).isEqualTo(AbsenceOutcome.DONE);

        assertThat(seenBy(ben)).doesNotContain(adasPortfolio);
        assertThat(absences.notOver()).noneMatch(each -> each.id() == absence);
        assertThat(absences.end(absence, LEAD)).isEqualTo(AbsenceOutcome.NO_SUCH_ABSENCE);
        enter(ada, ben, TODAY.plusDays(2), TODAY.plusDays(4));
        assertThat(seenBy(ben)).contains(adasPortfolio);
    }

    @Test
    void coverIsNotPassedOn() {
        long cleo = person(Role.COLLECTOR);
        enter(ada, ben, TODAY, TODAY.plusDays(1));
        enter(ben, cleo, TODAY.plusDays(1).plusDays(1), TODAY.plusDays(5));

        clock.setTo(TODAY.plusDays(2));
        assertThat(seenBy(cleo)).doesNotContain(adasPortfolio);
    }

    @Test
    void whatCannotBeIsRefusedWithItsReason() {
        long clerk = person(Role.CASH);
        long cleo = person(Role.COLLECTOR);
        enter(ada, ben, TODAY, TODAY.plusDays(3));

        assertThat(tried(ada, ada, TODAY, TODAY)).isEqualTo(AbsenceOutcome.COVERS_THEMSELVES);
        assertThat(tried(ada, 999_999_999L, TODAY, TODAY)).isEqualTo(AbsenceOutcome.NO_SUCH_PERSON);
        assertThat(tried(ben, clerk, TODAY, TODAY)).isEqualTo(AbsenceOutcome.COVER_WORKS_NO_ACCOUNTS);
        assertThat(tried(ben, ada, TODAY.plusDays(5), TODAY.plusDays(4)))
                .isEqualTo(AbsenceOutcome.ENDS_BEFORE_IT_BEGINS);
        assertThat(tried(ben, ada, TODAY.minusDays(5), TODAY.minusDays(4))).isEqualTo(AbsenceOutcome.IN_THE_PAST);
        assertThat(tried(ada, ben, TODAY.plusDays(3), TODAY.plusDays(8))).isEqualTo(AbsenceOutcome.AWAY_ALREADY);
        assertThat(tried(ben, ada, TODAY.plusDays(2), TODAY.plusDays(8))).isEqualTo(AbsenceOutcome.COVER_IS_AWAY);
        assertThat(tried(ben, cleo, TODAY.plusDays(3), TODAY.plusDays(8))).isEqualTo(AbsenceOutcome.COVERS_SOMEBODY);
        assertThat(tried(ben, ada, TODAY.plusDays(4), TODAY.plusDays(8))).isEqualTo(AbsenceOutcome.DONE);
    }

    private void enter(long person, long cover, LocalDate from, LocalDate until) {
        assertThat(tried(person, cover, from, until)).isEqualTo(AbsenceOutcome.DONE);
    }

    private AbsenceOutcome tried(long person, long cover, LocalDate from, LocalDate until) {
        return absences.enter(new Wish(person, cover, from, until, "Holiday"), LEAD);
    }

    private Set<Long> seenBy(long person) {
        String login = staff.find(person).orElseThrow().login();
        return staff.credentials(login).orElseThrow().viewer().portfolios();
    }

    private long person(Role role) {
        people++;
        String login = "absent" + people;
        return staff.add(login, "Person " + people, login + "@example.test", Set.of(role), "none", "test");
    }
}
