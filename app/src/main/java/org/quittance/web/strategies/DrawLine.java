package org.quittance.web.strategies;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quittance.core.collections.RolloutDraw;
import org.quittance.web.page.Format;

/** One side of a roll-out before the word is given: what becomes of whom. */
public record DrawLine(String what, RolloutDraw.Side side) {

    /** The first, and those of the others on which somebody stands. */
    static List<DrawLine> of(DrawLine first, DrawLine... others) {
        return Stream.concat(Stream.of(first), Arrays.stream(others).filter(line -> line.side.customers() > 0))
                .toList();
    }

    public String overdue(Format format) {
        return side.overdue().isEmpty()
                ? "Nothing"
                : side.overdue().stream().map(format::money).collect(Collectors.joining(", "));
    }
}
