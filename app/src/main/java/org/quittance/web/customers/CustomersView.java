package org.quittance.web.customers;

import java.util.List;
import org.quittance.ledger.LedgerReader;

/**
 * The customers that a search has found.
 *
 * @param elsewhere those whom the viewer does not work, where none of the viewer's own was found
 */
public record CustomersView(String words, List<LedgerReader.Found> found, List<LedgerReader.Elsewhere> elsewhere) {

    public CustomersView {
        found = List.copyOf(found);
        elsewhere = List.copyOf(elsewhere);
    }
}
