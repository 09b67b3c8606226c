package org.quittance.correspondence;

/**
 * Asked at the moment at which an internal mail leaves, by whoever had it queued: whether what it is about still holds, and which link goes
 * into it. The link is in the mail and nowhere else.
 */
public interface InternalLinks {

    /** The purpose of the mails that this one answers for. */
    String purpose();

    /** What is said about a mail that is about to leave; called in the transaction that takes it off the queue. */
    Verdict at(InternalMessage mail);

    /** What becomes of it. */
    sealed interface Verdict {

        /** It leaves, with this link. */
        record Go(String link) implements Verdict {}

        /** It is not sent any more, for a reason in words. */
        record Drop(String why) implements Verdict {}
    }
}
