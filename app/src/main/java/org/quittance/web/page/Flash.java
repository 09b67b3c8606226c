package org.quittance.web.page;

import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One sentence about the last deed, shown once on the next page.
 *
 * @param secret something that is shown only now, such as a one-time password; null where there is none
 * @param link where the sentence's next step is done; null where there is none
 */
public record Flash(
        Tone tone,
        String text,
        @Nullable String secret,
        @Nullable Link link) implements Serializable {

    @Serial
    private static final long serialVersionUID = 2;

    /** A link in a flash: the application's own path, and its words. */
    public record Link(String path, String label) implements Serializable {

        @Serial
        private static final long serialVersionUID = 1;
    }

    /** How the sentence is meant; the template gives each its own icon, so that colour is never alone. */
    public enum Tone {
        DONE("success", "circle-check"),
        NOTE("info", "info-circle"),
        REFUSED("danger", "alert-triangle");

        private final String style;
        private final String icon;

        Tone(String style, String icon) {
            this.style = style;
            this.icon = icon;
        }

        public String style() {
            return style;
        }

        public String icon() {
            return icon;
        }
    }

    public static Flash done(String text) {
        return new Flash(Tone.DONE, text, null, null);
    }

    public static Flash note(String text) {
        return new Flash(Tone.NOTE, text, null, null);
    }

    public static Flash refused(String text) {
        return new Flash(Tone.REFUSED, text, null, null);
    }
}
