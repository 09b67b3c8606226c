package org.quittance.web.cash;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.AdviceView;
import org.quittance.cash.HandReceipts;
import org.quittance.cash.ItemSearch;
import org.quittance.cash.PaymentView;
import org.quittance.cash.SettlementReportView;
import org.quittance.core.money.Money;
import org.quittance.identity.Person;
import org.quittance.web.page.Problems;

/**
 * One payment, and what a person can do with it.
 *
 * @param division what a person has put together so far
 * @param bankLines lines of the bank that could be what was entered by hand here
 * @param advices what its payer has said of it apart from the money; several where it is a deposit of several payers
 * @param settlement the settlement report that explains it, or of which it is a line; null where there is none
 * @param taken who was quicker, where somebody was; null otherwise
 */
public record PaymentPageView(
        PaymentView view,
        Division division,
        List<Person> people,
        LocalDate parkUntil,
        List<HandReceipts.BankLine> bankLines,
        List<AdviceView.Row> advices,
        SettlementReportView.@Nullable Tie settlement,
        Problems problems,
        @Nullable Taken taken) {

    public PaymentPageView {
        people = List.copyOf(people);
        bankLines = List.copyOf(bankLines);
        advices = List.copyOf(advices);
    }

    /** Somebody has decided about the payment in the meantime. */
    public record Taken(String actor, Instant at) {}

    /**
     * An item with what was typed for it.
     *
     * @param missing what becomes of the part that is not paid: as typed, or as the desk offers it
     * @param granted the discount that the terms grant on the day of the payment; zero where they grant none
     */
    public record Pick(ItemSearch.Item item, String amount, MissingForm missing, Money granted) {}

    /** An account with what was typed for it. */
    public record AccountPick(ItemSearch.Account account, String amount) {}

    /**
     * A division under way, and where more is looked for.
     *
     * @param rest the account that gets what is left; null where none is chosen
     * @param left what is not divided yet; negative where too much is
     * @param currencies in which the payment can be credited, its own first
     * @param money what is divided, in the currency in which the payment is credited
     */
    public record Division(
            String words,
            List<Pick> picks,
            List<AccountPick> accountPicks,
            @Nullable Long rest,
            Money left,
            List<ItemSearch.Item> items,
            List<ItemSearch.Account> accounts,
            List<String> currencies,
            Money money) {

        public Division {
            picks = List.copyOf(picks);
            accountPicks = List.copyOf(accountPicks);
            items = List.copyOf(items);
            accounts = List.copyOf(accounts);
            currencies = List.copyOf(currencies);
        }

        public Money money(long minor) {
            return Money.ofMinor(minor, money.currency());
        }

        /** Whether the payment is credited in another currency than its own. */
        public boolean isExchanged() {
            return !money.currency().getCurrencyCode().equals(currencies.getFirst());
        }

        /** The accounts that what is left can stay with. */
        public List<ItemSearch.Account> restAccounts() {
            return Stream.concat(
                            picks.stream()
                                    .map(Pick::item)
                                    .map(item ->
                                            new ItemSearch.Account(item.accountId(), item.number(), item.customer())),
                            accountPicks.stream().map(AccountPick::account))
                    .distinct()
                    .toList();
        }

        public boolean isRest(ItemSearch.Account account) {
            return rest != null && rest == account.accountId();
        }

        public boolean isEmpty() {
            return picks.isEmpty() && accountPicks.isEmpty();
        }
    }

    public Money amount() {
        return view.line().amount();
    }

    public Money money(long minor) {
        return Money.ofMinor(minor, view.line().amount().currency());
    }

    public boolean isToAssign() {
        return view.line().received() && !view.held() && view.money().unidentifiedMinor() > 0;
    }

    /** Whether there is anything of it that can be put off. */
    public boolean isToDo() {
        boolean counts = view.line().received() && view.joined().bankLine() == null;
        return counts && (view.money().unidentifiedMinor() > 0 || view.money().onAccountMinor() > 0);
    }

    public String path() {
        return "/cash/payments/" + view.line().id();
    }
}
