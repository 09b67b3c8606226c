package org.quittance.web.today;

import org.quittance.collections.decision.ApprovedMessages;
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

    ApprovedController(ApprovedMessages approved) {
        this.approved = approved;
    }

    @GetMapping(PATH)
    Page list(Viewer viewer) {
        return Page.of(
                "today/approved",
                "Approved, to be sent",
                new ApprovedView(approved.waiting(viewer, MOST), approved.count(viewer)));
    }
}
