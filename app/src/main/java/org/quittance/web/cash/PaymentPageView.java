package org.quittance.web.cash;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.AccountChoice;
import org.quittance.cash.CashReader;
import org.quittance.core.cash.Evidence;
import org.quittance.core.money.Money;
import org.quittance.web.page.Problems;

/**
 * One payment, and what a person can do with it.
 *
 * @param words what was searched for
 * @param choices the accounts found
 * @param chosen the account whose items are listed; null before one is chosen
 * @param items the open items of the chosen account
 */
public record PaymentPageView(
        CashReader.PaymentView view,
        String words,
        List<AccountChoice.Choice> choices,
        AccountChoice.@Nullable Choice chosen,
        List<AccountChoice.ChoiceItem> items,
        Problems problems) {

    public PaymentPageView {
        choices = List.copyOf(choices);
        items = List.copyOf(items);
    }

    public Money amount() {
        return view.line().amount();
    }

    public Money money(long minor) {
        return Money.ofMinor(minor, view.line().amount().currency());
    }

    public boolean isToAssign() {
        return view.assigned().isEmpty() && view.line().received() && !view.held();
    }

    /** A stretch of the remittance text, marked where the evidence points to it. */
    public record Stretch(String text, boolean marked) {}

    /** The remittance text, cut at the places that the evidence points to. */
    public List<Stretch> remittance() {
        String text = view.line().remittance();
        List<Stretch> stretches = new ArrayList<>();
        int at = 0;
        for (Evidence evidence : view.evidence().stream()
                .filter(one -> one.end() > one.start())
                .sorted(Comparator.comparingInt(Evidence::start))
                .toList()) {
            if (evidence.start() < at || evidence.end() > text.length()) {
                continue;
            }
            stretches.add(new Stretch(text.substring(at, evidence.start()), false));
            stretches.add(new Stretch(text.substring(evidence.start(), evidence.end()), true));
            at = evidence.end();
        }
        stretches.add(new Stretch(text.substring(at), false));
        return stretches;
    }
}
