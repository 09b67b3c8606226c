package org.quittance.web.today;

import java.util.List;
import org.quittance.collections.decision.ApprovedMessages;

/**
 * What was approved and waits for the viewer to send it.
 *
 * @param messages how many there are in all, one for each customer; of a great many the most urgent are shown
 */
public record ApprovedView(List<ApprovedMessages.Line> lines, int messages) {

    public ApprovedView {
        lines = List.copyOf(lines);
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
