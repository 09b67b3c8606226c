package org.quittance.collections.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.Sentences;
import org.quittance.core.contact.LawPack;
import org.quittance.core.ledger.Trait;
import org.quittance.ledger.CustomerTraits;

/**
 * Who a customer is before the law today, and which laws on contact bind towards it.
 *
 * @param noted by whom and why the trait is kept; null where none is, and the segment tells it
 */
public record Protection(Trait trait, CustomerTraits.@Nullable Noted noted, List<LawPack> laws) {

    public Protection {
        laws = List.copyOf(laws);
    }

    /** {@code Sole trader since 2 March 2026}, or by what else it is known. */
    public String sentence() {
        return noted == null
                ? trait.label() + ", by its segment"
                : trait.label() + " since " + Sentences.day(noted.since());
    }
}
