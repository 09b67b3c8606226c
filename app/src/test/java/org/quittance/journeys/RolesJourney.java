package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quittance.identity.Role;

@Journey
class RolesJourney {

    @Test
    void everyPageForbidsForeignAndInlineScriptsAndFramesAndIsKeptByNobody(Visitor auditor) {
        auditor.signInAs(Role.AUDITOR);
        Map<String, String> headers = auditor.fetch("/audit").headers();
        assertThat(headers.get("content-security-policy"))
                .contains("script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers)
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("referrer-policy", "same-origin");
        assertThat(headers.get("cache-control")).contains("no-store");
    }

    @Test
    void assetsAreForEverybodyAndKeptForAYearUnderAnAddressThatChangesWithThem(Visitor stranger) {
        stranger.open("/sign-in");
        String address =
                stranger.page().locator("link[href*='quittance']").first().getAttribute("href");
        assertThat(address).matches("/assets/quittance-[0-9a-f]{32}\\.css");
        assertThat(stranger.fetch(address).headers().get("cache-control")).contains("max-age=31536000", "immutable");
    }

    @Test
    void whatFailsOfOursIsShownWithANumberAndNothingElse(Visitor auditor) {
        auditor.signInAs(Role.AUDITOR);
        assertThat(auditor.open(Mishap.PATH)).isEqualTo(500);
        assertThat(auditor.heading()).isEqualTo("Something of ours failed");
        assertThat(auditor.reads()).containsPattern("Incident [0-9a-f]{8}").doesNotContain(Mishap.SECRET);
        auditor.assertAccessible("error-500");
    }

    @Test
    void aCollectorNeitherSeesNorOpensPeopleAndAudit(Visitor collector) {
        collector.signInAs(Role.COLLECTOR);
        assertThat(collector.page().locator(".q-nav").innerText()).doesNotContain("People", "Audit");
        assertThat(collector.open("/people")).isEqualTo(403);
        assertThat(collector.heading()).isEqualTo("You may not do this");
        collector.assertAccessible("error-403");
        assertThat(collector.open("/audit")).isEqualTo(403);
    }

    @Test
    void whatIsSetUpOnceIsFoldedAwayForWhoSeesAllAndStillFoundByMouseAndByKeys(Visitor manager) {
        manager.signInAs(Role.MANAGER);
        Locator nav = manager.page().locator(".q-nav");
        assertThat(nav.innerText())
                .contains("Today", "Escalations", "Import", "More")
                .doesNotContain("Outbox", "Audit");
        nav.getByText("More").click();
        assertThat(nav.innerText()).contains("Strategies", "Outbox", "Entities", "Audit");
        manager.assertAccessible("more");
        manager.follow("Entities");
        assertThat(manager.heading()).isEqualTo("Legal entities");
        assertThat(nav.locator("summary").innerText()).contains("Entities");
        manager.page().keyboard().press("g");
        manager.page().keyboard().press("u");
        manager.page().waitForURL("**/audit");
    }

    @Test
    void anAuditorReadsPeopleButCanPostNothingEvenByHand(Visitor auditor) {
        auditor.signInAs(Role.AUDITOR);
        assertThat(auditor.open("/people")).isEqualTo(200);
        assertThat(auditor.reads()).doesNotContain("Add a person");
        assertThat(auditor.postByHand("/people/portfolios", Map.of("name", "By hand")))
                .isEqualTo(403);
        assertThat(auditor.postByHand("/anything/else", Map.of("name", "By hand")))
                .isEqualTo(403);
    }

    @Test
    void aFormWithoutItsTokenIsRefused(Visitor administrator) {
        administrator.signInAs(Role.ADMINISTRATOR);
        assertThat(administrator.postFromElsewhere("/people/portfolios", Map.of("name", "Forged")))
                .isEqualTo(400);
        administrator.open("/people/portfolios");
        assertThat(administrator.reads()).doesNotContain("Forged");
    }

    @Test
    void anAddressThatLeadsNowhereIsSaidToBeSo(Visitor auditor) {
        auditor.signInAs(Role.AUDITOR);
        assertThat(auditor.open("/people/999999999")).isEqualTo(404);
        assertThat(auditor.reads()).contains("There is no person with the number 999999999.");
        assertThat(auditor.open("/no/such/page")).isEqualTo(404);
        assertThat(auditor.heading()).isEqualTo("There is nothing here");
        auditor.assertAccessible("error-404");
        assertThat(auditor.open("/people/not-a-number")).isEqualTo(400);
    }
}
