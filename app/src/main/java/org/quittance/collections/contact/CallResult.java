package org.quittance.collections.contact;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.quittance.core.calendar.BusinessCalendar;
import org.quittance.core.collections.CallLot;

/** How a call ended. */
public enum CallResult {
    PROMISED("Promised to pay", Reached.THEM, 0),
    DISPUTES("Disputes it", Reached.THEM, 0),
    REFUSES("Refuses to pay", Reached.THEM, 0),
    OTHER("Spoke to them", Reached.THEM, 0),
    /** The call is still to be made. */
    LEFT_MESSAGE("Left a message", Reached.NOBODY, 2),
    NO_ANSWER("No answer", Reached.NOBODY, 1),
    /** Somebody answered and asked for another time: the debt was not spoken of. */
    CALL_BACK("Call back later", Reached.NOBODY, 1),
    /** Another number is looked for, or dialled where there is one. */
    WRONG_NUMBER("Wrong number", Reached.NOBODY, 1);

    /** Whether it was a conversation. */
    public enum Reached {
        THEM,
        NOBODY
    }

    private final String label;
    private final Reached reached;
    private final int triedAgainWorkingDays;

    CallResult(String label, Reached reached, int triedAgainWorkingDays) {
        this.label = label;
        this.reached = reached;
        this.triedAgainWorkingDays = triedAgainWorkingDays;
    }

    /** Whether somebody answered the telephone. */
    public CallLot.Answer answer() {
        return switch (this) {
            case PROMISED, DISPUTES, REFUSES, OTHER, CALL_BACK -> CallLot.Answer.ANSWERED;
            case LEFT_MESSAGE, NO_ANSWER, WRONG_NUMBER -> CallLot.Answer.NOBODY;
        };
    }

    /** Whether somebody answered a call that is noted with these words; whatever a former system noted counts as answered. */
    public static CallLot.Answer answerOf(String outcome) {
        return Arrays.stream(values())
                .filter(result -> result.label.equals(outcome))
                .findFirst()
                .map(CallResult::answer)
                .orElse(CallLot.Answer.ANSWERED);
    }

    /** When the call is tried again by custom; empty where the strategy says what is next. */
    public Optional<LocalDate> followUpOn(LocalDate today, BusinessCalendar calendar) {
        return triedAgainWorkingDays == 0
                ? Optional.empty()
                : Optional.of(calendar.plusBusinessDays(today, triedAgainWorkingDays));
    }

    public String label() {
        return label;
    }

    public Reached reached() {
        return reached;
    }
}
