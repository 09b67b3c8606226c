package org.quittance.correspondence.letter;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The legal entity that writes.
 *
 * @param address as printed, a line each
 * @param phone empty where none is printed
 */
public record Sender(String name, List<String> address, String email, String phone) {

    public Sender {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a letter needs the name of the entity that writes it");
        }
        address = List.copyOf(address);
        requireNonNull(email, "email");
        requireNonNull(phone, "phone");
    }
}
