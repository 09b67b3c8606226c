package org.quittance.core.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The bands that debt is aged into, by days past due.
 *
 * <p>The standard bands are current (not past due), 1-30, 31-60, 61-90, 91-120 and over 120 days. Invariant: the first band ends at
 * day 0, each later one starts on the day after its predecessor, and the last is open-ended, so that every day falls into exactly one.
 *
 * @param lastDays the last day of each band but the open-ended one, ascending, starting with 0
 */
public record AgeingBands(List<Integer> lastDays) {

    public AgeingBands {
        lastDays = List.copyOf(lastDays);
        if (lastDays.isEmpty() || lastDays.getFirst() != 0) {
            throw new IllegalArgumentException("The first ageing band must end on day 0, the due date: " + lastDays);
        }
        for (int i = 1; i < lastDays.size(); i++) {
            if (lastDays.get(i) <= lastDays.get(i - 1)) {
                throw new IllegalArgumentException("Ageing bands must end on ascending days: " + lastDays);
            }
        }
    }

    /** Current, 1-30, 31-60, 61-90, 91-120, over 120. */
    public static AgeingBands standard() {
        return endingOn(30, 60, 90, 120);
    }

    /** Current, then bands that end on the given days, then everything older. */
    public static AgeingBands endingOn(int... days) {
        List<Integer> all = new ArrayList<>(List.of(0));
        for (int day : days) {
            all.add(day);
        }
        return new AgeingBands(all);
    }

    /** How many bands there are, the open-ended one included. */
    public int size() {
        return lastDays.size() + 1;
    }

    /** The index of the band for an item so many days past due; 0 is current. */
    public int indexOf(long daysPastDue) {
        int index = 0;
        while (index < lastDays.size() && daysPastDue > lastDays.get(index)) {
            index++;
        }
        return index;
    }

    /** What the band is called on a report: {@code Current}, {@code 1-30}, {@code Over 120}. */
    public String label(int index) {
        if (index == 0) {
            return "Current";
        }
        int first = lastDays.get(index - 1) + 1;
        return index == lastDays.size() ? "Over " + (first - 1) : first + "-" + lastDays.get(index);
    }

    public List<String> labels() {
        List<String> labels = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            labels.add(label(i));
        }
        return List.copyOf(labels);
    }
}
