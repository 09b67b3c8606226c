package org.quittance.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quittance.identity.Role;

@Journey
class SavedViewsJourney {

    @Test
    void aViewIsSavedUnderANameSharedAndTakenAway(Visitor manager, Visitor lead) {
        manager.signInAs(Role.MANAGER);
        manager.open("/ageing?by=COLLECTOR&currency=EUR&entity=");
        menu(manager).click();
        manager.page().getByLabel("Save what is shown now as").fill("Euro by collector");
        manager.page().getByLabel("Share it with everybody").check();
        manager.press("Save the view");
        assertThat(manager.flash()).isEqualTo("The view is saved.");
        assertThat(manager.at()).isEqualTo("/ageing?by=COLLECTOR&currency=EUR");

        lead.signInAs(Role.TEAM_LEAD);
        lead.open("/ageing");
        menu(lead).click();
        lead.assertAccessible("views");
        assertThat(lead.page().getByLabel("Remove the view Euro by collector")).hasCount(0);
        view(lead, "Euro by collector").click();
        assertThat(lead.at()).isEqualTo("/ageing?by=COLLECTOR&currency=EUR");

        manager.open("/ageing");
        menu(manager).click();
        manager.page().getByLabel("Remove the view Euro by collector").click();
        assertThat(manager.flash()).isEqualTo("The view is removed.");
        lead.open("/ageing");
        menu(lead).click();
        assertThat(view(lead, "Euro by collector")).hasCount(0);
    }

    @Test
    void aViewIsOfItsPageAloneAndSomebodyElsesStays(@WithoutJavaScript Visitor collector, Visitor manager) {
        collector.signInAs(Role.COLLECTOR);
        collector.open("/today?show=SNOOZED");
        menu(collector).click();
        collector.page().getByLabel("Save what is shown now as").fill("Asleep");
        collector.press("Save the view");
        menu(collector).click();
        String removal =
                collector.page().locator("form[action$='/removal']").first().getAttribute("action");

        manager.signInAs(Role.MANAGER);
        manager.open("/today");
        menu(manager).click();
        assertThat(view(manager, "Asleep")).hasCount(0);
        manager.postByHand(removal, Map.of("area", "TODAY"));

        collector.open("/today");
        menu(collector).click();
        assertThat(view(collector, "Asleep")).hasAttribute("href", "/today?show=SNOOZED");
        collector.open("/ageing");
        menu(collector).click();
        assertThat(view(collector, "Asleep")).hasCount(0);
    }

    private static Locator menu(Visitor visitor) {
        return visitor.page().locator(".q-views > summary");
    }

    private static Locator view(Visitor visitor, String name) {
        return visitor.page().locator(".q-views a").filter(new Locator.FilterOptions().setHasText(name));
    }
}
