package org.quittance.web.today;

import java.util.List;
import org.quittance.collections.reminder.BulkView;

/** The newest sendings in bulk. */
public record BulkListView(List<BulkView> bulks) {

    public BulkListView {
        bulks = List.copyOf(bulks);
    }

    public String state(BulkView bulk) {
        if (bulk.end() != null) {
            return bulk.end().outcome().label();
        }
        return bulk.waitsForRelease() ? "Waits for the credit manager" : "Under way";
    }
}
