package org.quittance.ledger;

import java.util.List;

/** Orders that have one cause, such as the items that one payment pays. */
public record AllocationWish(List<AllocationOrder> orders, PostingContext context) {

    public AllocationWish {
        orders = List.copyOf(orders);
    }
}
