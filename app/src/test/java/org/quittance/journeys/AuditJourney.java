package org.quittance.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quittance.audit.AuditTrail;
import org.quittance.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@Journey
class AuditJourney {

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void anAuditorPagesThroughWhatOnePersonDidAndVerifiesTheChain(Visitor auditor) {
        transaction.executeWithoutResult(status -> {
            for (int i = 1; i <= 250; i++) {
                trail.record("paula", "note.added", "customer", 4711, "note " + i);
            }
        });
        auditor.signInAs(Role.AUDITOR);
        auditor.open("/audit");
        auditor.page().getByLabel("Who").fill("paula");
        auditor.press("Filter");
        assertThat(auditor.reads()).contains("note 250", "note 151").doesNotContain("note 150");
        auditor.follow("Older");
        assertThat(auditor.reads()).contains("note 150", "note 51").doesNotContain("note 250");
        auditor.follow("Older");
        assertThat(auditor.reads()).contains("note 50", "note 1").doesNotContain("Older");
        auditor.assertAccessible("audit");
        auditor.follow("Verify the chain");
        assertThat(auditor.page().locator("#verdict")).containsText("The chain holds");
        assertThat(auditor.at()).startsWith("/audit?actor=paula");
    }

    @Test
    void theChainIsVerifiedWithoutJavaScriptToo(@WithoutJavaScript Visitor auditor) {
        auditor.signInAs(Role.AUDITOR);
        auditor.open("/audit");
        auditor.follow("Verify the chain");
        assertThat(auditor.heading()).isEqualTo("Verification of the audit trail");
        assertThat(auditor.reads()).contains("The chain holds");
    }
}
