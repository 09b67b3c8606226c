package org.quittance.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.call.RefusedDial.Caller;
import org.quittance.core.call.RefusedDial.Told;

class RefusedDialTest {

    private static final Instant MORNING = Instant.parse("2026-03-03T09:00:00Z");

    static Object[][] whatIsTold() {
        return new Object[][] {
            {Caller.WE, "", true},
            {Caller.WE, " ", true},
            {Caller.WE, "From my own telephone", false},
            {Caller.THEY, "", false},
        };
    }

    @ParameterizedTest
    @MethodSource("whatIsTold")
    void weHaveNotCalledUnlessItIsSaidHow(Caller caller, String otherwise, boolean isOpen) {
        RefusedDial refused = new RefusedDial("Ada Blum", "It is evening there", MORNING);
        assertThat(refused.leavesOpen(new Told(caller, otherwise))).isEqualTo(isOpen);
    }

    @Test
    void aRefusalStandsUntilTheMomentThatItNames() {
        RefusedDial later = new RefusedDial("Ada Blum", "It is evening there", MORNING);
        assertThat(later.standsAt(MORNING.minusSeconds(1))).isTrue();
        assertThat(later.standsAt(MORNING)).isFalse();
        assertThat(new RefusedDial("Ada Blum", "With the agency", null).standsAt(MORNING.plusSeconds(86_400)))
                .isTrue();
    }
}
