package org.quittance.bench.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.quittance.bench.matching.HabitBook.Labelled;
import org.quittance.bench.matching.Trade.Customer;
import org.quittance.core.cash.Candidate;
import org.quittance.core.cash.Payment;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;

/**
 * Payments of other habits than those of the public benchmark, with the truth about each: what the matcher was not made for.
 *
 * <p>The same seed makes the same book. The texts are {@link PayersWords}; who owes what is {@link Trade}.
 */
public final class HabitGenerator {

    private static final int ITEMS_A_PAYMENT = 4;
    private static final int ITEMS_A_CUSTOMER = 48;
    private static final int TRIES = 200;

    private final SplittableRandom chance;
    private final Trade trade;
    private final PayersWords words;
    private final List<Labelled> payments = new ArrayList<>();

    private HabitGenerator(long seed, int items) {
        chance = new SplittableRandom(seed);
        trade = new Trade(chance, Math.max(48, items / ITEMS_A_CUSTOMER), items);
        words = new PayersWords(chance, trade.numbering);
    }

    /** A book with at least so many payments. */
    public static HabitBook of(long seed, int payments) {
        return of(seed, payments, payments * ITEMS_A_PAYMENT);
    }

    /** The same among so many open items. */
    public static HabitBook of(long seed, int payments, int items) {
        return new HabitGenerator(seed, items).book(payments);
    }

    private HabitBook book(int count) {
        while (payments.size() < count) {
            Habit habit = any();
            if (!pay(habit)) {
                throw new IllegalStateException("Nothing is left of what can be paid with " + habit.label());
            }
        }
        return new HabitBook(trade.items, trade.payers(), payments, Trade.RATES);
    }

    private Habit any() {
        int total = 0;
        for (Habit habit : Habit.values()) {
            total += habit.weight();
        }
        int drawn = chance.nextInt(total);
        for (Habit habit : Habit.values()) {
            drawn -= habit.weight();
            if (drawn < 0) {
                return habit;
            }
        }
        throw new IllegalStateException("weights");
    }

    private boolean pay(Habit habit) {
        for (int i = 0; i < TRIES; i++) {
            if (pays(habit, trade.any())) {
                return true;
            }
        }
        return false;
    }

    private boolean pays(Habit habit, Customer customer) {
        return switch (habit) {
            case PLAIN -> one(habit, customer, words::whole);
            case PREFIX_DROPPED -> one(habit, customer, words::shortened);
            case TYPO -> one(habit, customer, words::mistyped);
            case LAST_DIGITS -> one(habit, customer, words::lastDigits);
            case ORDER_NUMBER ->
                one(habit, customer, item -> words.order(item.references().get(0)));
            case DELIVERY_NUMBER ->
                one(habit, customer, item -> words.delivery(item.references().get(1)));
            case STRUCTURED -> structured(customer);
            case OTHER_NAME -> otherName(customer);
            case LIST -> several(habit, customer, 2 + chance.nextInt(6), words::list);
            case LIST_OF_ENDINGS -> neighbours(habit, customer, words::endings);
            case RANGE -> neighbours(habit, customer, words::range);
            case RUN_TOGETHER -> several(habit, customer, 2 + chance.nextInt(2), words::runTogether);
            case WRAPPED -> several(habit, customer, 3 + chance.nextInt(5), words::wrapped);
            case CREDIT_NAMED -> lessCredit(habit, customer);
            case CREDIT_SILENT -> lessCredit(habit, customer);
            case DISCOUNT -> discount(habit, customer, words::list);
            case CHARGES -> charges(customer);
            case SHORT_WITH_REASON -> shortPay(customer);
            case OVERPAID -> overpaid(customer);
            case INSTALMENTS -> instalments(customer);
            case PARENT -> parent(habit, customer, words::list);
            case PARENT_RUN_TOGETHER -> parent(habit, customer, words::runTogether);
            case NAME_IN_TEXT -> nameInText(customer);
            case ENDINGS_LESS_DISCOUNT -> discount(habit, customer, words::lastDigits);
            case AGENT -> agent(trade.customers.indexOf(customer));
            case AMOUNT_ALONE -> amountAlone(habit, customer, 1);
            case DUPLICATE_AMOUNT -> amountAlone(habit, customer, 2);
            case BALANCE -> balance(customer);
            case PAID_TWICE -> paidTwice(customer);
            case SETTLED_NUMBER -> settled(customer);
            case OTHER_CURRENCY -> otherCurrency(customer);
            case STRANGER -> stranger();
        };
    }

    /** The text for what is paid. */
    private interface Words<T> {
        String of(T paid);
    }

    private boolean one(Habit habit, Customer customer, Words<Candidate> text) {
        List<Candidate> paid = take(customer, 1);
        return !paid.isEmpty() && add(habit, customer, paid, 0, text.of(paid.getFirst()));
    }

    private boolean several(Habit habit, Customer customer, int count, Words<List<Candidate>> text) {
        List<Candidate> paid = take(customer, count);
        return !paid.isEmpty() && add(habit, customer, paid, 0, text.of(paid));
    }

    /** Invoices whose numbers follow each other without a gap. */
    private boolean neighbours(Habit habit, Customer customer, Words<List<Candidate>> text) {
        List<Candidate> row = new ArrayList<>();
        for (Candidate item : invoices(customer)) {
            boolean follows =
                    row.isEmpty() || item.item().value() == row.getLast().item().value() + 1;
            if (!follows && row.size() >= 3) {
                break;
            }
            if (!follows) {
                row.clear();
            }
            row.add(item);
        }
        if (row.size() < 3) {
            return false;
        }
        customer.pool.removeAll(row);
        return add(habit, customer, row, 0, text.of(row));
    }

    private boolean structured(Customer customer) {
        List<Candidate> paid = take(customer, 1);
        if (paid.isEmpty()) {
            return false;
        }
        String reference = PayersWords.creditorReference(
                trade.numbering.shortened(paid.getFirst().document()));
        boolean inField = chance.nextBoolean();
        Payment payment = payment(
                customer.name,
                account(customer),
                total(paid),
                inField ? "" : reference,
                inField ? List.of(reference) : List.of());
        return label(Habit.STRUCTURED, payment, paid);
    }

    private boolean otherName(Customer customer) {
        List<Candidate> paid = take(customer, 1);
        return !paid.isEmpty()
                && label(
                        Habit.OTHER_NAME,
                        payment(
                                words.otherName(customer.name),
                                "FR" + (10_000_000_000L + chance.nextInt(1_000_000)),
                                total(paid),
                                chance.nextBoolean() ? words.whole(paid.getFirst()) : words.shortened(paid.getFirst()),
                                List.of()),
                        paid);
    }

    /** As in a BAI2 file: neither name nor account of the payer, and a text in capitals that begins with the name. */
    private boolean nameInText(Customer customer) {
        List<Candidate> paid = take(customer, 1);
        String text = paid.isEmpty() ? "" : customer.name + " " + words.lastDigits(paid.getFirst());
        return !paid.isEmpty()
                && label(
                        Habit.NAME_IN_TEXT,
                        payment("", "", total(paid), text.toUpperCase(Locale.ROOT), List.of()),
                        paid);
    }

    private boolean lessCredit(Habit habit, Customer customer) {
        List<Candidate> credits = customer.pool.stream()
                .filter(item -> item.kind() == ItemKind.CREDIT_NOTE)
                .limit(1)
                .toList();
        List<Candidate> paid = credits.isEmpty() ? List.of() : take(customer, 1 + chance.nextInt(3));
        List<Candidate> all = new ArrayList<>(paid);
        all.addAll(credits);
        if (paid.isEmpty() || total(all) <= 0) {
            return false;
        }
        customer.pool.removeAll(credits);
        return add(habit, customer, all, 0, words.list(habit == Habit.CREDIT_NAMED ? all : paid));
    }

    private boolean discount(Habit habit, Customer customer, Words<List<Candidate>> text) {
        // The terms are two per cent within fourteen days; some take it a few days late.
        List<Candidate> paid = invoices(customer).stream()
                .filter(item -> item.documentDate().isAfter(Trade.TODAY.minusDays(16)))
                .limit(1 + chance.nextInt(3))
                .toList();
        customer.pool.removeAll(paid);
        long discount = paid.stream()
                .mapToLong(item -> Math.round(item.openMinor() * 0.02))
                .sum();
        return !paid.isEmpty() && add(habit, customer, paid, -discount, text.of(paid));
    }

    private boolean charges(Customer customer) {
        List<Candidate> paid = take(customer, 1 + chance.nextInt(2));
        long kept = 200L + chance.nextInt(2_400);
        return !paid.isEmpty() && total(paid) > 3 * kept && add(Habit.CHARGES, customer, paid, -kept, words.list(paid));
    }

    private boolean shortPay(Customer customer) {
        List<Candidate> paid = take(customer, 1 + chance.nextInt(2));
        if (paid.isEmpty()) {
            return false;
        }
        long kept = Math.max(1, paid.getLast().openMinor() * (3 + chance.nextInt(25)) / 100);
        return add(Habit.SHORT_WITH_REASON, customer, paid, -kept, words.deducting(paid, kept));
    }

    private boolean overpaid(Customer customer) {
        List<Candidate> paid = take(customer, 1);
        return !paid.isEmpty()
                && add(Habit.OVERPAID, customer, paid, 1_000 + chance.nextInt(50_000), words.whole(paid.getFirst()));
    }

    private boolean instalments(Customer customer) {
        List<Candidate> paid = take(customer, 1);
        if (paid.isEmpty()) {
            return false;
        }
        long whole = total(paid);
        long first = whole * (30 + chance.nextInt(40)) / 100;
        return add(Habit.INSTALMENTS, customer, paid, first - whole, words.whole(paid.getFirst()))
                && add(Habit.INSTALMENTS, customer, paid, -first, words.shortened(paid.getFirst()));
    }

    private boolean parent(Habit habit, Customer customer, Words<List<Candidate>> text) {
        List<Candidate> paid = new ArrayList<>();
        customer.children.forEach(child -> paid.addAll(take(child, 1)));
        if (!paid.isEmpty()) {
            paid.addAll(take(customer, 1));
        }
        return !paid.isEmpty() && add(habit, customer, paid, 0, text.of(paid));
    }

    private boolean agent(int index) {
        if (index % 16 < 12) {
            return false;
        }
        List<Candidate> paid = new ArrayList<>();
        for (int i = index - index % 16 + 12; i <= index; i++) {
            paid.addAll(take(trade.customers.get(i), 1));
        }
        return !paid.isEmpty()
                && label(
                        Habit.AGENT,
                        payment("Pay Services BV", Trade.agentOf(index), total(paid), words.list(paid), List.of()),
                        paid);
    }

    /** The amount of as many open items of the customer as said, at least. */
    private boolean amountAlone(Habit habit, Customer customer, int bearers) {
        for (Candidate item : invoices(customer)) {
            long same = customer.pool.stream()
                    .filter(other -> other.openMinor() == item.openMinor())
                    .count();
            if (bearers == 1 ? same == 1 : same >= bearers) {
                customer.pool.remove(item);
                return add(habit, customer, List.of(item), 0, words.nothing());
            }
        }
        return false;
    }

    private boolean balance(Customer customer) {
        List<Candidate> paid = List.copyOf(customer.pool);
        if (paid.size() < 2 || total(paid) <= 0 || customer.isChild || !customer.children.isEmpty()) {
            return false;
        }
        customer.pool.clear();
        return add(Habit.BALANCE, customer, paid, 0, words.nothing());
    }

    private boolean paidTwice(Customer customer) {
        List<Candidate> paid = take(customer, 1);
        if (paid.isEmpty()) {
            return false;
        }
        String text = words.whole(paid.getFirst());
        return add(Habit.PLAIN, customer, paid, 0, text)
                && label(
                        Habit.PAID_TWICE,
                        payment(customer.name, account(customer), total(paid), text, List.of()),
                        List.of());
    }

    /** The amount is at times that of an item which is open. */
    private boolean settled(Customer customer) {
        List<Candidate> open = invoices(customer);
        long minor = open.isEmpty() || chance.nextBoolean()
                ? 5_000 + chance.nextInt(90_000)
                : open.getFirst().openMinor();
        String text = words.aroundNumber(trade.settledNumber());
        return label(
                Habit.SETTLED_NUMBER, payment(customer.name, account(customer), minor, text, List.of()), List.of());
    }

    private boolean otherCurrency(Customer customer) {
        List<Candidate> paid = take(customer, 1);
        if (paid.isEmpty()) {
            return false;
        }
        Payment euros = payment(customer.name, account(customer), total(paid), words.whole(paid.getFirst()), List.of());
        long atRate = Trade.DOLLARS_PER_EURO
                .multiply(BigDecimal.valueOf(euros.amount().minor()))
                .longValue();
        // The payer's bank sells its dollars dearer than the rate of the day, by up to eight in a thousand; now and
        // then a little cheaper.
        Payment dollars = new Payment(
                euros.id(),
                Money.ofMinor(atRate + atRate * (chance.nextInt(11) - 8) / 1_000, Trade.USD),
                euros.valueDate(),
                euros.payerName(),
                euros.payerAccount(),
                List.of(),
                euros.remittanceText(),
                List.of());
        return label(Habit.OTHER_CURRENCY, dollars, paid);
    }

    private boolean stranger() {
        long minor = 2_000L + chance.nextInt(400_000);
        String account = "ES" + (10_000_000_000L + chance.nextInt(1_000_000_000));
        return label(
                Habit.STRANGER,
                payment(words.strangersName(), account, minor, words.strangersText(), List.of()),
                List.of());
    }

    private static List<Candidate> invoices(Customer customer) {
        return customer.pool.stream()
                .filter(item -> item.kind() == ItemKind.INVOICE)
                .sorted(Comparator.comparingLong(item -> item.item().value()))
                .toList();
    }

    /** So many of the customer's invoices, in no order; none where there are too few. */
    private List<Candidate> take(Customer customer, int count) {
        List<Candidate> open = new ArrayList<>(invoices(customer));
        if (open.size() < count) {
            return List.of();
        }
        List<Candidate> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(open.remove(chance.nextInt(open.size())));
        }
        customer.pool.removeAll(taken);
        return taken;
    }

    private static long total(List<Candidate> items) {
        return items.stream().mapToLong(Candidate::openMinor).sum();
    }

    /** One in five pays from an account of which nobody has heard, and one in eight without a name. */
    private String account(Customer customer) {
        return chance.nextInt(5) == 0 ? "IT" + (20_000_000_000L + chance.nextInt(1_000_000_000)) : customer.bankAccount;
    }

    private boolean add(Habit habit, Customer customer, List<Candidate> paid, long more, String text) {
        String name = chance.nextInt(8) == 0 ? "" : customer.name;
        return label(habit, payment(name, account(customer), total(paid) + more, text, List.of()), paid);
    }

    private Payment payment(String name, String account, long minor, String text, List<String> references) {
        return new Payment(
                "P" + (payments.size() + 1),
                Money.ofMinor(minor, Trade.EUR),
                Trade.TODAY.minusDays(chance.nextInt(3)),
                name,
                account,
                references,
                text,
                List.of());
    }

    private boolean label(Habit habit, Payment payment, List<Candidate> paid) {
        payments.add(
                new Labelled(payment, habit, paid.stream().map(Candidate::item).collect(Collectors.toSet())));
        return true;
    }
}
