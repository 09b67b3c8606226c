package org.quittance.web.today;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quittance.collections.decision.ApprovedMessages;
import org.quittance.collections.reminder.ReminderDraft;
import org.quittance.collections.reminder.Reminders;
import org.quittance.identity.Viewer;
import org.quittance.web.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The messages that were approved and that the viewer has to send. */
@Controller
class ApprovedController {

    static final String PATH = "/today/approved";

    private static final int MOST = 100;

    private final ApprovedMessages approved;
    private final Reminders reminders;

    ApprovedController(ApprovedMessages approved, Reminders reminders) {
        this.approved = approved;
        this.reminders = reminders;
    }

    @GetMapping(PATH)
    Page list(Viewer viewer) {
        List<ApprovedMessages.Line> lines = approved.waiting(viewer, MOST);
        Map<Long, ReminderDraft.Outline> leaving = new HashMap<>();
        for (ApprovedMessages.Line line : lines) {
            if (!leaving.containsKey(line.customerId())) {
                reminders
                        .preview(line.customerId(), viewer)
                        .outline()
                        .ifPresent(outline -> leaving.put(line.customerId(), outline));
            }
        }
        return Page.of(
                "today/approved", "Approved, to be sent", new ApprovedView(lines, leaving, approved.count(viewer)));
    }
}
