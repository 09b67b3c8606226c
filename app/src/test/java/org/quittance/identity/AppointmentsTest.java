package org.quittance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quittance.identity.Appointments.Refusal;

class AppointmentsTest {

    private static final long SELF = 1;
    private static final long OTHER = 2;
    private static final Viewer ADMINISTRATOR = new Viewer(SELF, "ada", "Ada", Set.of(Role.ADMINISTRATOR), Set.of());

    @Test
    void whoeverChecksHasNoHandInWhatIsChecked() {
        assertThat(Appointments.ofRoles(Set.of(Role.AUDITOR))).isEmpty();
        assertThat(Appointments.ofRoles(Set.of(Role.AUDITOR, Role.CASH))).contains(Refusal.AUDITOR_ALONE);
        assertThat(Appointments.ofRoles(Set.of(Role.COLLECTOR, Role.CASH))).isEmpty();
        assertThat(Appointments.ofRoles(Set.of())).contains(Refusal.NO_ROLE);
    }

    @Test
    void noAdministratorSawsOffTheBranchTheySitOn() {
        assertThat(Appointments.ofChange(ADMINISTRATOR, SELF, Set.of(Role.CASH)))
                .contains(Refusal.OWN_ADMINISTRATION);
        assertThat(Appointments.ofChange(ADMINISTRATOR, SELF, Set.of(Role.ADMINISTRATOR, Role.CASH)))
                .isEmpty();
        assertThat(Appointments.ofChange(ADMINISTRATOR, OTHER, Set.of(Role.CASH)))
                .isEmpty();
        assertThat(Appointments.ofDisabling(ADMINISTRATOR, SELF)).contains(Refusal.OWN_ACCESS);
        assertThat(Appointments.ofDisabling(ADMINISTRATOR, OTHER)).isEmpty();
        assertThat(Appointments.ofGivingPassword(ADMINISTRATOR, SELF)).contains(Refusal.OWN_PASSWORD);
    }
}
