package org.quittance.web.page;

/** How something short is meant. Text or an icon says the same: colour is never alone. */
public enum Tone {
    NEUTRAL("secondary"),
    GOOD("green"),
    NOTE("blue"),
    WARNING("orange"),
    BAD("red");

    private final String style;

    Tone(String style) {
        this.style = style;
    }

    /** The last part of the style class. */
    public String style() {
        return style;
    }
}
