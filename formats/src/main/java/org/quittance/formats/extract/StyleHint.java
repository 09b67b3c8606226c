package org.quittance.formats.extract;

import java.util.List;
import java.util.Optional;

/**
 * How dates and amounts are written, told in a header that {@link ProblemReport} writes.
 *
 * <p>A report has only a few lines of the file that it comes from, too few to find out the order of dates once more.
 */
record StyleHint(DateOrder dateOrder, DecimalMark decimalMark) {

    private static final String START = "Quittance line (dates ";
    private static final String MIDDLE = ", decimals ";

    String header() {
        return START + dateOrder + MIDDLE + decimalMark + ")";
    }

    static Optional<StyleHint> in(List<String> headers) {
        for (DateOrder order : DateOrder.values()) {
            for (DecimalMark mark : DecimalMark.values()) {
                StyleHint hint = new StyleHint(order, mark);
                if (headers.contains(hint.header())) {
                    return Optional.of(hint);
                }
            }
        }
        return Optional.empty();
    }
}
