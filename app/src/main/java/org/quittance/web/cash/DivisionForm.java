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
 * How a person divides a payment, as typed: amounts for items in {@code item-17}, what they say of the rest of the item in
 * {@code missing-17}, {@code less-17} and {@code why-17}, amounts that stay with accounts in {@code account-5}, and in {@code rest} the
 * account that gets what is left. An empty amount leaves its item out. In {@code currency} stands the currency in which the payment is
 * credited, and in {@code counts} as how much of it, where that is not the payment's own.
 */
record DivisionForm(
        Map<Long, String> items,
        Map<Long, MissingForm> missing,
        Map<Long, String> accounts,
        @Nullable Long rest,
        Credited credited) {

    /** In which currency the payment is credited, as typed; and as how much of it. Both empty where that is its own. */
    record Credited(String currency, String counts) {

        /** The other currency than the payment's own; empty where none is chosen. */
        Optional<Currency> other(Currency own) {
            return Typed.currency(currency).filter(chosen -> !chosen.equals(own));
        }
    }

    private static final String ITEM = "item-";
    private static final String ACCOUNT = "account-";
    private static final String MISSING = "missing-";

    DivisionForm {
        items = new LinkedHashMap<>(items);
        missing = new LinkedHashMap<>(missing);
        accounts = new LinkedHashMap<>(accounts);
    }

    static DivisionForm of(Map<String, String> form) {
        Map<Long, String> items = new LinkedHashMap<>();
        Map<Long, String> accounts = new LinkedHashMap<>();
        Map<Long, MissingForm> missing = new LinkedHashMap<>();
        form.forEach((name, value) -> {
            number(name, MISSING)
                    .ifPresent(id -> missing.put(
                            id,
                            new MissingForm(
                                    value, form.getOrDefault("less-" + id, ""), form.getOrDefault("why-" + id, ""))));
            if (value.isBlank()) {
                return;
            }
            number(name, ITEM).ifPresent(id -> items.put(id, value.strip()));
            number(name, ACCOUNT).ifPresent(id -> accounts.put(id, value.strip()));
        });
        String rest = form.getOrDefault("rest", "");
        return new DivisionForm(
                items,
                missing,
                accounts,
                number("rest" + rest, "rest").orElse(null),
                new Credited(
                        form.getOrDefault("currency", ""),
                        form.getOrDefault("counts", "").strip()));
    }

    private static Optional<Long> number(String name, String prefix) {
        return name.startsWith(prefix) && name.substring(prefix.length()).matches("[0-9]{1,18}")
                ? Optional.of(Long.parseLong(name.substring(prefix.length())))
                : Optional.empty();
    }

    DivisionForm withItem(long item, String amount) {
        Map<Long, String> more = new LinkedHashMap<>(items);
        more.putIfAbsent(item, amount);
        return new DivisionForm(more, missing, accounts, rest, credited);
    }

    DivisionForm withAccount(long account, String amount) {
        Map<Long, String> more = new LinkedHashMap<>(accounts);
        more.putIfAbsent(account, amount);
        return new DivisionForm(items, missing, more, rest, credited);
    }

    /** The first text that is no amount of the currency. */
    Optional<String> unreadable(Currency currency) {
        List<String> all = new ArrayList<>(items.values());
        all.addAll(accounts.values());
        return all.stream()
                .filter(text -> Typed.amount(text, currency).isEmpty())
                .findFirst()
                .or(() -> items.keySet().stream()
                        .flatMap(item -> Optional.ofNullable(missing.get(item)).stream())
                        .filter(one -> one.isUnreadable(currency))
                        .map(MissingForm::amount)
                        .findFirst());
    }

    /** What the amounts that can be read come to. */
    Money total(Currency currency) {
        List<String> all = new ArrayList<>(items.values());
        all.addAll(accounts.values());
        return all.stream()
                .flatMap(text -> Typed.amount(text, currency).stream())
                .reduce(Money.zero(currency), Money::plus);
    }

    /**
     * Where nothing is {@link #unreadable}.
     *
     * @param money what is divided, in the currency in which the payment is credited
     * @param open what is open of the items now
     */
    Assignments.Wish wish(Money money, Currency own, Map<Long, Money> open) {
        Currency currency = money.currency();
        Map<AccountId, Long> onAccount = new HashMap<>();
        accounts.forEach((account, text) -> Typed.amount(text, currency)
                .filter(amount -> !amount.isZero())
                .ifPresent(amount -> onAccount.put(AccountId.of(account), amount.minor())));
        return new Assignments.Wish(
                lines(currency),
                differences(currency, open),
                onAccount,
                rest == null ? null : AccountId.of(rest),
                currency.equals(own) ? null : money);
    }

    /** What is said of the items that are paid in part; of an item that is not open any more nothing can be said. */
    List<Decision.Difference> differences(Currency currency, Map<Long, Money> open) {
        List<Decision.Difference> differences = new ArrayList<>();
        for (Decision.Line line : lines(currency)) {
            long item = line.item().value();
            Money whole = open.get(item);
            if (whole != null) {
                missing.getOrDefault(item, MissingForm.NOTHING_SAID)
                        .difference(line.item(), whole.minus(Money.ofMinor(line.amountMinor(), currency)))
                        .ifPresent(differences::add);
            }
        }
        return differences;
    }

    List<Decision.Line> lines(Currency currency) {
        List<Decision.Line> lines = new ArrayList<>();
        items.forEach((item, text) -> Typed.amount(text, currency)
                .filter(amount -> !amount.isZero())
                .ifPresent(amount -> lines.add(new Decision.Line(ItemId.of(item), amount.minor()))));
        return lines;
    }
}
