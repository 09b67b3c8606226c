package org.quittance.web.team;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.collections.AutomaticSending;
import org.quittance.collections.decision.StepApprovals;
import org.quittance.collections.decision.StepApprovals.Refusal;
import org.quittance.collections.decision.StepApprovals.Seen;
import org.quittance.collections.reminder.Reminders;
import org.quittance.core.collections.StepVerdict;
import org.quittance.identity.Viewer;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.quittance.web.page.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The messages that may not leave before a lead or the credit manager has approved them. */
@Controller
class ApprovalsController {

    static final String PATH = "/team/approvals";

    private final StepApprovals approvals;
    private final Reminders reminders;
    private final AutomaticSending sending;

    ApprovalsController(StepApprovals approvals, Reminders reminders, AutomaticSending sending) {
        this.approvals = approvals;
        this.reminders = reminders;
        this.sending = sending;
    }

    @GetMapping(PATH)
    Page list(Viewer viewer) {
        return page(Set.of(), "", Problems.none(), viewer);
    }

    @PostMapping(PATH + "/verdicts")
    Answer say(
            @RequestParam(defaultValue = "") Set<String> proposal,
            @RequestParam StepVerdict.Kind verdict,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer) {
        Set<String> marked = ApprovalsView.singly(proposal);
        List<Seen> seen = marked.stream()
                .filter(mark -> mark.matches("[0-9]{1,18}:[^:]+:[0-9]{1,18}(-[0-9]{1,18})*"))
                .sorted()
                .map(ApprovalsController::seen)
                .toList();
        StepApprovals.Outcome outcome = approvals.say(seen, verdict, Typed.text(reason), viewer);
        Refusal first = outcome.refused().isEmpty()
                ? null
                : outcome.refused().getFirst().why();
        if (first == Refusal.NOTHING_MARKED || first == Refusal.NEEDS_A_REASON) {
            String field = first == Refusal.NEEDS_A_REASON ? "reason" : "proposal";
            return page(marked, reason, Problems.at(field, first.sentence()), viewer)
                    .refused();
        }
        String left = outcome.refused().stream()
                .map(refused ->
                        "%s: %s".formatted(refused.customer(), refused.why().sentence()))
                .collect(Collectors.joining(" "));
        Redirect back = Redirect.to(PATH);
        return outcome.done() == 0
                ? back.refusing(left)
                : back.saying((done(outcome.done(), verdict) + " " + left).strip());
    }

    private String done(int accounts, StepVerdict.Kind verdict) {
        String of = accounts == 1 ? "1 account" : accounts + " accounts";
        return switch (verdict) {
            case APPROVED ->
                "Approved for %s. %s; the contact gate is asked when it leaves."
                        .formatted(of, ApprovalsView.whatBecomesOfIt(sending.mode()));
            case DECLINED -> "Declined for %s. The reason stands on the account.".formatted(of);
        };
    }

    private static Seen seen(String mark) {
        String[] parts = mark.split(":", -1);
        return new Seen(
                Long.parseLong(parts[0]),
                parts[1],
                Arrays.stream(parts[2].split("-", -1)).map(Long::valueOf).collect(Collectors.toSet()));
    }

    private Page page(Set<String> marked, String reason, Problems problems, Viewer viewer) {
        List<StepApprovals.Line> lines = approvals.waiting(viewer, StepApprovals.MOST);
        return Page.of(
                "team/approvals",
                "Waiting for approval",
                new ApprovalsView(
                        lines,
                        reminders.awaited(
                                lines.stream().map(ApprovalsView::proposal).toList(), viewer),
                        approvals.count(viewer),
                        sending.mode(),
                        marked,
                        reason,
                        problems));
    }
}
