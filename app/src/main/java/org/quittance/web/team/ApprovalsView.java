package org.quittance.web.team;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.AutomaticSending;
import org.quittance.collections.decision.StepApprovals;
import org.quittance.collections.reminder.Proposal;
import org.quittance.collections.reminder.ReminderDraft;
import org.quittance.core.collections.Concern;
import org.quittance.core.collections.Reason;
import org.quittance.core.collections.ReasonKind;
import org.quittance.web.page.Problems;
import org.springframework.web.util.UriUtils;

/**
 * The messages that wait for an approval.
 *
 * @param leaving in which message each would leave if it alone were approved
 * @param waiting how many accounts there are in all, of which some are shown
 * @param sending whether the night sends anything of what is approved
 * @param marked the rows that were marked, where something was wrong
 * @param reason as it was typed
 */
public record ApprovalsView(
        List<StepApprovals.Line> lines,
        Map<Proposal, ReminderDraft> leaving,
        long waiting,
        AutomaticSending.Mode sending,
        Set<String> marked,
        String reason,
        Problems problems) {

    /** Parts the marks in the one for all rows of a customer. */
    private static final String APART = "|";

    public ApprovalsView {
        lines = List.copyOf(lines);
        leaving = Map.copyOf(leaving);
        marked = Set.copyOf(marked);
    }

    static Proposal proposal(StepApprovals.Line line) {
        return new Proposal(line.accountId(), line.awaited().step().id());
    }

    /** The message in which a proposal leaves; null where it is all of it. */
    public ReminderDraft.@Nullable Outline leaving(StepApprovals.Line line) {
        ReminderDraft draft = leaving.get(proposal(line));
        return draft == null
                ? null
                : draft.outline()
                        .filter(outline -> outline.isMoreThan(
                                line.awaited().step().action(), line.awaited().amounts()))
                        .orElse(null);
    }

    /** Whether it goes under another step than is approved. */
    public boolean isGraver(StepApprovals.Line line, ReminderDraft.Outline outline) {
        return outline.action() != line.awaited().step().action();
    }

    /** Why a proposal could not leave now, whoever approves it; null where it could. */
    public @Nullable String obstacle(StepApprovals.Line line) {
        return leaving.get(proposal(line)) instanceof ReminderDraft.Impossible impossible
                ? impossible.sentence()
                : null;
    }

    /**
     * What waits for one customer, who gets one message whatever of it is approved.
     *
     * @param lines the rows, the most urgent account first
     */
    public record Group(long customerId, String customerName, List<StepApprovals.Line> lines) {

        public Group {
            lines = List.copyOf(lines);
        }

        /** Whether the customer has a heading with a box for all rows; a single row says all of it itself. */
        public boolean isHeaded() {
            return lines.size() > 1;
        }

        /** The marks of all rows in one. */
        public String mark() {
            return lines.stream().map(ApprovalsView::mark).collect(Collectors.joining(APART));
        }
    }

    /** How a message leaves that was approved, without the full stop. */
    static String whatBecomesOfIt(AutomaticSending.Mode mode) {
        return switch (mode) {
            case PROPOSE ->
                "Automatic sending proposes only, so nothing leaves by itself: whoever sends it is told on Today";
            case ON -> "What goes by itself leaves with the next night, and whoever sends the rest is told on Today";
        };
    }

    public String whatBecomesOfIt() {
        return whatBecomesOfIt(sending);
    }

    /** By customer, in the order in which the first row of each stands. */
    public List<Group> groups() {
        return lines.stream()
                .collect(Collectors.groupingBy(StepApprovals.Line::customerId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(of -> new Group(of.getFirst().customerId(), of.getFirst().customerName(), of))
                .toList();
    }

    /** The marks that the marks of a form stand for, where some are for all rows of a customer. */
    static Set<String> singly(Set<String> marked) {
        return marked.stream()
                .flatMap(mark -> Arrays.stream(mark.split(Pattern.quote(APART), -1)))
                .collect(Collectors.toSet());
    }

    public boolean isMarked(Group group) {
        return marked.containsAll(singly(Set.of(group.mark())));
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
