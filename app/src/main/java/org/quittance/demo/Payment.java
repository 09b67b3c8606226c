package org.quittance.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * Money that a customer has paid on one account.
 *
 * @param document what tells it from every other
 * @param minor positive
 * @param parts what it pays; what they leave of the amount stays on account
 */
public record Payment(DemoAccount account, String document, LocalDate date, long minor, List<Part> parts) {

    public Payment {
        parts = List.copyOf(parts);
        if (minor <= 0 || parts.stream().mapToLong(Part::minor).sum() > minor) {
            throw new IllegalArgumentException(document + " of " + minor + " pays " + parts);
        }
    }

    /** So much of one invoice. */
    public record Part(Bill bill, long minor) {}
}
