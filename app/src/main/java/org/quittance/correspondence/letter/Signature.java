package org.quittance.correspondence.letter;

import static java.util.Objects.requireNonNull;

/**
 * Who signs, and where an answer reaches them.
 *
 * @param role such as "Credit control"; may be empty, as may phone and e-mail
 * @param onBehalfOf whose accounts they are, where somebody else signs; empty where nobody's
 */
public record Signature(String name, String role, String phone, String email, String onBehalfOf) {

    /** Somebody who writes for nobody else. */
    public Signature(String name, String role, String phone, String email) {
        this(name, role, phone, email, "");
    }

    public Signature {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a letter is signed by somebody");
        }
        requireNonNull(role, "role");
        requireNonNull(phone, "phone");
        requireNonNull(email, "email");
        requireNonNull(onBehalfOf, "onBehalfOf");
    }
}
