package org.quittance.web.cash;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.cash.ItemSearch;
import org.quittance.cash.PaymentView;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.web.cash.PaymentPageView.AccountPick;
import org.quittance.web.cash.PaymentPageView.Division;
import org.quittance.web.cash.PaymentPageView.Pick;

/**
 * Puts a division together as a person picks one item after the other. All of it travels in the form, so that it works without JavaScript
 * and nothing is kept on the server before it is posted.
 */
final class DivisionPage {

    private static final int ITEMS = 100;
    private static final int ACCOUNTS = 20;

    private final ItemSearch search;

    DivisionPage(ItemSearch search) {
        this.search = search;
    }

    Division of(PaymentView view, Money toAssign, Map<String, String> form, Viewer viewer) {
        ItemSearch.Where where = new ItemSearch.Where(
                view.line().entityId(), view.line().amount().currency());
        DivisionForm division = withWhatWasPicked(DivisionForm.of(form), form, where, toAssign, viewer);
        String words = form.containsKey("words")
                ? form.get("words").strip()
                : division.items().isEmpty() ? view.line().payerName() : "";
        Set<Long> picked = division.items().keySet();
        Map<Long, ItemSearch.Item> items =
                search.items(viewer, where, picked).stream().collect(Collectors.toMap(ItemSearch.Item::itemId, i -> i));
        List<Pick> picks = picked.stream()
                .flatMap(id -> Optional.ofNullable(items.get(id)).stream())
                .map(item -> new Pick(item, division.items().getOrDefault(item.itemId(), "")))
                .toList();
        List<AccountPick> accountPicks = search
                .accounts(viewer, where, division.accounts().keySet())
                .stream()
                .map(account -> new AccountPick(account, division.accounts().getOrDefault(account.accountId(), "")))
                .toList();
        return new Division(
                words,
                picks,
                accountPicks,
                division.rest(),
                toAssign.minus(division.total(toAssign.currency())),
                search.items(viewer, where, words, ITEMS).stream()
                        .filter(item -> !picked.contains(item.itemId()))
                        .toList(),
                search.accounts(viewer, where, words, ACCOUNTS));
    }

    /** Whoever presses "Take" beside an item gets all that is open of it, or what is left of the payment where that is less. */
    private DivisionForm withWhatWasPicked(
            DivisionForm division, Map<String, String> form, ItemSearch.Where where, Money toAssign, Viewer viewer) {
        Money left = toAssign.minus(division.total(toAssign.currency()));
        String item = form.getOrDefault("take", "");
        String account = form.getOrDefault("keep", "");
        if (item.matches("[0-9]{1,18}")) {
            return search.items(viewer, where, List.of(Long.parseLong(item))).stream()
                    .findFirst()
                    .map(found -> division.withItem(found.itemId(), taken(found, left)))
                    .orElse(division);
        }
        return account.matches("[0-9]{1,18}")
                ? division.withAccount(
                        Long.parseLong(account),
                        left.isPositive() ? left.toDecimal().toPlainString() : "0")
                : division;
    }

    private static String taken(ItemSearch.Item item, Money left) {
        boolean isCredit = item.openMinor() < 0;
        long minor = isCredit ? item.openMinor() : Math.max(0, Math.min(item.openMinor(), left.minor()));
        return Money.ofMinor(minor, left.currency()).toDecimal().toPlainString();
    }
}
