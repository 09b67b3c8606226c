package org.quittance.web.today;

import org.quittance.collections.worklist.CallRounds;
import org.quittance.collections.worklist.WorklistFilter;
import org.quittance.core.collections.Action;
import org.quittance.web.page.Query;

/**
 * A call of a round, as its address carries it.
 *
 * @param asked the list from which the round began, to which it leads back
 * @param stop which call it is
 * @param noted how many were noted in this round before it
 */
record CallRound(TodayController.Asked asked, CallRounds.Stop stop, int noted) {

    static final String PATH = "/today/calls";

    /** Whom a round of that list calls: of all that is to do, those to whom a call is next; of a list that was narrowed, all of it. */
    static WorklistFilter calls(TodayController.Asked asked) {
        WorklistFilter filter = asked.filter();
        return isOfCallsOnly(asked) ? filter.wanting(Action.CALL) : filter;
    }

    static boolean isOfCallsOnly(TodayController.Asked asked) {
        WorklistFilter filter = asked.filter();
        return filter.show() == WorklistFilter.Show.TO_DO && filter.action() == null;
    }

    CallRound at(CallRounds.Stop next, int notedByThen) {
        return new CallRound(asked, next, notedByThen);
    }

    /** The address of the card, or of something below it. */
    Query on(String below) {
        return asked.on("%s/%d/%d%s".formatted(PATH, stop.round(), stop.place(), below))
                .with("noted", noted);
    }
}
