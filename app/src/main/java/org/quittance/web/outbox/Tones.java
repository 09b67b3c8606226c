package org.quittance.web.outbox;

import org.quittance.correspondence.MessageState;
import org.quittance.web.page.Tone;

/** How the state of a message looks. */
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
}
