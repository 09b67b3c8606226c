package org.quittance.web.team;

import java.util.List;
import org.quittance.collections.team.CallReview;

/** What was said of the viewer's own calls, the latest first. */
public record CoachingView(List<CallReview> reviews) {

    public CoachingView {
        reviews = List.copyOf(reviews);
    }
}
