package org.quittance.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.identity.SavedViews;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Puts the shell of one request together. */
@Component
@ConditionalOnWebApplication
class Shells {

    static final String FLASH = "flash";

    private final Navigation navigation;
    private final BusinessClock businessClock;
    private final Clock clock;
    private final ResourceUrlProvider assets;
    private final SavedViews savedViews;

    Shells(
            Navigation navigation,
            BusinessClock businessClock,
            Clock clock,
            ResourceUrlProvider assets,
            SavedViews savedViews) {
        this.navigation = navigation;
        this.businessClock = businessClock;
        this.clock = clock;
        this.assets = assets;
        this.savedViews = savedViews;
    }

    Shell around(String title, HttpServletRequest request) {
        Viewer viewer = CurrentViewer.of(request);
        String path = pathOf(request);
        return new Shell(
                title,
                viewer,
                viewer == null ? Navigation.Bar.EMPTY : navigation.barFor(viewer, path),
                csrf(request),
                new Format(locale(request), clock.getZone()),
                flash(request),
                businessClock.today(),
                Preferences.of(request),
                Query.of(path, request),
                this::assetUrl,
                area -> viewer == null ? List.of() : savedViews.of(viewer, area.path()));
    }

    private String assetUrl(String name) {
        return Objects.requireNonNull(
                assets.getForLookupPath("/assets/" + name), () -> "There is no asset static/" + name);
    }

    private static Shell.Csrf csrf(HttpServletRequest request) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null
                ? new Shell.Csrf("", "", "")
                : new Shell.Csrf(token.getParameterName(), token.getHeaderName(), token.getToken());
    }

    /** A browser that names no language gets the one that the pages are written in, not the server's. */
    private static Locale locale(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? Locale.UK : request.getLocale();
    }

    static @Nullable Flash flash(HttpServletRequest request) {
        Map<String, ?> handed = RequestContextUtils.getInputFlashMap(request);
        return handed == null ? null : (Flash) handed.get(FLASH);
    }

    /** An error page belongs to the path that failed. */
    private static String pathOf(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }
}
