package org.quittance.web.cash;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.SettlementReportView;
import org.quittance.cash.SettlementReportView.Fate;
import org.quittance.cash.SettlementReportView.State;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Tone;

/**
 * Settlement reports, and where they stand.
 *
 * @param show which alone are shown; null shows all
 */
public record SettlementReportsView(
        List<SettlementReportView.Row> rows,
        Map<State, Integer> counts,
        @Nullable State show,
        Pager pager) {

    public SettlementReportsView {
        rows = List.copyOf(rows);
        counts = Map.copyOf(counts);
    }

    public int count(State state) {
        return counts.getOrDefault(state, 0);
    }

    public static Tone tone(State state) {
        return switch (state) {
            case JOINED -> Tone.GOOD;
            case WAITING -> Tone.NOTE;
            case NEEDS_A_PERSON -> Tone.WARNING;
            case HELD -> Tone.BAD;
            case WITHOUT_MONEY -> Tone.NEUTRAL;
        };
    }

    public static Tone tone(Fate fate) {
        return switch (fate) {
            case APPLIED, OPEN_AGAIN -> Tone.GOOD;
            case PARTLY, ON_ACCOUNT, NOT_YET -> Tone.NOTE;
            case NEEDS_A_PERSON, RETURN_NEEDS_A_PERSON -> Tone.WARNING;
            case HAS_COME_BACK, KEPT, NOBODYS, NOT_COLLECTED -> Tone.NEUTRAL;
        };
    }
}
