package org.quittance.core.cash;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.Decision.Applied;
import org.quittance.core.cash.Decision.Division;
import org.quittance.core.cash.Decision.Line;
import org.quittance.core.cash.Decision.OnAccount;
import org.quittance.core.cash.Decision.Proposed;
import org.quittance.core.cash.Decision.Unidentified;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CashDiscount;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;

/** A few open items to match against, and payments in one line. Amounts are whole euros unless said otherwise. */
final class SmallLedger {

    static final LocalDate DAY = LocalDate.of(2026, 7, 14);
    private static final Currency EUR = Currency.getInstance("EUR");

    final List<Candidate> items = new ArrayList<>();
    private final List<KnownPayer> payers = new ArrayList<>();
    private final List<QuotedLetter> letters = new ArrayList<>();
    private MatchPolicy policy = MatchPolicy.standard();
    private @Nullable CashDiscount discount;

    /** Alder (customer 70010) and Birch (customer 70020), with numbers that are easily mistaken for one another. */
    static SmallLedger ofAlderAndBirch() {
        return new SmallLedger()
                .invoice(1, "70010", "Alder Ltd", "INV000010021", 100, "PO-88123")
                .invoice(2, "70010", "Alder Ltd", "INV000010022", 250, "PO-88123")
                .invoice(3, "70010", "Alder Ltd", "INV000010047", 60)
                .credit(4, "70010", "Alder Ltd", "CN000000305", 30)
                .invoice(5, "70020", "Birch AG", "INV000010091", 75)
                .invoice(6, "70020", "Birch AG", "1814", 410)
                .invoice(7, "70020", "Birch AG", "14", 33)
                .invoice(8, "70020", "Birch AG", "20260714", 520)
                .invoice(9, "70020", "Birch AG", "INV000010093", 75)
                .invoice(10, "70020", "Birch AG", "RF18539007547034", 77, "539007547034");
    }

    SmallLedger invoice(long id, String customer, String name, String document, long euros, String... references) {
        return item(id, customer, name, ItemKind.INVOICE, document, euros * 100, references);
    }

    /** An invoice in another currency than the euro. */
    SmallLedger foreign(long id, String customer, String name, String document, Money open) {
        items.add(new Candidate(
                ItemId.of(id),
                account(customer),
                customer,
                name,
                ItemKind.INVOICE,
                document,
                List.of(),
                open.minor(),
                open.currency(),
                DAY.minusDays(40),
                DAY.minusDays(10),
                null));
        return this;
    }

    SmallLedger credit(long id, String customer, String name, String document, long euros) {
        return item(id, customer, name, ItemKind.CREDIT_NOTE, document, -euros * 100);
    }

    SmallLedger payer(String customer, String bankAccount) {
        payers.add(new KnownPayer(account(customer), customer, List.of(), List.of(bankAccount)));
        return this;
    }

    SmallLedger withVirtualAccount(String customer, String virtualAccount) {
        payers.add(
                new KnownPayer(account(customer), customer, List.of(), List.of(), List.of(virtualAccount), List.of()));
        return this;
    }

    SmallLedger paying(String customer, String other) {
        payers.add(new KnownPayer(account(customer), customer, List.of(), List.of(), List.of(), List.of(other)));
        return this;
    }

    /** A letter of 3 March 2026 that asked for all that is open of some items; of an item that is not here, for one euro. */
    SmallLedger letter(String reference, long... listed) {
        Map<ItemId, Long> asked = new HashMap<>();
        for (long id : listed) {
            asked.put(
                    ItemId.of(id),
                    items.stream()
                            .filter(item -> item.item().value() == id)
                            .map(Candidate::openMinor)
                            .findFirst()
                            .orElse(100L));
        }
        return letter(reference, asked);
    }

    SmallLedger letter(String reference, Map<ItemId, Long> asked) {
        return letter(reference, asked, Set.of());
    }

    /** A repayment plan about all that is open of these items. */
    SmallLedger plan(String reference, String number, long... listed) {
        Map<ItemId, Long> asked = new HashMap<>();
        for (long id : listed) {
            asked.put(ItemId.of(id), 1L);
        }
        letters.add(new QuotedLetter(reference, LocalDate.of(2026, 3, 3), asked, Set.of(), number));
        return this;
    }

    /** A letter that lists credits and does not take them off. */
    SmallLedger letter(String reference, Map<ItemId, Long> asked, Set<ItemId> beside) {
        letters.add(new QuotedLetter(reference, LocalDate.of(2026, 3, 3), asked, beside, ""));
        return this;
    }

    /** What is billed from here on has terms of its own. */
    SmallLedger granting(int basisPoints, int days) {
        discount = new CashDiscount(basisPoints, days);
        return this;
    }

    SmallLedger under(MatchPolicy other) {
        policy = other;
        return this;
    }

    private SmallLedger item(
            long id, String customer, String name, ItemKind kind, String document, long minor, String... references) {
        items.add(new Candidate(
                ItemId.of(id),
                account(customer),
                customer,
                name,
                kind,
                document,
                Arrays.asList(references),
                minor,
                EUR,
                DAY.minusDays(40),
                DAY.minusDays(10),
                discount));
        return this;
    }

    static AccountId account(String customer) {
        return AccountId.of(Long.parseLong(customer));
    }

    static Payment payment(String id, String payer, double euros, String text) {
        return new Payment(id, Money.ofMinor(Math.round(euros * 100), EUR), DAY, payer, "", List.of(), text, List.of());
    }

    Match match(String payer, double euros, String text) {
        return match(payment("p", payer, euros, text));
    }

    Match match(Payment payment) {
        return Matcher.match(payment, index(), policy);
    }

    MatchRun run(Payment... payments) {
        return MatchRun.of(List.of(payments), index(), policy);
    }

    CandidateIndex index() {
        return CandidateIndex.of(items, payers, letters);
    }

    /** For example {@code applied 1=100.00 4=-30.00}, {@code proposed 5=75.00 | 9=75.00}, {@code on account 70010}. */
    static String told(Match match) {
        return switch (match.decision()) {
            case Applied applied -> "applied " + told(applied.division());
            case Proposed proposed ->
                "proposed "
                        + String.join(
                                " | ",
                                proposed.alternatives().stream()
                                        .map(SmallLedger::told)
                                        .toList());
            case OnAccount onAccount -> "on account " + onAccount.account();
            case Unidentified _ -> "unidentified";
        };
    }

    private static String told(Division division) {
        List<String> parts = new ArrayList<>();
        for (Line line : division.lines()) {
            parts.add(line.item() + "=" + euros(line.amountMinor()));
        }
        if (division.remainderMinor() > 0) {
            parts.add("rest " + euros(division.remainderMinor()));
        }
        return String.join(" ", parts);
    }

    private static String euros(long minor) {
        return Money.ofMinor(minor, EUR).toDecimal().toPlainString();
    }
}
