package org.quittance.web.page;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a controller answers a GET with: a template and the one view record that it takes.
 *
 * <p>{@code Page.of("people/list", "People", new PeopleView(…))} renders {@code src/main/jte/people/list.jte} with the parameters
 * {@code view} and {@code shell}.
 *
 * @param template the path of the template below {@code src/main/jte}, without its ending
 * @param title what the browser's tab and the heading say
 * @param fragment the template that htmx gets in the page's stead, with the same view; null where htmx gets the whole page too
 */
public record Page(
        String template,
        String title,
        Object view,
        @Nullable String fragment,
        HttpStatus status) implements Answer {

    public Page {
        Objects.requireNonNull(view, "view");
    }

    public static Page of(String template, String title, Object view) {
        return new Page(template, title, view, null, HttpStatus.OK);
    }

    /** Tells htmx that what it shows still holds. */
    public static Page unchanged() {
        return new Page("", "", "", null, HttpStatus.NO_CONTENT);
    }

    /** The part of the page that htmx asks for: the page's own template includes the same one. */
    public Page orFragment(String part) {
        return new Page(template, title, view, part, status);
    }

    public Page withStatus(HttpStatus other) {
        return new Page(template, title, view, fragment, other);
    }

    /** The form again, with what is wrong in it: nothing was done. */
    public Page refused() {
        return withStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
