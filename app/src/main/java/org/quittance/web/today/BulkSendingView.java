package org.quittance.web.today;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.reminder.BulkView;
import org.quittance.web.page.Problems;

/**
 * How far a sending in bulk has come.
 *
 * @param waiting what it would do if it were let go now; null where it waits for nobody, or its sender has left
 * @param leftOut who has got none, and why
 * @param reason as it was typed
 */
public record BulkSendingView(
        BulkView bulk,
        @Nullable BulkPreviewView waiting,
        List<BulkView.LeftOut> leftOut,
        String reason,
        Problems problems) {

    public BulkSendingView {
        leftOut = List.copyOf(leftOut);
    }

    public String state() {
        if (bulk.end() != null) {
            return bulk.end().outcome().label();
        }
        return bulk.waitsForRelease()
                ? "Waits for the credit manager"
                : bulk.counts().done() == 0 ? "Not begun yet" : "Under way";
    }
}
