package org.quittance.web.team;

import java.util.List;
import org.quittance.collections.team.CallReview;
import org.quittance.collections.team.SampledCall;
import org.quittance.identity.Person;

/**
 * The calls of one person for whoever checks them.
 *
 * @param drawn some that nobody has checked yet
 * @param checked those that were, the latest first
 */
public record CallsView(Person person, List<SampledCall> drawn, List<CallReview> checked) {

    public CallsView {
        drawn = List.copyOf(drawn);
        checked = List.copyOf(checked);
    }
}
