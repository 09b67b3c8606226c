package org.quittance.core.call;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quittance.core.agreement.Authority;
import org.quittance.core.collections.Sentences;
import org.quittance.core.collections.Yardstick;
import org.quittance.core.money.Money;

/**
 * What may be offered in a call: repayment of the whole debt in instalments, over how many days and with whose approval.
 *
 * <p>Example: EUR 12,400.00 is beyond a collector; a team lead approves up to 180 days, the credit manager up to 730. Nobody approves a plan that
 * they have proposed themselves, so that an offer is always under reserve of it.
 *
 * @param debt what is overdue, per currency
 * @param offers by level, from the lowest; each runs longer than the one before
 */
public record Concession(List<Money> debt, List<Offer> offers) {

    /** What one level may approve. */
    public record Offer(Authority.Level level, int days) {}

    public Concession {
        debt = List.copyOf(debt);
        offers = List.copyOf(offers);
    }

    /** By the limits of authority; the amounts of several currencies are weighed together. */
    public static Concession of(List<Money> debt, Authority authority, Yardstick yardstick) {
        List<Offer> offers = new ArrayList<>();
        int longest = 0;
        for (Authority.Limit limit : authority.limits()) {
            if (!debt.isEmpty() && limit.upTo().admits(debt, yardstick) && limit.days() > longest) {
                offers.add(new Offer(limit.level(), limit.days()));
                longest = limit.days();
            }
        }
        return new Concession(debt, offers);
    }

    /** In one English sentence. */
    public String sentence() {
        if (debt.isEmpty()) {
            return "Nothing is overdue: there is nothing to concede";
        }
        String owed = debt.stream().map(Sentences::money).collect(Collectors.joining(" and "));
        if (offers.isEmpty()) {
            return "No repayment plan for %s: it is beyond everybody's authority".formatted(owed);
        }
        return "A repayment plan for %s: %s"
                .formatted(
                        owed,
                        offers.stream()
                                .map(offer -> "up to %d days if %s approves"
                                        .formatted(offer.days(), offer.level().label()))
                                .collect(Collectors.joining(", ")));
    }
}
