package org.quittance.collections.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.quittance.core.ledger.ItemId;

/**
 * What somebody wants to offer: for items of one account and currency, so much if it is paid by a day.
 *
 * @param offer in the currency of the items
 */
public record SettlementWish(List<ItemId> items, BigDecimal offer, LocalDate payBy, String note) {

    public SettlementWish {
        Objects.requireNonNull(offer, "offer");
        Objects.requireNonNull(payBy, "payBy");
        Objects.requireNonNull(note, "note");
        items = List.copyOf(items);
    }
}
