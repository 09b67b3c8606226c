package org.quittance.web.cash;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quittance.core.cash.Evidence;

/** A remittance text, cut at the places to which the evidence points. */
public final class Highlights {

    private Highlights() {}

    /** A stretch of the text, marked where evidence points to it. */
    public record Stretch(String text, boolean isMarked) {}

    public static List<Stretch> of(String text, List<Evidence> evidence) {
        List<Stretch> stretches = new ArrayList<>();
        int at = 0;
        for (Evidence one : evidence.stream()
                .filter(each -> each.end() > each.start())
                .sorted(Comparator.comparingInt(Evidence::start).thenComparingInt(Evidence::end))
                .toList()) {
            if (one.start() < at || one.end() > text.length()) {
                continue;
            }
            stretches.add(new Stretch(text.substring(at, one.start()), false));
            stretches.add(new Stretch(text.substring(one.start(), one.end()), true));
            at = one.end();
        }
        stretches.add(new Stretch(text.substring(at), false));
        return stretches;
    }
}
