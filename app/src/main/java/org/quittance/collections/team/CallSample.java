package org.quittance.collections.team;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.quittance.core.collections.CallLot.Answer;

/**
 * Calls of one person that were drawn to be checked; what is drawn stays drawn.
 *
 * @param number which of the month it is, from 1
 * @param answered how many calls that somebody answered were wished
 * @param calls those about customers that the viewer sees, as they were drawn
 */
public record CallSample(YearMonth month, int number, int answered, LocalDate drawnOn, List<Drawn> calls) {

    /** A call of the sample. */
    public record Drawn(SampledCall call, Answer answer, State state) {}

    /** Whether it was checked. */
    public enum State {
        TO_CHECK,
        CHECKED
    }

    public CallSample {
        calls = List.copyOf(calls);
    }

    public long checked() {
        return calls.stream().filter(drawn -> drawn.state() == State.CHECKED).count();
    }

    public long of(Answer answer) {
        return calls.stream().filter(drawn -> drawn.answer() == answer).count();
    }

    /** The first day of the calls that it was drawn from; the day of drawing is the last. */
    public LocalDate callsSince() {
        return drawnOn.minusDays(CallSamples.DAYS - 1L);
    }

    public boolean isDone() {
        return checked() == calls.size();
    }
}
