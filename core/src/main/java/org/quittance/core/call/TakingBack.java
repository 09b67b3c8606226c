package org.quittance.core.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a call that was noted can be taken back with all that it wrote: for some minutes, by who noted it, and while nothing has come of it
 * on which others rely.
 *
 * <p>Example: "No answer" of 14:03 can be taken back until 14:13 by whoever pressed the key. A promise for which money has come since is a word
 * that was kept; it stays. What was sent in the meantime stays sent, whatever becomes of the call.
 *
 * @param notedBy the login of whoever noted it
 * @param since what has come of it since
 */
public record TakingBack(String notedBy, Instant notedAt, Set<Since> since) {

    /** For so long a slip of the finger is more likely than a second thought, for which there are withdrawals with a reason. */
    public static final Duration WITHIN = Duration.ofMinutes(10);

    public TakingBack {
        since = Set.copyOf(since);
    }

    /** What may have come of a call. */
    public enum Since {
        TAKEN_BACK(Refusal.TAKEN_BACK),
        PROMISE_PAID(Refusal.PROMISE_PAID),
        DISPUTE_ANSWERED(Refusal.DISPUTE_ANSWERED),
        CHECKED(Refusal.CHECKED);

        private final Refusal refusal;

        Since(Refusal refusal) {
            this.refusal = refusal;
        }
    }

    /** Why a call is not taken back, in the order of the checks. */
    public enum Refusal {
        NOT_YOURS("Somebody else has noted this call. They take it back, or you note what is right."),
        TAKEN_BACK("This call was taken back already."),
        TOO_LATE(
                "A call is taken back within %d minutes. Withdraw its promise, bring the account back, or note what is right."
                        .formatted(WITHIN.toMinutes())),
        PROMISE_PAID("Money has come for the promise of this call. Note what is right beside it."),
        DISPUTE_ANSWERED("The dispute of this call was answered already. Note what is right beside it."),
        CHECKED("The quality of this call was checked already. Note what is right beside it.");

        private final String sentence;

        Refusal(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** What stands against taking it back; empty where nothing does. */
    public Optional<Refusal> refusal(String by, Instant now) {
        Set<Refusal> all = EnumSet.noneOf(Refusal.class);
        if (!notedBy.equals(by)) {
            all.add(Refusal.NOT_YOURS);
        }
        if (now.isAfter(notedAt.plus(WITHIN))) {
            all.add(Refusal.TOO_LATE);
        }
        since.forEach(each -> all.add(each.refusal));
        return Arrays.stream(Refusal.values()).filter(all::contains).findFirst();
    }
}
