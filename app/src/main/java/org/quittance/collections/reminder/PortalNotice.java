package org.quittance.collections.reminder;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * What a person has put into the portal in which a customer takes its suppliers' papers.
 *
 * @param accounts the accounts that it was about; empty for all of the customer's that the person works
 * @param on the day on which it was done, which may be past
 * @param portal where it was put
 * @param reference under which it is found there; may be empty
 */
public record PortalNotice(
        long customerId, Set<Long> accounts, LocalDate on, Portal portal, String reference, String note) {

    /**
     * A customer's portal.
     *
     * @param name as people call it: {@code Ariba}
     * @param address where it is; empty where that is not known
     */
    public record Portal(String name, String address) {

        public Portal {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(address, "address");
        }

        /** Whether the address can be opened in a browser, if there is one. */
        boolean hasUsableAddress() {
            if (address.isEmpty()) {
                return true;
            }
            try {
                URI uri = new URI(address);
                return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }

    public PortalNotice {
        accounts = Set.copyOf(accounts);
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(portal, "portal");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(note, "note");
    }
}
