package org.quittance.web.strategies;

import java.util.List;
import org.quittance.collections.decision.PriorityPreview.Line;
import org.quittance.collections.strategy.PriorityBook.Version;
import org.quittance.core.money.Money;
import org.quittance.web.page.Problems;

/**
 * What each fact is worth, the form that changes it, what that would do, and who has adopted what.
 *
 * @param reference the amount that the weights of amounts are counted by
 * @param versions the newest first; at least one
 * @param preview empty where none was asked for
 */
public record PriorityView(
        PriorityForm form, Money reference, List<Version> versions, List<Line> preview, Problems problems) {

    public PriorityView {
        versions = List.copyOf(versions);
        preview = List.copyOf(preview);
    }

    /** The version that holds. */
    public Version current() {
        return versions.getFirst();
    }

    /** How many places an account would go up, in words. */
    public static String move(Line line) {
        int up = line.placeToday() - line.place();
        return up == 0 ? "as today" : up > 0 ? up + " up" : -up + " down";
    }
}
