package org.quittance.web.page;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** There is no page to show, for a reason that the user is told in these words. */
public final class PageRefused extends ResponseStatusException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String told;

    private PageRefused(HttpStatus status, String told) {
        super(status, told);
        this.told = told;
    }

    /** {@code throw PageRefused.notFound("There is no account 42.")}. */
    public static PageRefused notFound(String told) {
        return new PageRefused(HttpStatus.NOT_FOUND, told);
    }

    /** What the user wanted does not go together with what has happened since. */
    public static PageRefused conflict(String told) {
        return new PageRefused(HttpStatus.CONFLICT, told);
    }

    public static PageRefused forbidden(String told) {
        return new PageRefused(HttpStatus.FORBIDDEN, told);
    }

    public String told() {
        return told;
    }
}
