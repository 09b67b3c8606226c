package org.quittance.core.collections;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.CustomerId;

/**
 * What a strategy may ask of an account beside its debts.
 *
 * @param customer whose lot decides about roll-outs to a share
 * @param entityCode the legal entity that it owes to
 * @param segment the customer's, as the ledger has it; empty where it has none
 * @param daysBeyondTerms how many days after the due date it pays, as the median of a year; none while too little is known
 */
public record AccountTraits(
        CustomerId customer,
        String entityCode,
        String segment,
        @Nullable Integer daysBeyondTerms) {

    public AccountTraits {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(entityCode, "entityCode");
        Objects.requireNonNull(segment, "segment");
    }
}
