package org.quittance.web.customers;

import java.util.List;
import org.quittance.cash.StandingDifference;
import org.quittance.copies.CopyLine;
import org.quittance.core.collections.InForce;
import org.quittance.core.money.Money;
import org.quittance.disputes.DisputeLine;
import org.quittance.ledger.ItemView;
import org.quittance.web.page.Problems;

/**
 * An item with the postings that explain what is open of it.
 *
 * @param from the day and the moment of knowledge from which it is looked at
 * @param openMinor what was open then
 * @param inForce what was in force on its account at the end of that day
 * @param differences what payments have left of it, as they stand now
 * @param disputes about it, the open ones first
 * @param copies its PDFs, the one that is used first
 */
public record ItemPageView(
        ItemView view,
        PointOfView from,
        long openMinor,
        List<InForce> inForce,
        List<StandingDifference> differences,
        List<DisputeLine> disputes,
        List<CopyLine> copies,
        Problems problems) {

    public ItemPageView {
        inForce = List.copyOf(inForce);
        differences = List.copyOf(differences);
        disputes = List.copyOf(disputes);
        copies = List.copyOf(copies);
    }

    public Money money(long minor) {
        return Money.ofMinor(minor, view.item().currency());
    }

    /** Whether the posting is part of what was open then. */
    public boolean counts(ItemView.Entry entry) {
        return from.counts(entry.businessDate(), entry.recordedAt());
    }
}
