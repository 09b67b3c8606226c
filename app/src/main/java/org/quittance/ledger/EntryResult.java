package org.quittance.ledger;

import java.util.List;
import java.util.Set;

/**
 * What became of a batch of drafts.
 *
 * @param added items that are new
 * @param known drafts of items that the ledger had already; nothing was changed for them
 * @param accounts the accounts that have got a new item
 * @param repeated lines whose key stood earlier in the same batch
 */
public record EntryResult(long added, long known, Set<Long> accounts, List<Repeated> repeated) {

    public EntryResult {
        accounts = Set.copyOf(accounts);
        repeated = List.copyOf(repeated);
    }

    /** A line that says again what an earlier line of the batch has said. */
    public record Repeated(long line, long firstLine, String document) {}
}
