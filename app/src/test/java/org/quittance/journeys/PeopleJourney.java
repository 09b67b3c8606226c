package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.quittance.identity.Role;

@Journey
class PeopleJourney {

    private static final String OWN_PASSWORD = "seven green bicycles";

    @Test
    void anAdministratorAddsACollectorWhoChoosesAPasswordBeforeAnythingElse(Visitor administrator, Visitor collector) {
        administrator.signInAs(Role.ADMINISTRATOR);
        administrator.open("/people");
        administrator.assertAccessible("people");
        administrator.follow("Add a person");
        administrator.assertAccessible("people-add");
        fillIn(administrator, "Amira Haddad", "amira", Role.COLLECTOR);
        assertThat(administrator.flash())
                .contains("Amira Haddad can sign in as amira")
                .contains("shown only now");
        String password = administrator.page().locator(".q-secret").innerText();
        administrator.assertAccessible("people-added");
        administrator.open("/people");
        assertThat(administrator.reads()).contains("First sign-in due").doesNotContain(password);

        collector.signIn("amira", password);
        assertThat(collector.heading()).isEqualTo("Choose your password");
        collector.open("/system");
        assertThat(collector.at()).isEqualTo("/own/password");
        collector.assertAccessible("password-choose");
        choose(collector, password, "too short");
        assertThat(collector.reads()).contains("Use at least 12 characters.");
        choose(collector, password, OWN_PASSWORD);
        assertThat(collector.flash()).startsWith("Your password was changed.");
        collector.open("/system");
        assertThat(collector.heading()).isEqualTo("About this system");
        collector.assertAccessible("system");
    }

    @Test
    void aNewPersonNeedsALoginThatIsFreeAndAnAuditorNoOtherRole(Visitor administrator) {
        administrator.signInAs(Role.ADMINISTRATOR);
        administrator.open("/people/new");
        box(administrator, Role.CASH).check();
        fillIn(administrator, "Another One", "administrator", Role.AUDITOR);
        assertThat(administrator.reads())
                .contains("Somebody has this login already.")
                .contains("An auditor changes nothing, and so has no other role.");
        administrator.assertAccessible("people-add-refused");
    }

    @Test
    void anAdministratorChangesRolesShutsOutAndLetsInAgain(Visitor administrator) {
        administrator.signInAs(Role.ADMINISTRATOR);
        administrator.page().onDialog(Dialog::accept);
        administrator.open("/people/new");
        fillIn(administrator, "Berta Lang", "berta", Role.COLLECTOR);
        administrator.follow("Berta Lang");
        box(administrator, Role.TEAM_LEAD).check();
        administrator.press("Save roles");
        assertThat(administrator.flash()).startsWith("Berta Lang has the new roles");
        administrator.press("Disable");
        assertThat(administrator.flash()).startsWith("Berta Lang is shut out.");
        administrator.assertAccessible("person");
        administrator.press("Let in again");
        assertThat(administrator.flash()).isEqualTo("Berta Lang can sign in again.");
        administrator.follow("What was done to this login");
        assertThat(administrator.reads())
                .contains(
                        "person added",
                        "person roles changed",
                        "Collector, Team lead",
                        "person disabled",
                        "person enabled");
    }

    @Test
    void anAdministratorCannotTakeTheAdministrationFromThemselves(Visitor administrator) {
        administrator.signInAs(Role.ADMINISTRATOR);
        administrator.open("/people");
        administrator.follow("Administrator administrator");
        box(administrator, Role.ADMINISTRATOR).uncheck();
        box(administrator, Role.COLLECTOR).check();
        administrator.press("Save roles");
        assertThat(administrator.reads()).contains("You cannot take the administration from yourself.");
    }

    @Test
    void aPortfolioIsOpenedToACollectorAndClosedAgainWithoutJavaScript(
            @WithoutJavaScript Visitor administrator, Visitor setUp) {
        setUp.signInAs(Role.COLLECTOR);
        administrator.signInAs(Role.ADMINISTRATOR);
        administrator.open("/people/portfolios");
        administrator.page().getByLabel("Name").fill("North");
        administrator.press("Add");
        assertThat(administrator.flash()).isEqualTo("The portfolio North was added.");
        administrator.page().getByLabel("Open North to").selectOption("Collector collector");
        administrator.press("Open North");
        assertThat(administrator.flash()).isEqualTo("Collector collector sees North from the next click.");
        administrator
                .page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "pages", "portfolios-without-javascript.png")));
        administrator.press("Close North to Collector collector");
        assertThat(administrator.flash()).isEqualTo("Collector collector no longer sees North.");
    }

    @Test
    void thePortfoliosPageIsAccessible(Visitor administrator) {
        administrator.signInAs(Role.ADMINISTRATOR);
        administrator.open("/people/portfolios");
        administrator.assertAccessible("portfolios");
    }

    private static void fillIn(Visitor administrator, String name, String login, Role role) {
        administrator.page().getByLabel("Name").fill(name);
        administrator.page().getByLabel("Login").fill(login);
        box(administrator, role).check();
        administrator.press("Add");
    }

    private static Locator box(Visitor administrator, Role role) {
        return administrator.page().locator("input[name=roles][value=" + role.name() + "]");
    }

    private static void choose(Visitor visitor, String current, String chosen) {
        visitor.page().getByLabel("Present password").fill(current);
        visitor.page()
                .getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill(chosen);
        visitor.page().getByLabel("New password again").fill(chosen);
        visitor.press("Change password");
    }
}
