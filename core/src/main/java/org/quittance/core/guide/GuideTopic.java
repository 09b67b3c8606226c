package org.quittance.core.guide;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.quittance.core.cash.DeductionReason;
import org.quittance.core.collections.Action;
import org.quittance.core.dispute.DisputeReason;

/**
 * A step of the work to which the guide can say something: an action towards an account, a reason of a dispute, a reason why cash is short.
 *
 * <p>Example: {@code GuideTopic.of(Action.CALL)} is read back from its key {@code ACTION-CALL}. There is one for each of them and no other.
 */
public record GuideTopic(Kind kind, String code, String label) {

    /** Of what kind the step is. */
    public enum Kind {
        ACTION("Action"),
        DISPUTE("Dispute"),
        CASH("Short payment");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public static GuideTopic of(Action action) {
        return new GuideTopic(Kind.ACTION, action.name(), action.label());
    }

    public static GuideTopic of(DisputeReason reason) {
        return new GuideTopic(Kind.DISPUTE, reason.name(), reason.label());
    }

    public static GuideTopic of(DeductionReason reason) {
        return new GuideTopic(Kind.CASH, reason.name(), reason.label());
    }

    /** All of them, by kind. */
    public static List<GuideTopic> all() {
        return Stream.of(
                        Arrays.stream(Action.values()).map(GuideTopic::of),
                        Arrays.stream(DisputeReason.values()).map(GuideTopic::of),
                        Arrays.stream(DeductionReason.values()).map(GuideTopic::of))
                .flatMap(topics -> topics)
                .toList();
    }

    /** By its key; empty where there is none. */
    public static Optional<GuideTopic> parse(String key) {
        return all().stream().filter(topic -> topic.key().equals(key)).findFirst();
    }

    public String key() {
        return kind.name() + "-" + code;
    }
}
