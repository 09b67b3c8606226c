package org.quittance.web.cash;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.Assignments;
import org.quittance.core.cash.Decision;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.web.page.Typed;

/**
 * How a person divides a payment, as typed: amounts for items in {@code item-17}, amounts that stay with accounts in {@code account-5}, and
 * in {@code rest} the account that gets what is left. An empty amount leaves its item out.
 */
record DivisionForm(
        Map<Long, String> items,
        Map<Long, String> accounts,
        @Nullable Long rest) {

    private static final String ITEM = "item-";
    private static final String ACCOUNT = "account-";

    DivisionForm {
        items = new LinkedHashMap<>(items);
        accounts = new LinkedHashMap<>(accounts);
    }

    static DivisionForm of(Map<String, String> form) {
        Map<Long, String> items = new LinkedHashMap<>();
        Map<Long, String> accounts = new LinkedHashMap<>();
        form.forEach((name, value) -> {
            if (value.isBlank()) {
                return;
            }
            number(name, ITEM).ifPresent(id -> items.put(id, value.strip()));
            number(name, ACCOUNT).ifPresent(id -> accounts.put(id, value.strip()));
        });
        String rest = form.getOrDefault("rest", "");
        return new DivisionForm(items, accounts, number("rest" + rest, "rest").orElse(null));
    }

    private static Optional<Long> number(String name, String prefix) {
        return name.startsWith(prefix) && name.substring(prefix.length()).matches("[0-9]{1,18}")
                ? Optional.of(Long.parseLong(name.substring(prefix.length())))
                : Optional.empty();
    }

    DivisionForm withItem(long item, String amount) {
        Map<Long, String> more = new LinkedHashMap<>(items);
        more.putIfAbsent(item, amount);
        return new DivisionForm(more, accounts, rest);
    }

    DivisionForm withAccount(long account, String amount) {
        Map<Long, String> more = new LinkedHashMap<>(accounts);
        more.putIfAbsent(account, amount);
        return new DivisionForm(items, more, rest);
    }

    /** The first text that is no amount of the currency. */
    Optional<String> unreadable(Currency currency) {
        List<String> all = new ArrayList<>(items.values());
        all.addAll(accounts.values());
        return all.stream()
                .filter(text -> Typed.amount(text, currency).isEmpty())
                .findFirst();
    }

    /** What the amounts that can be read come to. */
    Money total(Currency currency) {
        List<String> all = new ArrayList<>(items.values());
        all.addAll(accounts.values());
        return all.stream()
                .flatMap(text -> Typed.amount(text, currency).stream())
                .reduce(Money.zero(currency), Money::plus);
    }

    /** Where nothing is {@link #unreadable}. */
    Assignments.Wish wish(Currency currency) {
        Map<AccountId, Long> onAccount = new HashMap<>();
        accounts.forEach((account, text) -> Typed.amount(text, currency)
                .filter(amount -> !amount.isZero())
                .ifPresent(amount -> onAccount.put(AccountId.of(account), amount.minor())));
        return new Assignments.Wish(lines(currency), onAccount, rest == null ? null : AccountId.of(rest));
    }

    List<Decision.Line> lines(Currency currency) {
        List<Decision.Line> lines = new ArrayList<>();
        items.forEach((item, text) -> Typed.amount(text, currency)
                .filter(amount -> !amount.isZero())
                .ifPresent(amount -> lines.add(new Decision.Line(ItemId.of(item), amount.minor()))));
        return lines;
    }
}
