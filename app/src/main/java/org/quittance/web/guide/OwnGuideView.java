package org.quittance.web.guide;

import java.util.List;
import org.quittance.collections.guide.GuideNote;

/** The guide for one person; what they have not read comes first. */
public record OwnGuideView(List<GuideNote> notes) {

    public OwnGuideView {
        notes = List.copyOf(notes);
    }
}
