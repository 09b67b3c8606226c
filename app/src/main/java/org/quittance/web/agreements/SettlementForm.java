package org.quittance.web.agreements;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The part of the form for items that offers a settlement, as it was sent, or empty.
 *
 * @param offer what we take, as typed
 * @param payBy the day by which it is to be paid
 */
public record SettlementForm(
        @Nullable String offer, @Nullable LocalDate payBy) {

    static SettlementForm empty() {
        return new SettlementForm(null, null);
    }
}
