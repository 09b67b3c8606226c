package org.quittance.web.interest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.interest.InterestClaim;
import org.quittance.collections.interest.InterestWaiver;
import org.quittance.web.page.Problems;

/**
 * All that was claimed and given up on the accounts that the viewer sees, the latest first.
 *
 * @param waiting waivers that somebody has to decide about, each with whose approval it needs
 */
public record InterestListView(
        List<InterestClaim> claims, List<Waiting> waiting, List<InterestWaiver> decided, Problems problems) {

    public InterestListView {
        claims = List.copyOf(claims);
        waiting = List.copyOf(waiting);
        decided = List.copyOf(decided);
    }

    /**
     * A waiver that waits, and for whom.
     *
     * @param withheld why the viewer may not approve it; null where they may
     * @param mayRefuse whether they may refuse it
     */
    public record Waiting(
            InterestWaiver waiver, String needs, @Nullable String withheld, boolean mayRefuse) {}
}
