package org.quittance.web.team;

import java.util.List;
import org.quittance.collections.team.CallReview;
import org.quittance.collections.team.CallReviews;

/**
 * What was said of the viewer's own calls, the latest first.
 *
 * @param unread how much of it they have not said to have read
 */
public record CoachingView(List<CallReview> reviews, CallReviews.Unread unread) {

    public CoachingView {
        reviews = List.copyOf(reviews);
    }
}
