package org.quittance.web.cash;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.AdviceView;
import org.quittance.cash.AdviceView.State;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Tone;

/**
 * Remittance advices, and where they stand.
 *
 * @param show which alone are shown; null shows all
 */
public record AdvicesView(
        List<AdviceView.Row> rows,
        Map<State, Integer> counts,
        @Nullable State show,
        Pager pager) {

    public AdvicesView {
        rows = List.copyOf(rows);
        counts = Map.copyOf(counts);
    }

    public int count(State state) {
        return counts.getOrDefault(state, 0);
    }

    public String exportUrl(String format) {
        return "/cash/advices/export?format=" + format + (show == null ? "" : "&show=" + show);
    }

    public static Tone tone(State state) {
        return switch (state) {
            case JOINED -> Tone.GOOD;
            case WAITING -> Tone.NOTE;
            case NEEDS_A_PERSON -> Tone.WARNING;
            case WITHOUT_MONEY -> Tone.NEUTRAL;
        };
    }
}
