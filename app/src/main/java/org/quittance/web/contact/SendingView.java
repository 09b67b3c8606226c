package org.quittance.web.contact;

import java.util.List;
import org.quittance.collections.AutomaticSending.Mode;
import org.quittance.collections.reminder.Brakes.Stopped;
import org.quittance.collections.reminder.BulkView;
import org.quittance.collections.reminder.Nights;
import org.quittance.web.page.Problems;

/**
 * Whether notices go out by themselves and when the night runs, the sendings in bulk that wait because they are unusually large, and the runs that were
 * stopped, the newest first.
 */
public record SendingView(
        Mode mode, Nights.Times night, List<BulkView> waiting, List<Stopped> stopped, Problems problems) {

    public SendingView {
        waiting = List.copyOf(waiting);
        stopped = List.copyOf(stopped);
    }
}
