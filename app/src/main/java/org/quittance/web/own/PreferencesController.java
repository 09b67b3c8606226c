package org.quittance.web.own;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.quittance.web.page.Preferences;
import org.quittance.web.page.Redirect;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps what a person prefers on the device they use. */
@Controller
class PreferencesController {

    private static final Duration KEPT = Duration.ofDays(365);

    @PostMapping("/own/theme")
    Redirect theme(
            @RequestParam Preferences.Theme theme,
            @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String from,
            HttpServletRequest request,
            HttpServletResponse response) {
        keep(Preferences.THEME_COOKIE, theme.name(), request, response);
        return backTo(from);
    }

    @PostMapping("/own/shortcuts")
    Redirect shortcuts(
            @RequestParam Preferences.Shortcuts shortcuts,
            @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String from,
            HttpServletRequest request,
            HttpServletResponse response) {
        keep(Preferences.SHORTCUTS_COOKIE, shortcuts.name(), request, response);
        return backTo(from);
    }

    private static void keep(String name, String value, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** To the page that the person was on; its host is dropped, so that a forged one leads nowhere else. */
    private static Redirect backTo(@Nullable String referrer) {
        if (referrer == null) {
            return Redirect.to("/");
        }
        URI page = URI.create(referrer);
        String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
        String path = page.getRawPath();
        return path == null || !path.startsWith("/") || path.startsWith("//")
                ? Redirect.to("/")
                : Redirect.to(path + query);
    }
}
