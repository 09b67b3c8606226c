package org.quittance.web.imports;

import org.quittance.intake.Upload;
import org.quittance.intake.UploadState;
import org.quittance.web.page.Tone;

/** How the state of an upload looks. */
public final class States {

    private States() {}

    /** What has become of it, in a word or two: of a file of which every line was refused nothing is done. */
    public static String label(Upload upload) {
        boolean done = upload.state() == UploadState.DONE && upload.linesRefused() > 0;
        if (!done) {
            return upload.state().label();
        }
        return upload.linesAdded() + upload.linesKnown() > 0 ? "Done in part" : "Nothing taken";
    }

    public static Tone tone(Upload upload) {
        return switch (upload.state()) {
            case WAITING, RUNNING -> Tone.NOTE;
            case NEEDS_MAPPING, NEEDS_ACCEPTANCE -> Tone.WARNING;
            case DONE -> upload.linesRefused() > 0 ? Tone.WARNING : Tone.GOOD;
            case REFUSED -> Tone.BAD;
        };
    }
}
