package org.quittance.web.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.quittance.identity.SavedView;
import org.quittance.identity.Viewer;

/**
 * What every template gets beside its view: who looks, where they may go, and how they write dates and money.
 *
 * @param viewer null on the pages before sign-in
 * @param flash what the last deed said; null when there is nothing to say
 * @param query the address of the page
 * @param assetUrl turns {@code quittance.css} into the address under which that very content may be kept for ever
 * @param savedViews asked by the pages that offer them
 */
public record Shell(
        String title,
        @Nullable Viewer viewer,
        Navigation.Bar navigation,
        Csrf csrf,
        Format format,
        @Nullable Flash flash,
        LocalDate today,
        Preferences preferences,
        Query query,
        UnaryOperator<String> assetUrl,
        Function<Area, List<SavedView>> savedViews) {

    /**
     * The token that proves a form to be ours.
     *
     * @param parameter the name of the hidden field
     * @param header the name of the header that htmx sends
     */
    public record Csrf(String parameter, String header, String token) {}

    public String asset(String name) {
        return assetUrl.apply(name);
    }

    /** What the viewer and others have saved of the area's list. */
    public List<SavedView> views(Area area) {
        return savedViews.apply(area);
    }

    /** The viewer, in templates that only the signed-in see. */
    public Viewer signedIn() {
        return Objects.requireNonNull(viewer, "This page is for people who are signed in");
    }

    /** Whether to offer the viewer the way to the area's pages. */
    public boolean mayRead(Area area) {
        return viewer != null && area.isReadBy(viewer);
    }

    /** Whether to offer the viewer what changes something in the area. */
    public boolean mayChange(Area area) {
        return viewer != null && area.isChangedBy(viewer);
    }
}
