package org.quittance.web.page;

import org.jspecify.annotations.Nullable;

/**
 * What a controller answers a POST with: where to look next, and what to say there.
 *
 * <p>{@code Redirect.to("/people").saying("Amira Haddad was added.")}. The path is the application's own, never a user's input.
 */
public record Redirect(String path, @Nullable Flash flash) implements Answer {

    public Redirect {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("A redirect stays in the application: " + path);
        }
    }

    public static Redirect to(String path) {
        return new Redirect(path, null);
    }

    public Redirect saying(String done) {
        return new Redirect(path, Flash.done(done));
    }

    /** Shows something that will never be shown again. */
    public Redirect saying(String done, String secret) {
        return new Redirect(path, new Flash(Flash.Tone.DONE, done, secret, null));
    }

    /** Says something that leads on to another page. */
    public Redirect saying(String done, Flash.Link link) {
        return new Redirect(path, new Flash(Flash.Tone.DONE, done, null, link));
    }

    public Redirect refusing(String why) {
        return new Redirect(path, Flash.refused(why));
    }
}
