package org.quittance.correspondence;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;

/**
 * An e-mail address that a server would accept, and the name before it.
 *
 * <p>Example: {@code Jana Okafor <jana@printer.example>}. Invariant: one address with a domain, and nothing in either part that could end
 * a header line.
 *
 * @param name may be empty
 */
public record MailAddress(String address, String name) {

    public MailAddress {
        if (!isValid(address)) {
            throw new IllegalArgumentException("'" + address + "' is not an e-mail address");
        }
        name = name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    /** Empty where the text is not one address: contacts come from extracts, and extracts contain anything. */
    public static Optional<MailAddress> parse(String address, String name) {
        String stripped = address.strip();
        return isValid(stripped) ? Optional.of(new MailAddress(stripped, name)) : Optional.empty();
    }

    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    @Override
    public String toString() {
        return name.isEmpty() ? address : name + " <" + address + ">";
    }

    private static boolean isValid(String address) {
        if (!address.matches("[^@\\p{Cntrl}\\s,;<>]+@[^@\\p{Cntrl}\\s,;<>]+")) {
            return false;
        }
        try {
            new InternetAddress(address, true).validate();
            return true;
        } catch (AddressException e) {
            return false;
        }
    }
}
