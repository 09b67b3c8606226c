package org.quittance.collections.agreement;

import java.util.List;
import org.quittance.core.collections.PromiseCheck;

/**
 * A promise with what became of it by today.
 *
 * @param check its state, what came in time and late, and what is outstanding
 * @param documents of the items that it is for; empty for the account at large
 * @param notedBy the login of the person
 */
public record PromiseView(
        PromiseCheck check, long accountId, String entityCode, List<String> documents, String note, String notedBy) {

    public PromiseView {
        documents = List.copyOf(documents);
    }
}
