package org.quittance.web.today;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.escalation.EscalationList;
import org.quittance.collections.worklist.WorklistFilter;
import org.quittance.collections.worklist.WorklistRow;
import org.quittance.collections.worklist.WorklistSummary;
import org.quittance.core.ledger.ReportingTotals;
import org.quittance.correspondence.Message;
import org.quittance.identity.Portfolio;
import org.quittance.ledger.LegalEntity;
import org.quittance.web.page.Pager;

/**
 * The worklist as a page shows it.
 *
 * @param notices what the viewer is told above the list
 * @param awaiting how many accounts have a message that waits for an approval; null for whoever cannot give it
 * @param owned what strategies leave to whoever has the viewer's roles
 * @param callsUrl where a round of calls through this list starts
 * @param calls whom such a round takes
 * @param last what the viewer noted last and may still take back; null where there is nothing
 * @param takeBackUrl where it is taken back, with the list to come back to
 * @param atStake what is at stake, in the reporting currency too; null before one was chosen
 */
public record TodayView(
        NoticesView notices,
        @Nullable Long awaiting,
        List<Owned> owned,
        WorklistFilter filter,
        String callsUrl,
        CallsWhom calls,
        @Nullable LastNoted last,
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
        owned = List.copyOf(owned);
        rows = List.copyOf(rows);
        entities = List.copyOf(entities);
        portfolios = List.copyOf(portfolios);
    }

    /** The first day after it that is no Saturday or Sunday. */
    public static LocalDate nextWeekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case FRIDAY -> day.plusDays(3);
            case SATURDAY -> day.plusDays(2);
            case SUNDAY, MONDAY, TUESDAY, WEDNESDAY, THURSDAY -> day.plusDays(1);
        };
    }

    /** Whether something of the list can be sent in bulk. */
    public boolean isForMessages() {
        return rows.stream()
                .map(line -> line.row().next().action())
                .anyMatch(action -> action != null && action.isMessage());
    }
}
