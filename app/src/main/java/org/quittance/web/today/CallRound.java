package org.quittance.web.today;

import org.quittance.collections.worklist.Worklist;
import org.quittance.web.page.Query;

/**
 * A round of calls through a worklist, as addresses carry it: nothing of it is kept, so that it can be left and taken up anywhere.
 *
 * @param asked which list
 * @param number which call this is, from 1
 * @param noted how many were noted in this round
 */
record CallRound(TodayController.Asked asked, int number, int noted) {

    static final String PATH = "/today/calls";

    /**
     * A call of the round.
     *
     * @param points of the account when its card was opened: what stands before it in the list has been called
     */
    record Stop(CallRound round, long account, int points) {

        Worklist.Place place() {
            return new Worklist.Place(points, account);
        }

        /** The address of the card, or of something below it. */
        Query at(String below) {
            return round.asked()
                    .on("%s/%d%s".formatted(PATH, account, below))
                    .with("points", points)
                    .with("number", round.number())
                    .with("noted", round.noted());
        }
    }

    CallRound onwards() {
        return new CallRound(asked, number + 1, noted);
    }

    CallRound havingNoted() {
        return new CallRound(asked, number, noted + 1);
    }

    Stop stop(long account, int points) {
        return new Stop(this, account, points);
    }
}
