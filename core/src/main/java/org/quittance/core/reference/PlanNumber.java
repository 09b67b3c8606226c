package org.quittance.core.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number by which our letters and our customers call a repayment plan.
 *
 * <p>Example: {@code PLAN-12}. Payers write {@code plan 12}, {@code Plan-0012} or {@code PLAN12} as well. It has no check digits: it says which
 * plan is meant only where it is known who writes it.
 */
public record PlanNumber(long value) {

    private static final Pattern IN_TEXT = Pattern.compile(
            "(?<![0-9A-Za-z])plan[\\s.:#-]{0,3}0{0,9}([1-9][0-9]{0,8})(?![0-9A-Za-z])", Pattern.CASE_INSENSITIVE);

    public PlanNumber {
        if (value < 1) {
            throw new IllegalArgumentException("a plan cannot have the number " + value);
        }
    }

    /** A number in a text, from one sign to before another. */
    public record Found(PlanNumber number, int start, int end) {}

    /** Every number of a plan in a text, from left to right. */
    public static List<Found> find(String text) {
        List<Found> found = new ArrayList<>(0);
        Matcher matcher = IN_TEXT.matcher(text);
        while (matcher.find()) {
            found.add(new Found(new PlanNumber(Long.parseLong(matcher.group(1))), matcher.start(), matcher.end()));
        }
        return found;
    }

    /** As it stands in letters: {@code PLAN-12}. */
    public String text() {
        return "PLAN-" + value;
    }
}
