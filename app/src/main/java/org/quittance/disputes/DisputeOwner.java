package org.quittance.disputes;

import org.jspecify.annotations.Nullable;

/** Who finds out about a dispute. */
sealed interface DisputeOwner {

    /** Somebody who signs in. */
    record Colleague(String login) implements DisputeOwner {}

    /** A respondent, who is asked by mail and answers by a link. */
    record ByMail(String name, String email) implements DisputeOwner {}

    static @Nullable String login(@Nullable DisputeOwner owner) {
        return owner instanceof Colleague(String login) ? login : null;
    }

    static @Nullable String name(@Nullable DisputeOwner owner) {
        return owner instanceof ByMail(String name, var _) ? name : null;
    }

    static @Nullable String email(@Nullable DisputeOwner owner) {
        return owner instanceof ByMail(var _, String email) ? email : null;
    }
}
