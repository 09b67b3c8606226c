package org.quittance.web.contact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.AutomaticSending.Mode;
import org.quittance.collections.reminder.Brakes.Stopped;
import org.quittance.collections.reminder.BulkView;
import org.quittance.collections.reminder.Nights;
import org.quittance.core.contact.Brake;
import org.quittance.web.page.Problems;

/**
 * Whether notices go out by themselves and when the night runs, the sendings in bulk that wait because they are unusually large, and the runs that were
 * stopped, the newest first.
 */
public record SendingView(
        Mode mode,
        Nights.Times night,
        Tonight tonight,
        List<BulkView> waiting,
        List<Stopped> stopped,
        Problems problems) {

    /**
     * Whom the night would write to, were it now and did it send.
     *
     * @param stop what its brake would say; null where it would say nothing
     */
    public record Tonight(int customers, Brake.@Nullable Stop stop) {}

    public SendingView {
        waiting = List.copyOf(waiting);
        stopped = List.copyOf(stopped);
    }
}
