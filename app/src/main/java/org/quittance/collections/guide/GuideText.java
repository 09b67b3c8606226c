package org.quittance.collections.guide;

import java.time.Instant;
import java.time.LocalDate;
import org.quittance.core.guide.GuideTopic;
import org.quittance.core.guide.GuideWords;

/**
 * One version of a guide text.
 *
 * @param words none where it says that there is no text any more
 */
public record GuideText(
        long id,
        GuideTopic topic,
        int version,
        GuideWords words,
        LocalDate effectiveOn,
        String actor,
        Instant recordedAt) {}
