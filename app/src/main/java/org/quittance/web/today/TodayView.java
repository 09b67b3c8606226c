package org.quittance.web.today;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.call.CallTakeBacks;
import org.quittance.collections.escalation.EscalationList;
import org.quittance.collections.reminder.Brakes.Stopped;
import org.quittance.collections.reminder.BulkView;
import org.quittance.collections.reminder.Nights;
import org.quittance.collections.worklist.WaitingAgreements;
import org.quittance.collections.worklist.WorklistFilter;
import org.quittance.collections.worklist.WorklistRow;
import org.quittance.collections.worklist.WorklistSummary;
import org.quittance.core.ledger.ReportingTotals;
import org.quittance.correspondence.Connections;
import org.quittance.correspondence.Message;
import org.quittance.identity.Absence;
import org.quittance.identity.Portfolio;
import org.quittance.ledger.LegalEntity;
import org.quittance.web.page.Pager;

/**
 * The worklist as a page shows it.
 *
 * @param stopped the run of automatic messages that waits for a decision; null where none does, or the viewer has no part in it
 * @param waiting what somebody wants sent in bulk and is unusually large; none for whoever does not see to it
 * @param failing the mailbox and the ways out that do not work; none for whoever cannot see to it
 * @param night when it ran and runs; null for whoever has no part in it
 * @param awaiting how many accounts have a message that waits for an approval; null for whoever cannot give it
 * @param owned what strategies leave to whoever has the viewer's roles
 * @param covered for whom the viewer covers today
 * @param agreements what was agreed and waits for the viewer
 * @param hasTargets whether the viewer has any this month; how far they have come is asked for when the list stands
 * @param callsUrl where a round of calls through this list starts
 * @param calls whom such a round takes
 * @param last the call that the viewer noted last and may still take back; null where there is none
 * @param takeBackUrl where it is taken back, with the list to come back to
 * @param atStake what is at stake, in the reporting currency too; null before one was chosen
 */
public record TodayView(
        @Nullable Stopped stopped,
        List<BulkView> waiting,
        List<Connections.Failing> failing,
        Nights.@Nullable Times night,
        @Nullable Long awaiting,
        List<Owned> owned,
        List<Absence> covered,
        WaitingAgreements.Counts agreements,
        boolean hasTargets,
        WorklistFilter filter,
        String callsUrl,
        CallsWhom calls,
        CallTakeBacks.@Nullable Recent last,
        String takeBackUrl,
        WorklistSummary summary,
        EscalationList.Counts escalations,
        @Nullable ReportingTotals atStake,
        List<Line> rows,
        Pager pager,
        List<LegalEntity> entities,
        List<Portfolio> portfolios) {

    /** So many accounts are left to a team lead, or to the credit manager. */
    public record Owned(WorklistFilter.Show show, long accounts) {}

    /**
     * A row of the list.
     *
     * @param waiting the message to the customer that has not left yet; null where none waits
     * @param snoozeUrl where it is put off, with the list to come back to
     */
    public record Line(WorklistRow row, @Nullable Message waiting, String snoozeUrl) {}

    /** Whom a round of calls takes, as its button says. */
    public enum CallsWhom {
        DUE_A_CALL("Call those due a call"),
        ALL_OF_THE_LIST("Call all of this list");

        private final String label;

        CallsWhom(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public TodayView {
        waiting = List.copyOf(waiting);
        failing = List.copyOf(failing);
        owned = List.copyOf(owned);
        covered = List.copyOf(covered);
        rows = List.copyOf(rows);
        entities = List.copyOf(entities);
        portfolios = List.copyOf(portfolios);
    }

    /** Whether something of the list can be sent in bulk. */
    public boolean isForMessages() {
        return rows.stream()
                .map(line -> line.row().next().action())
                .anyMatch(action -> action != null && action.isMessage());
    }
}
