package org.quittance.web.guide;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.guide.GuideText;
import org.quittance.core.guide.GuideTopic;
import org.quittance.web.page.Problems;

/**
 * What the guide says to a step, and the form for another version.
 *
 * @param current the version that holds today; null where there is none
 * @param versions the newest first
 * @param after the version that the form follows; 0 for none
 * @param words and {@code from}: as far as they were typed
 */
public record GuideTextView(
        GuideTopic topic,
        @Nullable GuideText current,
        List<GuideText> versions,
        int after,
        String words,
        LocalDate from,
        Problems problems) {

    public GuideTextView {
        versions = List.copyOf(versions);
    }
}
