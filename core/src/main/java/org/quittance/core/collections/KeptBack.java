package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;

/**
 * What kept us from asking an account in the past: orders not to contact, and parts of items that were disputed.
 *
 * @param blocks with the last day on which each held
 */
public record KeptBack(List<ContactBlock> blocks, List<Disputed> disputes) {

    /** Nothing ever did. */
    public static final KeptBack NOTHING = new KeptBack(List.of(), List.of());

    public KeptBack {
        blocks = List.copyOf(blocks);
        disputes = List.copyOf(disputes);
    }

    /**
     * A part of an item that was disputed.
     *
     * @param minor in minor units of the item's currency, more than zero
     * @param until the first day on which it no longer was; none while it is
     */
    public record Disputed(
            ItemId item,
            long minor,
            LocalDate from,
            @Nullable LocalDate until) {

        public Disputed {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(from, "from");
            if (minor <= 0) {
                throw new IllegalArgumentException("A dispute of " + minor);
            }
        }

        private boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    /** The days on which something began to keep us back, or ceased to. */
    Set<LocalDate> daysOfChange() {
        Set<LocalDate> days = new HashSet<>();
        for (ContactBlock block : blocks) {
            days.add(block.since());
            if (block.until() != null) {
                days.add(block.until().plusDays(1));
            }
        }
        for (Disputed dispute : disputes) {
            days.add(dispute.from());
            if (dispute.until() != null) {
                days.add(dispute.until());
            }
        }
        return days;
    }

    /** The order not to contact that held on the day, the latest first; none where none did. */
    @Nullable
    ContactBlock blockOn(LocalDate day) {
        ContactBlock holding = null;
        for (ContactBlock block : blocks) {
            if (block.holdsOn(day)) {
                holding = block;
            }
        }
        return holding;
    }

    /** What of the item's open amount was disputed on the day. */
    Money disputedOn(ItemId item, Money open, LocalDate day) {
        long minor = 0;
        for (Disputed dispute : disputes) {
            if (dispute.item().equals(item) && dispute.holdsOn(day)) {
                minor += dispute.minor();
            }
        }
        return Money.ofMinor(
                Math.min(minor, Math.max(0, open.minor())), open.currency().getCurrencyCode());
    }
}
