package org.quittance.web.customers;

import java.util.List;
import org.quittance.ledger.LedgerReader;

/** The customers that a search has found. */
public record CustomersView(String words, List<LedgerReader.Found> found) {

    public CustomersView {
        found = List.copyOf(found);
    }
}
