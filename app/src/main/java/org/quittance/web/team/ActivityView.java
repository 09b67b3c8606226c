package org.quittance.web.team;

import java.util.List;
import org.quittance.collections.team.TeamActivity;
import org.quittance.identity.Person;

/** What one person has done in the last days. */
public record ActivityView(Person person, List<TeamActivity> done) {

    public ActivityView {
        done = List.copyOf(done);
    }

    public String path() {
        return "/team/" + person.id() + "/activity";
    }
}
