package org.quittance.web.imports;

import org.quittance.intake.Upload;
import org.quittance.web.page.Tone;

/** How the state of an upload looks. */
public final class States {

    private States() {}

    public static Tone tone(Upload upload) {
        return switch (upload.state()) {
            case WAITING, RUNNING -> Tone.NOTE;
            case NEEDS_MAPPING, NEEDS_ACCEPTANCE -> Tone.WARNING;
            case DONE -> upload.linesRefused() > 0 ? Tone.WARNING : Tone.GOOD;
            case REFUSED -> Tone.BAD;
        };
    }
}
