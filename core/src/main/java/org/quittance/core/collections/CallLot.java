package org.quittance.core.collections;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which calls of a person are checked: as many that somebody answered as is wanted, and of those that nobody answered the rest, in the order
 * of the lot. Most calls reach nobody, and little is to be heard in them; but how a message is left is worth a hearing now and then.
 *
 * <p>Example: of 5, of which 4 answered, 3 answered and 40 unanswered calls give 3 and 2.
 *
 * @param size how many are checked
 * @param answered how many of them, where there are so many, are calls that somebody answered
 */
public record CallLot(int size, int answered) {

    /** What is drawn where nobody wishes otherwise. */
    public static final CallLot CUSTOMARY = new CallLot(5, 4);

    public CallLot {
        if (size < 1 || answered < 0 || answered > size) {
            throw new IllegalArgumentException("%d answered calls of %d".formatted(answered, size));
        }
    }

    /** Whether somebody answered. */
    public enum Answer {
        ANSWERED,
        NOBODY
    }

    /** A call that may be drawn. */
    public record Call(long id, Answer answer) {}

    /** The calls that are drawn, the answered ones first; where there are too few of one kind, more of the other. */
    public List<Call> draw(List<Call> inOrderOfTheLot) {
        List<Call> heard = of(Answer.ANSWERED, inOrderOfTheLot);
        List<Call> unheard = of(Answer.NOBODY, inOrderOfTheLot);
        int ofUnheard = Math.min(unheard.size(), size - Math.min(answered, heard.size()));
        int ofHeard = Math.min(heard.size(), size - ofUnheard);
        return Stream.concat(heard.stream().limit(ofHeard), unheard.stream().limit(ofUnheard))
                .toList();
    }

    private static List<Call> of(Answer answer, List<Call> calls) {
        return calls.stream().filter(call -> call.answer() == answer).toList();
    }
}
