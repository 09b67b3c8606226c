package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.ItemId;
import org.quittance.identity.Role;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Journey
@Import(Books.class)
class DueDatesJourney {

    @Autowired
    private Books books;

    @Test
    void aManagerPutsADueDateOffAndTheItemSaysWhy(Visitor manager, Visitor auditor) {
        ItemId invoice = books.invoice(books.entity("EUR"), "D1", "DUE-7", 100_00, Books.TODAY.minusDays(9));
        manager.signInAs(Role.MANAGER);
        manager.open("/items/" + invoice);
        manager.page().getByLabel("Due on").fill("2062-03-20");
        manager.page().getByLabel("Why").fill("Goods came late, agreed with Ms Okafor");
        manager.press("Change the due date");
        assertThat(manager.reads()).contains("That day is more than three years away. Check the year.");
        manager.assertAccessible("due-date-refused");
        manager.page().getByLabel("Due on").fill("2026-03-20");
        manager.page().getByLabel("Why").fill("");
        manager.page().evaluate("document.querySelectorAll('[required]').forEach(field => field.required = false)");
        manager.press("Change the due date");
        assertThat(manager.reads()).contains("Say why it is due on another day.");
        manager.page().getByLabel("Due on").fill("2026-03-20");
        manager.page().getByLabel("Why").fill("Goods came late, agreed with Ms Okafor");
        manager.press("Change the due date");
        assertThat(manager.flash()).isEqualTo("The due date is changed.");
        assertThat(manager.reads())
                .contains(
                        "Due 20 Mar 2026 instead of 21 Feb 2026 since 2 Mar 2026: Goods came late, agreed with Ms Okafor");
        manager.assertAccessible("due-date-changed");

        auditor.signInAs(Role.AUDITOR);
        auditor.open("/items/" + invoice);
        assertThat(auditor.reads()).doesNotContain("Change the due date");
        assertThat(auditor.postByHand("/items/" + invoice + "/due-dates", Map.of("due", "2026-04-01", "why", "x")))
                .isEqualTo(403);
    }
}
