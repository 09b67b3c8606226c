package org.quittance.web.today;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.guide.GuideText;
import org.quittance.collections.reminder.Brakes;
import org.quittance.collections.reminder.BulkView;
import org.quittance.collections.reminder.Nights;
import org.quittance.collections.team.CallReviews;
import org.quittance.collections.worklist.WaitingAgreements;
import org.quittance.correspondence.Connections;
import org.quittance.identity.Absence;

/**
 * What one person is told above their list.
 *
 * @param sending how sending by itself fares; null for whoever has no part in it
 * @param covered for whom the viewer covers today
 * @param agreements what was agreed and waits for the viewer
 * @param coaching what was said of the viewer's calls and they have not read
 * @param guide what the process guide says to their steps and they have not read
 * @param own what became of their own messages and questions
 * @param hasTargets whether the viewer has any this month; how far they have come is asked for when the list stands
 */
public record NoticesView(
        @Nullable Sending sending,
        List<Absence> covered,
        WaitingAgreements.Counts agreements,
        CallReviews.Unread coaching,
        List<GuideText> guide,
        Own own,
        boolean hasTargets) {

    public NoticesView {
        covered = List.copyOf(covered);
        guide = List.copyOf(guide);
    }

    /**
     * What became of what the viewer has set going, and what others wait for.
     *
     * @param notSent how many of their messages of yesterday and today were refused or failed
     * @param answered how many of their escalations were answered lately
     * @param toAnswer how many escalations wait for the viewer's own answer
     * @param toSend how many messages were approved and wait for the viewer to send them
     */
    public record Own(int notSent, int answered, int toAnswer, int toSend) {}

    /**
     * What whoever answers for the team is told of sending.
     *
     * @param stopped the run of automatic messages that waits for a decision; null where none does
     * @param waiting what somebody wants sent in bulk and is unusually large
     * @param failing the mailbox and the ways out that do not work
     * @param night when it ran and runs
     */
    public record Sending(
            Brakes.@Nullable Stopped stopped,
            List<BulkView> waiting,
            List<Connections.Failing> failing,
            Nights.Times night) {

        public Sending {
            waiting = List.copyOf(waiting);
            failing = List.copyOf(failing);
        }
    }
}
