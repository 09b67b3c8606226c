package org.quittance.bench.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.quittance.core.cash.Candidate;
import org.quittance.core.cash.KnownPayer;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CrossRates;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.Rate;
import org.quittance.core.ledger.RateTable;

/**
 * The other half of the second generator: a company that sells, its customers, and what they owe.
 *
 * <p>Documents are numbered in one series for all customers; a customer gets several in a row at times. A third of the amounts come from
 * a price list, so that many are the same. Every item that a payment takes leaves the pool.
 */
final class Trade {

    static final Currency EUR = Currency.getInstance("EUR");
    static final Currency USD = Currency.getInstance("USD");
    static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    static final BigDecimal DOLLARS_PER_EURO = new BigDecimal("1.17");

    /** One rate for all days. */
    static final CrossRates RATES = new CrossRates(List.of(RateTable.of(
            EUR, Integer.MAX_VALUE, List.of(new Rate(LocalDate.EPOCH, USD, DOLLARS_PER_EURO, "the generator")))));

    private static final int MOST_IN_A_ROW = 6;
    private static final String[] FIRST = {
        "Alder", "Birch", "Cedar", "Dorn", "Elm", "Fichte", "Granit", "Hafen", "Iris", "Juno", "Kranich", "Linde",
        "Moor", "Nord", "Ostsee", "Pinie", "Quarz", "Rhein", "Sonne", "Tanne", "Ufer", "Vogel", "Weser", "Zeder"
    };
    private static final String[] SECOND = {
        "Logistics",
        "Werkzeuge",
        "Foods",
        "Bau",
        "Services",
        "Pharma",
        "Textil",
        "Print",
        "Metall",
        "Energie",
        "Handel",
        "Optik"
    };
    private static final String[] FORM = {"GmbH", "Ltd", "S.A.", "BV", "AG", "SARL", "Inc."};
    private static final long[] PRICES = {4_990, 9_900, 12_500, 25_000, 49_900, 120_000, 199_000, 250_000};

    /** Somebody who buys. */
    static final class Customer {

        final String number;
        final String name;
        final String bankAccount;
        final List<Candidate> pool = new ArrayList<>();
        final List<Candidate> owed = new ArrayList<>();
        final List<Customer> children = new ArrayList<>();
        boolean isChild;

        Customer(String number, String name, String bankAccount) {
            this.number = number;
            this.name = name;
            this.bankAccount = bankAccount;
        }

        AccountId account() {
            return AccountId.of(Long.parseLong(number));
        }
    }

    final RandomGenerator chance;
    final Numbering numbering;
    final List<Customer> customers = new ArrayList<>();
    final List<Candidate> items = new ArrayList<>();
    private long counter = 8;
    private long nextItem = 1;

    Trade(RandomGenerator chance, int customers, int items) {
        this.chance = chance;
        numbering = Numbering.any(chance);
        for (int i = 0; i < customers; i++) {
            this.customers.add(customer(i));
        }
        for (int i = 0; i + 3 < customers; i += 16) {
            adopt(this.customers.get(i), this.customers.get(i + 1));
            adopt(this.customers.get(i), this.customers.get(i + 2));
        }
        while (this.items.size() < items) {
            deliver(any());
        }
    }

    Customer any() {
        return customers.get(chance.nextInt(customers.size()));
    }

    /** Nothing of it is open: it was paid long ago, or never was. */
    String settledNumber() {
        return numbering.number(2025, 40_000 + chance.nextInt(30_000));
    }

    private Customer customer(int index) {
        String name = FIRST[index % FIRST.length] + " " + SECOND[index / FIRST.length % SECOND.length] + " "
                + FORM[chance.nextInt(FORM.length)];
        int round = index / (FIRST.length * SECOND.length);
        String number = Long.toString(3_000_000L + index * 17L);
        return new Customer(
                number,
                round == 0 ? name : name + " " + (round + 1),
                String.format(Locale.ROOT, "DE%020d", 37_040_044_000_000L + index));
    }

    private static void adopt(Customer parent, Customer child) {
        parent.children.add(child);
        child.isChild = true;
    }

    /** One to six documents in a row, with the numbers that belong to the order. */
    private void deliver(Customer customer) {
        int documents = chance.nextInt(3) > 0 ? 1 : 2 + chance.nextInt(MOST_IN_A_ROW - 1);
        LocalDate day = TODAY.minusDays(3 + chance.nextInt(120));
        for (int i = 0; i < documents; i++) {
            boolean credit = chance.nextInt(14) == 0;
            long minor = amount();
            add(customer, credit ? ItemKind.CREDIT_NOTE : ItemKind.INVOICE, credit ? -minor / 4 - 1 : minor, day);
        }
        // Others are invoiced in between.
        counter += chance.nextInt(4);
    }

    private void add(Customer customer, ItemKind kind, long minor, LocalDate day) {
        long number = counter++;
        List<String> references = List.of(
                "45" + String.format(Locale.ROOT, "%08d", 11_000_000 + number * 37), "8" + (20_000_000 + number * 3));
        Candidate item = new Candidate(
                ItemId.of(nextItem++),
                customer.account(),
                customer.number,
                customer.name,
                kind,
                numbering.number(day.getYear(), number),
                references,
                minor,
                EUR,
                day,
                day.plusDays(30),
                null);
        items.add(item);
        customer.owed.add(item);
        customer.pool.add(item);
    }

    private long amount() {
        return chance.nextInt(3) == 0
                ? PRICES[chance.nextInt(PRICES.length)]
                : (long) (2_000 * Math.exp(chance.nextDouble() * 7)) + chance.nextInt(100);
    }

    /** The names and bank accounts that earlier payments have shown: of six in ten customers; an agent is known for three. */
    List<KnownPayer> payers() {
        List<KnownPayer> payers = new ArrayList<>();
        for (int i = 0; i < customers.size(); i++) {
            Customer customer = customers.get(i);
            List<String> bankAccounts = new ArrayList<>();
            if (i % 10 < 6) {
                bankAccounts.add(customer.bankAccount);
            }
            if (i % 16 >= 12) {
                bankAccounts.add(agentOf(i));
            }
            payers.add(new KnownPayer(
                    customer.account(),
                    customer.number,
                    List.of(customer.name),
                    bankAccounts,
                    List.of(),
                    customer.children.stream().map(child -> child.number).toList()));
        }
        return payers;
    }

    /** The account of the agent that pays for a customer, among others. */
    static String agentOf(int index) {
        return String.format(Locale.ROOT, "NL%016d", 20_041_010L + index / 16);
    }
}
