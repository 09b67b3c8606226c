package org.quittance.core.collections;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;

/**
 * An item that an action is about.
 *
 * @param amount what of it is asked for: neither disputed nor promised, and not paid by credits that are set off
 * @param step the item's own step, to be recorded for it by {@link Dunning#after} when that is done; lower than the action's where the
 *     item rides along, none where no step of the strategy asks for the action
 */
public record Concern(
        ItemId item,
        String document,
        Money amount,
        @Nullable Step step) {

    public Concern {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(document, "document");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("%s is asked for %s".formatted(document, amount));
        }
    }

    static Concern of(ItemStanding standing, @Nullable Step step) {
        return new Concern(standing.item().id(), standing.item().document(), standing.chaseable(), step);
    }

    static Concern of(ItemStanding standing, @Nullable Step step, SetOff setOff) {
        return new Concern(standing.item().id(), standing.item().document(), setOff.left(standing), step);
    }

    /** Whether the nightly run sends it. */
    public boolean isAutomatic() {
        return step != null && step.execution() == Execution.AUTOMATIC;
    }
}
