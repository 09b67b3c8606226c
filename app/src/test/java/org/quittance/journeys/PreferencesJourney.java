package org.quittance.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.quittance.identity.Role;

@Journey
class PreferencesJourney {

    @Test
    void thePageFollowsTheSystemUntilAThemeIsChosen(Visitor auditor) {
        auditor.signInAs(Role.AUDITOR);
        assertThat(root(auditor)).hasAttribute("data-bs-theme", "light");
        auditor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(root(auditor)).hasAttribute("data-bs-theme", "dark");
        auditor.open("/audit?actor=somebody");
        auditor.page().locator(".q-bar-end .q-menu summary").click();
        auditor.press("Light");
        assertThat(root(auditor)).hasAttribute("data-bs-theme", "light");
        assertThat(auditor.at()).isEqualTo("/audit?actor=somebody");
    }

    @Test
    void theKeysAreShownAndUsedUntilTheyAreSwitchedOff(Visitor administrator) {
        administrator.signInAs(Role.ADMINISTRATOR);
        administrator.open("/people");
        administrator.page().keyboard().press("?");
        assertThat(administrator.page().locator("#keys").innerText()).contains("Add a person", "Next and previous row");
        administrator.assertAccessible("keys");
        administrator.page().keyboard().press("Escape");
        administrator.page().keyboard().press("j");
        assertThat(administrator.page().evaluate("() => document.activeElement.closest('tr').rowIndex"))
                .isEqualTo(1);
        administrator.page().keyboard().press("a");
        administrator.page().waitForURL("**/people/new");
        administrator.page().locator(".q-bar-end .q-menu summary").click();
        administrator.assertAccessible("menu");
        administrator.press("Switch single keys off");
        administrator.open("/people");
        administrator.page().keyboard().press("a");
        assertThat(administrator.at()).isEqualTo("/people");
    }

    @Test
    void aPhoneIsWideEnough(Visitor administrator) {
        administrator.signInAs(Role.ADMINISTRATOR);
        administrator.page().setViewportSize(390, 844);
        administrator.open("/people");
        administrator.assertAccessible("people-phone");
        assertThat(administrator.page().evaluate("() => document.documentElement.scrollWidth <= 390"))
                .isEqualTo(true);
    }

    private static Locator root(Visitor visitor) {
        return visitor.page().locator("html");
    }
}
