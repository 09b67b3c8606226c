package org.quittance.web.today;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.decision.ApprovedMessages;
import org.quittance.collections.reminder.ReminderDraft;

/**
 * What was approved and waits for the viewer to send it.
 *
 * @param leaving the message that each customer would get now, in short
 * @param messages how many there are in all, one for each customer; of a great many the most urgent are shown
 */
public record ApprovedView(List<ApprovedMessages.Line> lines, Map<Long, ReminderDraft.Outline> leaving, int messages) {

    public ApprovedView {
        lines = List.copyOf(lines);
        leaving = Map.copyOf(leaving);
    }

    /** The message in which it leaves; null where it is all of it, or nothing can leave now. */
    public ReminderDraft.@Nullable Outline leaving(ApprovedMessages.Line line) {
        ReminderDraft.Outline outline = leaving.get(line.customerId());
        return outline != null
                        && outline.isMoreThan(
                                line.approved().step().action(), line.approved().amounts())
                ? outline
                : null;
    }

    /** Whether it goes under another step than was approved. */
    public boolean isGraver(ApprovedMessages.Line line, ReminderDraft.Outline outline) {
        return outline.action() != line.approved().step().action();
    }

    /** Where the message is read once more and sent. */
    public static String path(ApprovedMessages.Line line) {
        return "/customers/" + line.customerId() + "/reminder";
    }

    /** Whether some are not shown. */
    public boolean isCut() {
        return lines.stream().map(ApprovedMessages.Line::customerId).distinct().count() < messages;
    }
}
