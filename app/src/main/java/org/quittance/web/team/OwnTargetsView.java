package org.quittance.web.team;

import java.util.List;

/** The targets of whoever looks, with how far they have come. */
public record OwnTargetsView(List<TargetLine> lines) {

    public OwnTargetsView {
        lines = List.copyOf(lines);
    }
}
