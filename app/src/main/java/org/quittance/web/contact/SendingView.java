package org.quittance.web.contact;

import java.util.List;
import org.quittance.collections.AutomaticSending.Mode;
import org.quittance.collections.reminder.Brakes.Stopped;
import org.quittance.collections.reminder.Nights;
import org.quittance.web.page.Problems;

/** Whether notices go out by themselves and when the night runs, and the runs that were stopped, the newest first. */
public record SendingView(Mode mode, Nights.Times night, List<Stopped> stopped, Problems problems) {

    public SendingView {
        stopped = List.copyOf(stopped);
    }
}
