package org.quittance.web.guide;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.guide.GuideBook.Entry;
import org.quittance.core.guide.GuideTopic;

/**
 * The process guide with who has not read what.
 *
 * @param topics all steps, whether the guide says something to them or not
 */
public record GuideView(List<GuideTopic> topics, Map<GuideTopic, Entry> entries) {

    public GuideView {
        topics = List.copyOf(topics);
        entries = Map.copyOf(entries);
    }

    /** Null where the guide says nothing to the step. */
    public @Nullable Entry entry(GuideTopic topic) {
        return entries.get(topic);
    }
}
