package org.quittance.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.identity.Passwords.Change;
import org.quittance.platform.StartRefused;
import org.quittance.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.annotation.Transactional;

/** Each test's people are gone after it. */
@ApplicationTest
@Transactional
class PasswordsTest {

    private static final String PRESENT = "four small umbrellas";

    @Autowired
    private People people;

    @Autowired
    private Passwords passwords;

    @Autowired
    private PasswordEncoder encoder;

    @ParameterizedTest(name = "{1} instead of {0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            not the present one  | short                       | WRONG_CURRENT
            four small umbrellas | eleven char                 | TOO_SHORT
            four small umbrellas | four small umbrellas        | SAME_AS_BEFORE
            four small umbrellas | my name is Grete Olsen here | EASILY_GUESSED
            four small umbrellas | grete-grete-grete           | EASILY_GUESSED
            four small umbrellas | Quittance-Demo              | EASILY_GUESSED
            four small umbrellas | five small umbrellas        | CHANGED
            """)
    void theFirstReasonAgainstANewPasswordIsTold(String current, String chosen, Change expected) {
        Viewer viewer = grete();
        assertThat(passwords.change(viewer, current, chosen)).isEqualTo(expected);
        boolean isChanged = expected == Change.CHANGED;
        assertThat(encoder.matches(isChanged ? chosen : PRESENT, hashOf("grete")))
                .isTrue();
    }

    @Test
    void moreThanTheHashReadsIsNotAccepted() {
        Viewer viewer = grete();
        assertThat(passwords.change(viewer, PRESENT, "é".repeat(37))).isEqualTo(Change.TOO_LONG);
        assertThat(passwords.change(viewer, PRESENT, "é".repeat(36))).isEqualTo(Change.CHANGED);
    }

    @Test
    void aGivenPasswordHoldsUntilThePersonHasChosenTheirOwn() {
        Viewer viewer = grete();
        String given = passwords.giveOneTimePassword(viewer.personId(), "ada");
        assertThat(people.credentials("grete").orElseThrow().passwordGivenBy()).isEqualTo("ada");
        assertThat(passwords.change(viewer, given, "five small umbrellas")).isEqualTo(Change.CHANGED);
        assertThat(people.credentials("grete").orElseThrow().passwordGivenBy()).isNull();
    }

    @Test
    void noRealInstallationStartsWhileSomebodyHasTheDemoPassword() {
        ProductionGuard guard = new ProductionGuard(people, passwords, encoder);
        people.add("clara", "Clara", "", Set.of(Role.COLLECTOR), passwords.hash(DemoPeople.PASSWORD), "demo");
        assertThatThrownBy(guard::afterSingletonsInstantiated)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("clara");
        passwords.giveOneTimePassword(people.byLogin("clara").orElseThrow().id(), "ada");
        guard.afterSingletonsInstantiated();
    }

    private Viewer grete() {
        return people.credentials("grete")
                .orElseGet(() -> {
                    people.add("grete", "Grete Olsen", "", Set.of(Role.CASH), passwords.hash(PRESENT), "ada");
                    return people.credentials("grete").orElseThrow();
                })
                .viewer();
    }

    private String hashOf(String login) {
        return people.credentials(login).orElseThrow().passwordHash();
    }
}
