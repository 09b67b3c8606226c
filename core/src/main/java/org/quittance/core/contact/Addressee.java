package org.quittance.core.contact;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The person at the customer who is to be called or written to.
 *
 * @param person the number of the contact; none where it is not known
 * @param name empty where it is not known
 * @param consents all that the person has said about being contacted
 * @param address whose the e-mail address is
 */
public record Addressee(@Nullable Long person, String name, List<Consent> consents, Address address) {

    /** Nothing is known of the person. */
    public static final Addressee UNKNOWN = new Addressee(null, "", List.of(), Address.OWN);

    /** Whose an e-mail address is. */
    public enum Address {
        /** Their own, as far as we know. */
        OWN,
        /** We know that their employer has given it to them. */
        EMPLOYERS,
        /** Their employer has given it to them, and they have written to us from it. */
        EMPLOYERS_AND_USED
    }

    public Addressee {
        Objects.requireNonNull(address, "address");
        consents = List.copyOf(consents);
    }
}
