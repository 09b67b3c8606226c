package org.quittance.web.customers;

import org.quittance.collections.contact.OthersThere;
import org.quittance.collections.contact.Presences;

/** Which colleagues are at the same customer, for the pages on which it is worked. */
public record ColleaguesView(long customerId, OthersThere others) {

    /** Where the page asks again, saying what it shows already. */
    public String url() {
        return "/customers/%d/colleagues?told=%s".formatted(customerId, others.mark());
    }

    /** When htmx asks. */
    public String trigger() {
        return "every " + Presences.BEAT.toSeconds() + "s";
    }
}
