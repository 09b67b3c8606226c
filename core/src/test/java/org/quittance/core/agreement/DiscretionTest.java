package org.quittance.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.agreement.Authority.Granted;
import org.quittance.core.agreement.Authority.Level;
import org.quittance.core.agreement.Authority.Officer;
import org.quittance.core.agreement.Authority.Withheld;
import org.quittance.core.collections.Yardstick;
import org.quittance.core.money.Money;

class DiscretionTest {

    private static final Yardstick YARDSTICK = Yardstick.of(Money.of("10000", "EUR"), Money.of("1600000", "JPY"));
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @ParameterizedTest(name = "{1} {2} by {0}: alone {3}")
    @CsvSource({
        "COLLECTOR,           50.00, EUR, true",
        "COLLECTOR,           50.01, EUR, false",
        "COLLECTOR,           8000,  JPY, true",
        "TEAM_LEAD,          500.00, EUR, true",
        "TEAM_LEAD,          500.01, EUR, false",
        "MANAGER,           5000.00, EUR, true",
        "MANAGER,           5000.01, EUR, false",
        "COLLECTOR MANAGER,  400.00, EUR, true",
        "'',                   0.01, EUR, false",
    })
    void eachLevelGivesUpSoMuchAlone(String levels, String amount, String currency, boolean isAlone) {
        Discretion.Wish wish = new Discretion.Wish(officer("clara", levels), Money.of(amount, currency), TODAY);
        assertThat(Discretion.standard().isWithinOwn(wish, YARDSTICK)).isEqualTo(isAlone);
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
        String said = switch (Discretion.standard().decide(wish, officer(login, levels), YARDSTICK)) {
            case Granted granted -> {
                assertThat(granted.by()).isEqualTo(login);
                yield "granted";
            }
            case Withheld withheld -> withheld.reason().name();
        };
        assertThat(said).isEqualTo(answer);
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
