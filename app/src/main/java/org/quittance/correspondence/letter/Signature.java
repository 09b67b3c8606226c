package org.quittance.correspondence.letter;

import static java.util.Objects.requireNonNull;

/**
 * Who signs, and where an answer reaches them.
 *
 * @param role such as "Credit control"; may be empty, as may phone and e-mail
 */
public record Signature(String name, String role, String phone, String email) {

    public Signature {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a letter is signed by somebody");
        }
        requireNonNull(role, "role");
        requireNonNull(phone, "phone");
        requireNonNull(email, "email");
    }
}
