package org.quittance.web.team;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.team.CallReview;
import org.quittance.collections.team.CallSample;
import org.quittance.identity.Person;

/**
 * The calls of one person for whoever checks them.
 *
 * @param samples that the viewer has drawn, the latest first
 * @param checked calls that were checked, the latest first
 */
public record CallsView(Person person, LocalDate today, List<CallSample> samples, List<CallReview> checked) {

    public CallsView {
        samples = List.copyOf(samples);
        checked = List.copyOf(checked);
    }

    /** The sample to work on: the latest; null before the first is drawn. */
    public @Nullable CallSample current() {
        return samples.isEmpty() ? null : samples.getFirst();
    }

    /** Those before it. */
    public List<CallSample> earlier() {
        return samples.isEmpty() ? List.of() : samples.subList(1, samples.size());
    }

    /** Whether a sample can be drawn now: a month has one, and another when all of that are checked. */
    public boolean mayDraw() {
        CallSample current = current();
        return current == null || current.isDone() || !current.month().equals(YearMonth.from(today));
    }
}
