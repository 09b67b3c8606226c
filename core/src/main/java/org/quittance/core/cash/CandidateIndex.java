package org.quittance.core.cash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.reference.PlanNumber;
import org.quittance.core.reference.StructuredReference;

/**
 * The open items that payments are matched against, found by number, by customer, and by customer and amount. Immutable; many
 * threads may match against one index.
 *
 * <p>Items stand in one order, by customer, currency, open amount and id, so that a customer's items of one currency, its
 * <em>book</em>, are one stretch, and those of one amount a stretch within it. The order in which the candidates were given has no
 * influence.
 *
 * <p>A number that belongs to more than {@value #SHARED_BY_MOST} items, or that is a customer's number, is no document number and
 * finds nothing.
 */
public final class CandidateIndex {

    /** An order may be billed with several invoices; a number on more items than this is a party's code or a habit. */
    public static final int SHARED_BY_MOST = 8;

    static final int UNKNOWN = -1;
    private static final int AMBIGUOUS = -2;

    /** A stretch of positions, from {@code from} up to, not including, {@code to}. */
    record Book(int from, int to) {
        static final Book EMPTY = new Book(0, 0);
    }

    private record BookKey(int customer, Currency currency) {}

    /**
     * A letter that payments may quote, and where those of its items stand that were open when the index was built.
     *
     * @param beside of the credits that it listed and did not take off
     */
    record Letter(QuotedLetter quoted, List<Integer> positions, List<Integer> beside) {}

    private final Candidate[] items;
    private final long[] open;
    private final int[] documentDay;
    private final int[] customerOf;
    private final String[][] keys;
    private final ReferenceTable table;
    private final Map<BookKey, Book> books = new HashMap<>();
    private final Map<String, Integer> customerByNumber = new HashMap<>();
    private final Map<String, Integer> customerByName = new HashMap<>();
    private final Map<String, Integer> customerByBankAccount = new HashMap<>();
    private final Map<String, Integer> customerByVirtualAccount = new HashMap<>();
    private final Map<String, Set<Integer>> customersBySharedBankAccount = new HashMap<>();
    private final Map<Integer, Set<Integer>> paidForBy = new HashMap<>();
    private final List<AccountId> homeAccounts = new ArrayList<>();
    private final List<String> customerNumbers = new ArrayList<>();
    private final Map<String, Letter> letters;
    private final Map<String, Letter> plans;

    private CandidateIndex(
            Collection<Candidate> candidates, Collection<KnownPayer> payers, Collection<QuotedLetter> quoted) {
        items = candidates.toArray(Candidate[]::new);
        Arrays.parallelSort(
                items,
                Comparator.comparing(Candidate::customerNumber)
                        .thenComparing(c -> c.currency().getCurrencyCode())
                        .thenComparingLong(Candidate::openMinor)
                        .thenComparingLong(c -> c.item().value()));
        open = new long[items.length];
        documentDay = new int[items.length];
        customerOf = new int[items.length];
        keys = new String[items.length][];
        table = new ReferenceTable(numbersAndCores(items));
        refuseDuplicates();
        fileCustomers(payers);
        fileNumbers();
        fileBooks();
        letters = quoted.isEmpty() ? Map.of() : filed(quoted);
        plans = letters.values().stream()
                .filter(letter -> letter.quoted().isPlan())
                .collect(Collectors.toUnmodifiableMap(letter -> letter.quoted().plan(), letter -> letter));
    }

    public static CandidateIndex of(Collection<Candidate> candidates) {
        return new CandidateIndex(candidates, List.of(), List.of());
    }

    /** With what is known about payers beyond their open items. */
    public static CandidateIndex of(Collection<Candidate> candidates, Collection<KnownPayer> payers) {
        return new CandidateIndex(candidates, payers, List.of());
    }

    /** With the letters that the payments quote as well. */
    public static CandidateIndex of(
            Collection<Candidate> candidates, Collection<KnownPayer> payers, Collection<QuotedLetter> letters) {
        return new CandidateIndex(candidates, payers, letters);
    }

    /** The currencies of the items. */
    public Set<Currency> currencies() {
        return books.keySet().stream().map(BookKey::currency).collect(Collectors.toSet());
    }

    public int size() {
        return items.length;
    }

    Candidate item(int position) {
        return items[position];
    }

    /** What was open when the index was built. */
    long open(int position) {
        return open[position];
    }

    long documentDay(int position) {
        return documentDay[position];
    }

    int customerOf(int position) {
        return customerOf[position];
    }

    /** The item's numbers as {@link ReferenceKey}s, the document number first. */
    String[] keys(int position) {
        return keys[position];
    }

    Book book(int customer, Currency currency) {
        return books.getOrDefault(new BookKey(customer, currency), Book.EMPTY);
    }

    /** The stretch of a book whose items were open with an amount between the two, both included. */
    Book withAmount(Book book, long least, long most) {
        int from = firstAtLeast(book, least);
        int to = most == Long.MAX_VALUE ? book.to() : firstAtLeast(book, most + 1);
        return new Book(from, to);
    }

    int customerWithNumber(String key) {
        return customerByNumber.getOrDefault(key, UNKNOWN);
    }

    int customerNamed(String name) {
        return known(customerByName.getOrDefault(ReferenceKey.of(name), UNKNOWN));
    }

    int customerPayingFrom(String bankAccount) {
        return known(customerByBankAccount.getOrDefault(ReferenceKey.of(bankAccount), UNKNOWN));
    }

    boolean hasVirtualAccounts() {
        return !customerByVirtualAccount.isEmpty();
    }

    int customerOfVirtualAccount(String account) {
        return account.isEmpty()
                ? UNKNOWN
                : known(customerByVirtualAccount.getOrDefault(ReferenceKey.of(account), UNKNOWN));
    }

    /** Whose items a customer pays: its own, and those of the customers for whom it is the payer. */
    Set<Integer> paidForBy(int customer) {
        return paidForBy.getOrDefault(customer, Set.of(customer));
    }

    /** Whether the items of two customers may be paid at once: it is one customer, or one pays for the other, or somebody for both. */
    boolean paidTogether(int one, int other) {
        return one == other || paidForBy.values().stream().anyMatch(all -> all.contains(one) && all.contains(other));
    }

    /** The customers for whom a bank account has paid, where it is nobody's alone: an agent's. */
    Set<Integer> customersSharing(String bankAccount) {
        return customersBySharedBankAccount.getOrDefault(ReferenceKey.of(bankAccount), Set.of());
    }

    String customerNumber(int customer) {
        return customerNumbers.get(customer);
    }

    /** Where on-account cash of a customer goes. */
    AccountId homeAccount(int customer) {
        return homeAccounts.get(customer);
    }

    /** Whether any payment may quote a letter; if not, no text need be searched for references of letters. */
    boolean hasLetters() {
        return !letters.isEmpty();
    }

    /** The letter of a reference, or null where it is no letter's. */
    @Nullable
    Letter letter(StructuredReference reference) {
        return letters.get(reference.value());
    }

    /** The items that bear exactly this number, or whose core it is; none where too many do. In the order of the index. */
    List<Integer> bearing(char[] text, int from, int to) {
        int entry = table.first(ReferenceTable.hash(text, from, to));
        if (entry < 0) {
            return List.of();
        }
        List<Integer> positions = new ArrayList<>(1);
        for (; entry >= 0; entry = table.next(entry)) {
            int position = table.position(entry);
            if (bears(position, text, from, to)) {
                if (positions.size() == SHARED_BY_MOST) {
                    return List.of();
                }
                positions.add(position);
            }
        }
        return positions;
    }

    /** The number of the item that is written out in full here, or null where only its core is. */
    @Nullable
    String keyInFull(int position, char[] text, int from, int to) {
        for (String key : keys[position]) {
            if (matches(key, 0, text, from, to)) {
                return key;
            }
        }
        return null;
    }

    private boolean bears(int position, char[] text, int from, int to) {
        for (String key : keys[position]) {
            if (matches(key, 0, text, from, to)) {
                return true;
            }
            int core = ReferenceKey.coreStart(key);
            if (core > 0 && matches(key, core, text, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String key, int keyFrom, char[] text, int from, int to) {
        if (key.length() - keyFrom != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (key.charAt(keyFrom + i - from) != text[i]) {
                return false;
            }
        }
        return true;
    }

    private int firstAtLeast(Book book, long amount) {
        int low = book.from();
        int high = book.to();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (open[middle] < amount) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int numbersAndCores(Candidate[] items) {
        int numbers = 0;
        for (Candidate item : items) {
            numbers += 1 + item.references().size();
        }
        return numbers * 2;
    }

    private void refuseDuplicates() {
        Set<ItemId> seen = HashSet.newHashSet(items.length);
        for (Candidate item : items) {
            if (!seen.add(item.item())) {
                throw new IllegalArgumentException("item %s is given twice".formatted(item.item()));
            }
        }
    }

    private void fileCustomers(Collection<KnownPayer> payers) {
        for (int i = 0; i < items.length; i++) {
            Candidate item = items[i];
            int customer = customer(item.customerNumber(), item.account());
            customerOf[i] = customer;
            open[i] = item.openMinor();
            documentDay[i] = (int) item.documentDate().toEpochDay();
            file(customerByName, item.customerName(), customer);
        }
        for (KnownPayer payer : payers) {
            int customer = customer(payer.customerNumber(), payer.account());
            payer.names().forEach(name -> file(customerByName, name, customer));
            payer.bankAccounts().forEach(account -> fileBankAccount(account, customer));
            payer.virtualAccounts().forEach(account -> file(customerByVirtualAccount, account, customer));
        }
        for (KnownPayer payer : payers) {
            int customer = customer(payer.customerNumber(), payer.account());
            for (String other : payer.paysFor()) {
                Integer known = customerByNumber.get(ReferenceKey.of(other));
                if (known != null) {
                    paidForBy
                            .computeIfAbsent(customer, own -> new TreeSet<>(Set.of(own)))
                            .add(known);
                }
            }
        }
    }

    /** The lowest of a customer's accounts receives what is on account, so that the choice depends on no order. */
    private int customer(String number, AccountId account) {
        String key = ReferenceKey.of(number);
        Integer known = customerByNumber.get(key);
        if (known != null) {
            if (account.value() < homeAccounts.get(known).value()) {
                homeAccounts.set(known, account);
            }
            return known;
        }
        int customer = homeAccounts.size();
        customerByNumber.put(key, customer);
        customerNumbers.add(number);
        homeAccounts.add(account);
        return customer;
    }

    private void fileNumbers() {
        for (int position = items.length - 1; position >= 0; position--) {
            Candidate item = items[position];
            List<String> own = new ArrayList<>(1 + item.references().size());
            addKey(own, item.document());
            item.references().forEach(reference -> addKey(own, reference));
            keys[position] = own.toArray(String[]::new);
            for (String key : own) {
                table.add(ReferenceTable.hash(key, 0), position);
                int core = ReferenceKey.coreStart(key);
                if (core > 0) {
                    table.add(ReferenceTable.hash(key, core), position);
                }
            }
        }
    }

    private void addKey(List<String> own, String reference) {
        String key = ReferenceKey.of(reference);
        if (!key.isEmpty() && !own.contains(key) && !customerByNumber.containsKey(key)) {
            own.add(key);
        }
    }

    /** The repayment plan of a number, or null where there is none. */
    @Nullable
    Letter plan(PlanNumber number) {
        return plans.get(number.text());
    }

    /** Where the credits stand that a letter listed and did not take off. */
    List<Integer> beside(QuotedLetter letter) {
        Letter filed = letters.get(letter.reference());
        return filed == null ? List.of() : filed.beside();
    }

    private Map<String, Letter> filed(Collection<QuotedLetter> quoted) {
        Set<ItemId> listed = quoted.stream()
                .flatMap(letter -> Stream.concat(letter.askedMinor().keySet().stream(), letter.beside().stream()))
                .collect(Collectors.toSet());
        Map<ItemId, Integer> positionOf = new HashMap<>();
        for (int i = 0; i < items.length; i++) {
            if (listed.contains(items[i].item())) {
                positionOf.put(items[i].item(), i);
            }
        }
        return quoted.stream()
                .collect(Collectors.toUnmodifiableMap(
                        QuotedLetter::reference,
                        letter -> new Letter(
                                letter,
                                among(letter.askedMinor().keySet(), positionOf),
                                among(letter.beside(), positionOf))));
    }

    private static List<Integer> among(Set<ItemId> listed, Map<ItemId, Integer> positionOf) {
        return listed.stream()
                .map(item -> positionOf.getOrDefault(item, UNKNOWN))
                .filter(position -> position >= 0)
                .sorted()
                .toList();
    }

    private void fileBooks() {
        int from = 0;
        for (int i = 1; i <= items.length; i++) {
            boolean ends = i == items.length
                    || customerOf[i] != customerOf[from]
                    || !items[i].currency().equals(items[from].currency());
            if (ends) {
                books.put(new BookKey(customerOf[from], items[from].currency()), new Book(from, i));
                from = i;
            }
        }
    }

    private static void file(Map<String, Integer> map, String text, int customer) {
        String key = ReferenceKey.of(text);
        if (!key.isEmpty()) {
            map.merge(key, customer, (one, other) -> one.equals(other) ? one : AMBIGUOUS);
        }
    }

    private void fileBankAccount(String account, int customer) {
        String key = ReferenceKey.of(account);
        Integer other = customerByBankAccount.get(key);
        file(customerByBankAccount, account, customer);
        if (other != null && other != customer) {
            Set<Integer> sharing = customersBySharedBankAccount.computeIfAbsent(key, _ -> new TreeSet<>());
            sharing.add(customer);
            if (other != AMBIGUOUS) {
                sharing.add(other);
            }
        }
    }

    private static int known(int customer) {
        return customer == AMBIGUOUS ? UNKNOWN : customer;
    }
}
