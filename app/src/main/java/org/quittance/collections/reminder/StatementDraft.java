package org.quittance.collections.reminder;

import org.quittance.correspondence.MailAddress;
import org.quittance.correspondence.letter.LetterContent;

/** A statement of account that a customer can be given, or why there is none. */
public sealed interface StatementDraft {

    /**
     * A statement with everything that was open at its date.
     *
     * @param content what it says; {@code Letters.write} puts it in words
     * @param mail whether it can also leave as an e-mail
     */
    record Ready(LetterContent content, ByMail mail) implements StatementDraft {}

    /**
     * There is nothing to state.
     *
     * @param sentence why, with what is to be done about it
     */
    record Impossible(String sentence) implements StatementDraft {}

    /** Whether a statement can leave as an e-mail. */
    sealed interface ByMail {

        record Possible(MailAddress from, MailAddress to) implements ByMail {}

        /**
         * It can be printed only.
         *
         * @param sentence why, with what is to be done about it
         */
        record Impossible(String sentence) implements ByMail {}
    }
}
