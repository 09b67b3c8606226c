package org.quittance.web.page;

import java.io.Serial;
import java.io.Serializable;

/** One sentence about the last deed, shown once on the next page. */
public record Flash(Tone tone, String text) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

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
        return new Flash(Tone.DONE, text);
    }

    public static Flash note(String text) {
        return new Flash(Tone.NOTE, text);
    }

    public static Flash refused(String text) {
        return new Flash(Tone.REFUSED, text);
    }
}
