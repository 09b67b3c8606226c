package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quittance.identity.Role;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;

/** The manager sets what the matcher may do; everybody else reads it. */
@Journey
class MatchPolicyJourney {

    @Autowired
    private Books books;

    @Test
    void aVersionIsAdoptedWithItsReasonAndTheOthersReadIt(Visitor manager, Visitor cash) {
        LegalEntity entity = books.entity("EUR");
        manager.signInAs(Role.MANAGER);
        manager.open("/cash");
        manager.follow("Policy");
        manager.open("/cash/policy?entity=" + entity.id());
        assertThat(manager.reads()).contains("The standard is valid today");
        manager.assertAccessible("match-policy");

        manager.page().getByLabel("Apply from a confidence of, in %").fill("9");
        manager.page().getByLabel("Given up as small, row 1").fill("60.00");
        manager.page().getByLabel("Why the policy changes").fill("after the audit of May");
        manager.press("Adopt the version");
        assertThat(manager.reads())
                .contains(
                        "Give a confidence between 50 and 100 %",
                        "A small difference cannot be more than the tolerance");
        manager.assertAccessible("match-policy-refused");

        manager.page().getByLabel("Apply from a confidence of, in %").fill("97.5");
        manager.page().getByLabel("Given up as small, row 1").fill("2.50");
        manager.press("Adopt the version");
        assertThat(manager.flash()).isEqualTo("Version 1 of the match policy of " + entity.code() + " is adopted.");
        assertThat(manager.reads()).contains("Valid today", "97.5", "after the audit of May", "2.50 small");
        manager.assertAccessible("match-policy-adopted");

        cash.signInAs(Role.CASH);
        cash.open("/cash/policy?entity=" + entity.id());
        assertThat(cash.reads()).contains("after the audit of May").doesNotContain("Adopt a new version");
        assertThat(cash.postByHand("/cash/policy/" + entity.id() + "/versions", Map.of("after", "1")))
                .isEqualTo(403);
    }
}
