package org.quittance.web.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/** What the viewer prefers on this device. Cookies keep it, so that it holds on the sign-in page too. */
public record Preferences(Theme theme, Shortcuts shortcuts) {

    public static final String THEME_COOKIE = "quittance-theme";
    public static final String SHORTCUTS_COOKIE = "quittance-shortcuts";

    /** Light or dark. */
    public enum Theme {
        SYSTEM("Like the system", "device-desktop"),
        LIGHT("Light", "sun"),
        DARK("Dark", "moon");

        private final String label;
        private final String icon;

        Theme(String label, String icon) {
            this.label = label;
            this.icon = icon;
        }

        public String label() {
            return label;
        }

        public String icon() {
            return icon;
        }

        /** What the page's root element says; a system theme starts light until the theme script has asked the system. */
        public String style() {
            return this == DARK ? "dark" : "light";
        }
    }

    /** Whether a single key does something: people who dictate, or who type by accident, switch that off (WCAG 2.1.4). */
    public enum Shortcuts {
        ON("Single-key shortcuts"),
        OFF("No single-key shortcuts");

        private final String label;

        Shortcuts(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    static Preferences of(HttpServletRequest request) {
        return new Preferences(
                chosen(Theme.class, request, THEME_COOKIE, Theme.SYSTEM),
                chosen(Shortcuts.class, request, SHORTCUTS_COOKIE, Shortcuts.ON));
    }

    private static <E extends Enum<E>> E chosen(
            Class<E> choices, HttpServletRequest request, String cookieName, E otherwise) {
        String value = value(WebUtils.getCookie(request, cookieName));
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().equals(value)) {
                return choice;
            }
        }
        return otherwise;
    }

    private static @Nullable String value(@Nullable Cookie cookie) {
        return cookie == null ? null : cookie.getValue().toUpperCase(Locale.ROOT);
    }
}
