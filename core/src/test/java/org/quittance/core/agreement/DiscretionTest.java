package org.quittance.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.agreement.Authority.Granted;
import org.quittance.core.agreement.Authority.Level;
import org.quittance.core.agreement.Authority.Limit;
import org.quittance.core.agreement.Authority.Officer;
import org.quittance.core.agreement.Authority.Withheld;
import org.quittance.core.agreement.Discretion.Need;
import org.quittance.core.collections.Yardstick;
import org.quittance.core.money.Money;

class DiscretionTest {

    private static final Yardstick YARDSTICK = Yardstick.of(Money.of("10000", "EUR"), Money.of("1600000", "JPY"));
    private static final Discretion STANDARD = AuthorityLimits.standard().discretion();
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @ParameterizedTest(name = "{1} {2} by {0}: {3}")
    @CsvSource({
        "COLLECTOR,           50.00, EUR, NOBODY_ELSE",
        "COLLECTOR,           50.01, EUR, A_SECOND_PERSON",
        "COLLECTOR,           8000,  JPY, NOBODY_ELSE",
        "COLLECTOR,           8001,  JPY, A_SECOND_PERSON",
        "TEAM_LEAD,          500.00, EUR, NOBODY_ELSE",
        "TEAM_LEAD,          500.01, EUR, A_SECOND_PERSON",
        "MANAGER,           5000.00, EUR, NOBODY_ELSE",
        "MANAGER,           5000.01, EUR, A_SECOND_PERSON",
        "COLLECTOR MANAGER,  400.00, EUR, NOBODY_ELSE",
        "'',                   0.01, EUR, A_SECOND_PERSON",
        "MANAGER,              0.01, CHF, A_SECOND_PERSON",
    })
    void eachLevelGivesUpSoMuchAlone(String levels, String amount, String currency, Need need) {
        Discretion.Wish wish = new Discretion.Wish(officer("clara", levels), Money.of(amount, currency), TODAY);
        assertThat(STANDARD.need(wish, YARDSTICK)).isEqualTo(need);
    }

    @ParameterizedTest(name = "{1} approves {2}: {3}")
    @CsvSource({
        "tessa, TEAM_LEAD, 1000.00,  granted",
        "tessa, TEAM_LEAD, 1000.01,  BEYOND_THEIR_AUTHORITY",
        "maria, MANAGER,   99999.00, granted",
        "cora,  COLLECTOR, 0.01,     BEYOND_THEIR_AUTHORITY",
        "clara, MANAGER,   0.01,     OWN_REQUEST",
    })
    void somebodyElseApprovesUpToTheirs(String login, String levels, String amount, String answer) {
        Discretion.Wish wish = new Discretion.Wish(officer("clara", "COLLECTOR"), Money.of(amount, "EUR"), TODAY);
        String said = switch (STANDARD.decide(wish, officer(login, levels), YARDSTICK)) {
            case Granted granted -> {
                assertThat(granted.by()).isEqualTo(login);
                yield "granted";
            }
            case Withheld withheld -> withheld.reason().name();
        };
        assertThat(said).isEqualTo(answer);
    }

    @Test
    void whatIsMoreThanAnybodyMayApproveIsNotEvenAskedForAndOnlyTheManagerRefusesIt() {
        Discretion tight = new Discretion(
                STANDARD.alone(),
                new Authority(List.of(new Limit(Level.MANAGER, new Ceiling.UpTo(Money.of("700", "EUR")), 0))));
        Discretion.Wish most = new Discretion.Wish(officer("clara", "COLLECTOR"), Money.of("700", "EUR"), TODAY);
        Discretion.Wish more = new Discretion.Wish(officer("clara", "COLLECTOR"), Money.of("700.01", "EUR"), TODAY);
        assertThat(tight.need(most, YARDSTICK)).isEqualTo(Need.A_SECOND_PERSON);
        assertThat(tight.needs(most, YARDSTICK)).isEqualTo("the credit manager");
        assertThat(tight.need(more, YARDSTICK)).isEqualTo(Need.BEYOND_EVERYBODY);
        assertThat(tight.needs(more, YARDSTICK)).isEqualTo("a higher limit than anybody has");
        assertThat(tight.decide(more, officer("maria", "MANAGER"), YARDSTICK))
                .isEqualTo(new Withheld(
                        Authority.Reason.BEYOND_EVERYBODY, "It is more than anybody may grant; agree on less."));
        assertThat(tight.refusal(more, officer("maria", "MANAGER"), YARDSTICK)).isEmpty();
        assertThat(tight.refusal(more, officer("tessa", "TEAM_LEAD"), YARDSTICK))
                .map(Withheld::reason)
                .contains(Authority.Reason.BEYOND_EVERYBODY);
        assertThat(tight.refusal(more, officer("clara", "MANAGER"), YARDSTICK))
                .map(Withheld::reason)
                .contains(Authority.Reason.OWN_REQUEST);
    }

    @Test
    void itSaysWhatSomebodyMayGiveUpAndWhoApprovesMore() {
        assertThat(STANDARD.sentence(Set.of(Level.COLLECTOR, Level.TEAM_LEAD)))
                .isEqualTo("Alone you may give up EUR 500.00; with the approval of a team lead EUR 1,000.00,"
                        + " of the credit manager any amount.");
        assertThat(STANDARD.sentence(Set.of(Level.MANAGER)))
                .isEqualTo("Alone you may give up EUR 5,000.00; with the approval of the credit manager any amount.");
        assertThat(STANDARD.sentence(Set.of()))
                .startsWith("Alone you may give up nothing; with the approval of a team lead ");
        assertThat(new Discretion(STANDARD.alone(), new Authority(List.of())).sentence(Set.of(Level.COLLECTOR)))
                .isEqualTo("Alone you may give up EUR 50.00; nobody approves more.");
    }

    private static Officer officer(String login, String levels) {
        return new Officer(
                login,
                Arrays.stream(levels.split(" "))
                        .filter(level -> !level.isEmpty())
                        .map(Level::valueOf)
                        .collect(Collectors.toSet()));
    }
}
