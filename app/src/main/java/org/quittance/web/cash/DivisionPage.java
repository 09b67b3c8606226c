package org.quittance.web.cash;

import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.cash.Exchanges;
import org.quittance.cash.ItemSearch;
import org.quittance.cash.Leeways;
import org.quittance.cash.PaymentView;
import org.quittance.core.cash.AssignmentRefusal;
import org.quittance.core.cash.Leeway;
import org.quittance.core.ledger.Conversion;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.web.cash.PaymentPageView.AccountPick;
import org.quittance.web.cash.PaymentPageView.Division;
import org.quittance.web.cash.PaymentPageView.Pick;
import org.quittance.web.page.Typed;

/**
 * Puts a division together as a person picks one item after the other. All of it travels in the form, so that it works without JavaScript
 * and nothing is kept on the server before it is posted.
 */
final class DivisionPage {

    private static final int ITEMS = 100;
    private static final int ACCOUNTS = 20;

    private final ItemSearch search;
    private final Leeways leeways;
    private final Exchanges exchanges;

    DivisionPage(ItemSearch search, Leeways leeways, Exchanges exchanges) {
        this.search = search;
        this.leeways = leeways;
        this.exchanges = exchanges;
    }

    /** What is to be divided: what is left of the payment, or as what of another currency that counts. */
    sealed interface Divided {

        /** Money of the currency in which the payment is credited. */
        record Known(Money money) implements Divided {}

        /** It cannot be said how much. */
        record Unknown(String sentence) implements Divided {}
    }

    Divided divided(PaymentView view, DivisionForm.Credited credited) {
        Money left = Money.ofMinor(
                view.money().unidentifiedMinor(), view.line().amount().currency());
        Optional<Currency> other = credited.other(left.currency());
        if (other.isEmpty() || !left.isPositive()) {
            return new Divided.Known(left);
        }
        Currency currency = other.get();
        if (!credited.counts().isEmpty()) {
            return Typed.amount(credited.counts(), currency)
                    .<Divided>map(Divided.Known::new)
                    .orElseGet(() -> new Divided.Unknown(PaymentController.notAnAmount(credited.counts(), currency)));
        }
        return switch (exchanges.worth(view.line().id(), left, currency)) {
            case Conversion.Converted(Money worth, var _) -> new Divided.Known(worth);
            case Conversion.NoRate _ -> new Divided.Unknown(AssignmentRefusal.NO_RATE.sentence());
        };
    }

    Division of(PaymentView view, Money toAssign, Map<String, String> form, Viewer viewer) {
        ItemSearch.Where where = new ItemSearch.Where(view.line().entityId(), toAssign.currency());
        DivisionForm division = withWhatWasPicked(DivisionForm.of(form), form, where, toAssign, viewer);
        String words = form.containsKey("words")
                ? form.get("words").strip()
                : division.items().isEmpty() ? view.line().payerName() : "";
        Set<Long> picked = division.items().keySet();
        Map<Long, ItemSearch.Item> items =
                search.items(viewer, where, picked).stream().collect(Collectors.toMap(ItemSearch.Item::itemId, i -> i));
        List<Pick> picks = picks(
                view,
                picked.stream()
                        .flatMap(id -> Optional.ofNullable(items.get(id)).stream())
                        .toList(),
                toAssign.currency(),
                division,
                viewer);
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
                search.accounts(viewer, where, words, ACCOUNTS),
                currencies(view),
                toAssign);
    }

    private List<String> currencies(PaymentView view) {
        Set<String> codes = new LinkedHashSet<>();
        codes.add(view.line().amount().currency().getCurrencyCode());
        codes.addAll(exchanges.currencies());
        return List.copyOf(codes);
    }

    /** The items with what was typed for them, and what the desk offers to call the rest where nobody has said anything yet. */
    List<Pick> picks(
            PaymentView view, List<ItemSearch.Item> items, Currency currency, DivisionForm division, Viewer viewer) {
        if (items.isEmpty()) {
            return List.of();
        }
        Leeway leeway = leeways.of(view.line().id(), currency, viewer);
        return items.stream()
                .map(item -> pick(item, currency, division, leeway))
                .toList();
    }

    private static Pick pick(ItemSearch.Item item, Currency currency, DivisionForm division, Leeway leeway) {
        Money open = Money.ofMinor(item.openMinor(), currency);
        String amount = division.items().getOrDefault(item.itemId(), "");
        MissingForm said = division.missing().get(item.itemId());
        MissingForm offered = Typed.amount(amount, currency)
                .flatMap(paid -> paid.isPositive()
                        ? leeway.offer(open, item.terms(), open.minus(paid).minor())
                        : Optional.empty())
                .map(MissingForm::of)
                .orElse(MissingForm.NOTHING_SAID);
        return new Pick(
                item,
                amount,
                said == null ? offered : said,
                Money.ofMinor(leeway.discountMinor(open, item.terms()), currency));
    }

    /** What is open now of the items that the form names. */
    Map<Long, Money> open(PaymentView view, Currency currency, DivisionForm division, Viewer viewer) {
        ItemSearch.Where where = new ItemSearch.Where(view.line().entityId(), currency);
        return search.items(viewer, where, division.items().keySet()).stream()
                .collect(Collectors.toMap(ItemSearch.Item::itemId, item -> Money.ofMinor(item.openMinor(), currency)));
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
