package org.quittance.web.disputes;

import java.util.List;
import org.quittance.disputes.DisputeEvent;
import org.quittance.disputes.DisputeLine;
import org.quittance.identity.Person;
import org.quittance.web.page.Problems;

/**
 * A dispute with what was done about it.
 *
 * @param notOwed the amount as it was typed, or what is disputed
 * @param words as they were typed
 */
public record DisputePageView(
        DisputeLine line,
        List<DisputeEvent> events,
        List<Person> people,
        String notOwed,
        String words,
        Problems problems) {

    public DisputePageView {
        events = List.copyOf(events);
        people = List.copyOf(people);
    }

    public String path() {
        return DisputesController.PATH + "/" + line.id();
    }
}
