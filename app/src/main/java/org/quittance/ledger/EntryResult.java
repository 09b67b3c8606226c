package org.quittance.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.core.ledger.DueDateRefusal;

/**
 * What became of a batch of drafts.
 *
 * @param added items that are new
 * @param known drafts of items that the ledger had already; nothing of them was changed but their due dates
 * @param accounts the accounts that have got a new item, or another due date
 * @param repeated lines whose key stood earlier in the same batch
 * @param redated lines that tell another due date than before of an item that is open
 */
public record EntryResult(long added, long known, Set<Long> accounts, List<Repeated> repeated, List<Redated> redated) {

    public EntryResult {
        accounts = Set.copyOf(accounts);
        repeated = List.copyOf(repeated);
        redated = List.copyOf(redated);
    }

    /** A line that says again what an earlier line of the batch has said. */
    public record Repeated(long line, long firstLine, String document) {}

    /**
     * A line that tells another due date than the extracts before it.
     *
     * @param refusal why it was not taken over; empty where it was
     */
    public record Redated(
            long line,
            long accountId,
            String document,
            LocalDate was,
            LocalDate dueDate,
            Optional<DueDateRefusal> refusal) {}
}
