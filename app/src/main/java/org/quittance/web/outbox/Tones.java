package org.quittance.web.outbox;

import org.quittance.correspondence.Answer;
import org.quittance.correspondence.MessageState;
import org.quittance.correspondence.TextReceipt;
import org.quittance.web.page.Tone;

/** How the state of a message looks, and what a mail is. */
public final class Tones {

    private Tones() {}

    public static Tone of(MessageState state) {
        return switch (state) {
            case QUEUED, SENDING -> Tone.NOTE;
            case SENT -> Tone.GOOD;
            case RECALLED -> Tone.NEUTRAL;
            case REFUSED -> Tone.WARNING;
            case FAILED -> Tone.BAD;
        };
    }

    public static Tone of(TextReceipt.Status status) {
        return switch (status) {
            case DELIVERED -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case OPTED_OUT -> Tone.WARNING;
        };
    }

    public static Tone of(Answer.Kind kind) {
        return switch (kind) {
            case REPLY, FROM_CONTACT -> Tone.GOOD;
            case UNKNOWN -> Tone.NOTE;
            case BOUNCED, UNREADABLE -> Tone.BAD;
            case DELAYED -> Tone.WARNING;
            case AUTOMATIC_REPLY -> Tone.NEUTRAL;
        };
    }
}
