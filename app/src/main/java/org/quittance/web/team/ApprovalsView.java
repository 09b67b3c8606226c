package org.quittance.web.team;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.collections.decision.StepApprovals;
import org.quittance.core.collections.Concern;
import org.quittance.core.collections.Reason;
import org.quittance.core.collections.ReasonKind;
import org.quittance.web.page.Problems;
import org.springframework.web.util.UriUtils;

/**
 * The messages that wait for an approval.
 *
 * @param waiting how many accounts there are in all, of which some are shown
 * @param marked those that were marked, where something was wrong
 * @param reason as it was typed
 */
public record ApprovalsView(
        List<StepApprovals.Line> lines, long waiting, Set<String> marked, String reason, Problems problems) {

    public ApprovalsView {
        lines = List.copyOf(lines);
        marked = Set.copyOf(marked);
    }

    /** What a mark says: the account, the step, and the items that were seen. */
    public static String mark(StepApprovals.Line line) {
        return mark(line.accountId(), line.awaited().step().id(), line.awaited().items());
    }

    static String mark(long accountId, String step, List<Concern> items) {
        return "%d:%s:%s"
                .formatted(
                        accountId,
                        step,
                        items.stream()
                                .map(concern -> Long.toString(concern.item().value()))
                                .collect(Collectors.joining("-")));
    }

    /** Where the message is to be read. */
    public static String path(StepApprovals.Line line) {
        return path(line.accountId(), line.awaited().step().id());
    }

    static String path(long accountId, String step) {
        return ApprovalsController.PATH + "/" + accountId + "/"
                + UriUtils.encodePathSegment(step, StandardCharsets.UTF_8);
    }

    /** What else is known of the account; that another message waits stands in a row of its own. */
    public static List<String> facts(StepApprovals.Line line) {
        return line.reasons().stream()
                .filter(reason -> reason.kind() != ReasonKind.APPROVAL_AWAITED)
                .map(Reason::sentence)
                .toList();
    }
}
