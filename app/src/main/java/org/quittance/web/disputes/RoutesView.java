package org.quittance.web.disputes;

import java.util.List;
import org.quittance.core.dispute.DisputeRoute;
import org.quittance.disputes.DisputeRoutes;
import org.quittance.identity.Person;
import org.quittance.web.page.Problems;

/** Where disputes of each reason go, and what was changed about it. */
public record RoutesView(
        List<DisputeRoute> routes, List<DisputeRoutes.Change> changes, List<Person> people, Problems problems) {

    public RoutesView {
        routes = List.copyOf(routes);
        changes = List.copyOf(changes);
        people = List.copyOf(people);
    }
}
