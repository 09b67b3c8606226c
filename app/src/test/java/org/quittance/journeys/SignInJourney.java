package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;

@Journey
class SignInJourney {

    private static final String REFUSAL =
            "Login and password do not match. After five wrong passwords in a row a login is locked for 15 minutes.";

    @Autowired
    private Staff staff;

    @Autowired
    private People people;

    @Autowired
    private Books books;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private DSLContext sql;

    @Test
    void whoeverIsNotSignedInIsLedToTheSignInPageAndFromThereToThePageTheyWanted(Visitor visitor) {
        visitor.open("/audit?actor=somebody");
        assertThat(visitor.at()).isEqualTo("/sign-in");
        visitor.assertAccessible("sign-in");
        visitor.page().getByLabel("Login").fill(staff.with(Role.AUDITOR));
        visitor.page().getByLabel("Password").fill(Staff.PASSWORD);
        visitor.press("Sign in");
        assertThat(visitor.at()).isEqualTo("/audit?actor=somebody");
    }

    @Test
    void aSessionThatHasExpiredIsSaidToHaveExpired(Visitor visitor) {
        visitor.signInAs(Role.AUDITOR);
        visitor.forgetsSession();
        visitor.open("/audit");
        assertThat(visitor.reads()).contains("Your session has ended. Sign in to go on where you were.");
        visitor.assertAccessible("sign-in-expired");
    }

    @Test
    void whatWasWrittenWhenTheSessionHadEndedComesBackToWhoeverWroteItAndIsForgottenOnceItIsKept(Visitor visitor) {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "WRITTEN", "WRITTEN-1", 100_00, clock.today().minusDays(5));
        long customer = sql.fetchSingle("select customer_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
        visitor.signInAs(Role.MANAGER);
        visitor.open("/customers/" + customer);
        visitor.page().getByLabel("To be remembered").fill("They move to Porto in May");
        visitor.forgetsSession();
        visitor.press("Keep the note");
        assertThat(visitor.at()).startsWith("/sign-in");
        visitor.page().getByLabel("Login").fill(staff.with(Role.MANAGER));
        visitor.page().getByLabel("Password").fill(Staff.PASSWORD);
        visitor.press("Sign in");
        assertThat(visitor.reads()).contains("What you wrote before your session ended was not kept.");
        visitor.follow("Go back to it");
        assertThat(visitor.reads()).contains("stands in the form again. It is not kept yet.");
        visitor.assertAccessible("written-before");
        visitor.press("Keep the note");
        assertThat(visitor.flash()).isEqualTo("The note is kept.");
        assertThat(visitor.reads()).contains("They move to Porto in May").doesNotContain("It is not kept yet");
        assertThat(visitor.page().evaluate("() => sessionStorage.getItem('quittance-written')"))
                .as("nothing of it remains in the browser")
                .isNull();
    }

    @Test
    void signingOutEndsTheSession(Visitor visitor) {
        visitor.signInAs(Role.AUDITOR);
        visitor.page().locator(".q-bar-end .q-menu summary").click();
        visitor.press("Sign out");
        assertThat(visitor.reads()).contains("You are signed out.");
        visitor.open("/audit");
        assertThat(visitor.at()).isEqualTo("/sign-in");
    }

    @Test
    void anUnknownLoginAWrongPasswordAndALockedLoginAreRefusedInTheSameWords(Visitor visitor) {
        visitor.signIn("nobody-of-that-name", "whatever it is");
        assertThat(visitor.reads()).contains(REFUSAL);
        String login = staff.add("locksmith", Set.of(Role.COLLECTOR));
        for (int attempt = 1; attempt <= People.ATTEMPTS_BEFORE_LOCKOUT; attempt++) {
            visitor.signIn(login, "wrong password " + attempt);
            assertThat(visitor.reads()).contains(REFUSAL);
        }
        visitor.signIn(login, Staff.PASSWORD);
        assertThat(visitor.reads()).contains(REFUSAL);
        assertThat(visitor.at()).startsWith("/sign-in");
    }

    @Test
    void somebodyWhoIsDisabledIsOutWithTheirNextClick(Visitor visitor) {
        String login = staff.add("leaver", Set.of(Role.AUDITOR));
        visitor.signIn(login, Staff.PASSWORD);
        assertThat(visitor.open("/audit")).isEqualTo(200);
        people.disable(people.byLogin(login).orElseThrow().id(), Instant.EPOCH, "journey");
        visitor.open("/audit");
        assertThat(visitor.reads()).contains("Your session was ended");
    }
}
