package org.quittance.cash;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.lower;
import static org.quittance.db.cash.Tables.KNOWN_PAYER_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.Candidate;
import org.quittance.core.cash.CandidateIndex;
import org.quittance.core.cash.KnownPayer;
import org.quittance.core.cash.NameInText;
import org.quittance.core.cash.Payment;
import org.quittance.core.cash.SearchKeys;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CashDiscount;
import org.quittance.core.ledger.ItemId;
import org.springframework.stereotype.Component;

/**
 * Loads what a batch of payments could be for, in a handful of queries whatever its size.
 *
 * <p>First the accounts that anything about the payments points to: a number of an item in text or reference (its document's, its
 * assignment, the payer's order), a letter of ours that is quoted, a customer number, the payer's bank account or name; and the accounts for whom those pay. Then the whole
 * open books of all of them, so that sums and near misses are found as well.
 */
@Component
class CandidateLoader {

    private static final Pattern WORD = Pattern.compile("(?=[A-Za-z./_-]*[0-9])[0-9A-Za-z][0-9A-Za-z./_-]+[0-9A-Za-z]");

    private final DSLContext sql;
    private final QuotedLetters letters;

    CandidateLoader(DSLContext sql, QuotedLetters letters) {
        this.sql = sql;
        this.letters = letters;
    }

    CandidateIndex load(long entityId, Collection<Payment> payments) {
        QuotedLetters.Quoted quoted = letters.in(entityId, payments);
        Set<Long> named = accountsPointedTo(entityId, payments);
        named.addAll(quoted.accounts());
        if (named.isEmpty()) {
            return CandidateIndex.of(List.of());
        }
        Map<Long, List<Long>> paidFor = paidFor(entityId, named);
        Set<Long> accounts = new HashSet<>(named);
        paidFor.values().forEach(accounts::addAll);
        Map<Long, Known> known = known(accounts, paidFor);
        List<Candidate> candidates = sql.selectFrom(OPEN_ITEM_VIEW)
                .where(OPEN_ITEM_VIEW.ACCOUNT_ID.eq(any(accounts.toArray(Long[]::new))))
                .fetch(row -> candidate(row, known));
        return CandidateIndex.of(
                candidates, known.values().stream().map(Known::payer).toList(), quoted.letters());
    }

    private Set<Long> accountsPointedTo(long entityId, Collection<Payment> payments) {
        Set<String> keys = new HashSet<>();
        Set<String> words = new HashSet<>();
        Set<String> bankAccounts = new HashSet<>();
        Set<String> names = new HashSet<>();
        Set<String> virtualAccounts = new HashSet<>();
        for (Payment payment : payments) {
            Set<String> own = SearchKeys.in(payment);
            keys.addAll(own);
            words.addAll(own);
            collectWords(payment.remittanceText(), words);
            bankAccounts.add(payment.payerAccount());
            virtualAccounts.add(payment.creditedAccount().toUpperCase(Locale.ROOT));
            names.add(payment.payerName().strip().toLowerCase(Locale.ROOT));
            NameInText.candidates(payment).forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        }
        bankAccounts.remove("");
        names.remove("");
        Set<Long> accounts = new HashSet<>(accountsByNumber(entityId, keys));
        // By number and by name apart: together they could use neither index, and would read every account of the
        // entity.
        accounts.addAll(accounts(entityId, ACCOUNT_VIEW.ACCOUNT_NUMBER.eq(any(words.toArray(String[]::new)))));
        virtualAccounts.remove("");
        words.forEach(word -> virtualAccounts.add(word.toUpperCase(Locale.ROOT)));
        accounts.addAll(accountsOfVirtual(entityId, virtualAccounts));
        accounts.addAll(accounts(entityId, lower(ACCOUNT_VIEW.CUSTOMER_NAME).eq(any(names.toArray(String[]::new)))));
        accounts.addAll(sql.select(KNOWN_PAYER_VIEW.ACCOUNT_ID)
                .from(KNOWN_PAYER_VIEW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(KNOWN_PAYER_VIEW.ACCOUNT_ID))
                .where(ACCOUNT_VIEW.ENTITY_ID.eq(entityId))
                .and(KNOWN_PAYER_VIEW.PAYER_ACCOUNT.eq(any(bankAccounts.toArray(String[]::new))))
                .fetchSet(KNOWN_PAYER_VIEW.ACCOUNT_ID));
        return accounts;
    }

    private Set<Long> accountsOfVirtual(long entityId, Set<String> virtualAccounts) {
        return accounts(
                entityId,
                ACCOUNT_VIEW
                        .VIRTUAL_ACCOUNT
                        .ne("")
                        .and(ACCOUNT_VIEW.VIRTUAL_ACCOUNT.eq(any(virtualAccounts.toArray(String[]::new)))));
    }

    /**
     * The accounts of the items that bear one of the numbers: as document, assignment, order or reference. A number of very many items is
     * nobody's; no more of them are read than tell so.
     */
    private Set<Long> accountsByNumber(long entityId, Set<String> keys) {
        return sql.fetch(
                        """
                        select distinct found.account_id
                        from unnest(?::text[]) as k (key)
                        cross join lateral (
                            select b.account_id, count(*) over () as bearers
                            from (
                                (select o.account_id, o.item_id from ledger.open_item_view o
                                 where o.document_search_key = k.key and o.entity_id = ? limit ?)
                                union
                                (select o.account_id, o.item_id from ledger.open_item_view o
                                 where o.assignment_key = k.key and o.entity_id = ? limit ?)
                                union
                                (select o.account_id, o.item_id from ledger.open_item_view o
                                 where o.reference_key = k.key and o.entity_id = ? limit ?)
                                union
                                (select o.account_id, o.item_id from ledger.open_item_view o
                                 where o.structured_key = k.key and o.entity_id = ? limit ?)
                            ) b
                        ) found
                        where found.bearers <= ?
                        """,
                        keys.toArray(String[]::new),
                        entityId,
                        CandidateIndex.SHARED_BY_MOST + 1,
                        entityId,
                        CandidateIndex.SHARED_BY_MOST + 1,
                        entityId,
                        CandidateIndex.SHARED_BY_MOST + 1,
                        entityId,
                        CandidateIndex.SHARED_BY_MOST + 1,
                        CandidateIndex.SHARED_BY_MOST)
                .intoSet(0, Long.class);
    }

    /** For each account the others of the entity that its customer pays, or is the parent of. */
    private Map<Long, List<Long>> paidFor(long entityId, Set<Long> accounts) {
        return sql.fetch("""
                        select p.account_id, o.account_id
                        from ledger.account_view p
                        join ledger.account_view o on o.payer_id = p.customer_id and o.entity_id = p.entity_id
                        where p.account_id = any(?::bigint[]) and p.entity_id = ?
                        union
                        select p.account_id, o.account_id
                        from ledger.account_view p
                        join ledger.account_view o on o.parent_id = p.customer_id and o.entity_id = p.entity_id
                        where p.account_id = any(?::bigint[]) and p.entity_id = ?
                        """, accounts.toArray(Long[]::new), entityId, accounts.toArray(Long[]::new), entityId)
                .intoGroups(row -> row.get(0, Long.class), row -> row.get(1, Long.class));
    }

    private Set<Long> accounts(long entityId, Condition pointedTo) {
        return sql.select(ACCOUNT_VIEW.ACCOUNT_ID)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.ENTITY_ID.eq(entityId))
                .and(pointedTo)
                .fetchSet(ACCOUNT_VIEW.ACCOUNT_ID);
    }

    /**
     * What is known of an account.
     *
     * @param granted the cash discount that is arranged with it: it counts for items that do not tell their own
     */
    private record Known(KnownPayer payer, @Nullable CashDiscount granted) {}

    private Map<Long, Known> known(Set<Long> accounts, Map<Long, List<Long>> paidFor) {
        Map<Long, List<String>> bankAccounts = sql.select(KNOWN_PAYER_VIEW.ACCOUNT_ID, KNOWN_PAYER_VIEW.PAYER_ACCOUNT)
                .from(KNOWN_PAYER_VIEW)
                .where(KNOWN_PAYER_VIEW.ACCOUNT_ID.eq(any(accounts.toArray(Long[]::new))))
                .fetchGroups(KNOWN_PAYER_VIEW.ACCOUNT_ID, KNOWN_PAYER_VIEW.PAYER_ACCOUNT);
        var rows = sql.select(
                        ACCOUNT_VIEW.ACCOUNT_ID,
                        ACCOUNT_VIEW.ACCOUNT_NUMBER,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        ACCOUNT_VIEW.VIRTUAL_ACCOUNT,
                        ACCOUNT_VIEW.DISCOUNT_BASIS_POINTS,
                        ACCOUNT_VIEW.DISCOUNT_DAYS)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.ACCOUNT_ID.eq(any(accounts.toArray(Long[]::new))))
                .fetch();
        Map<Long, String> numbers = rows.intoMap(ACCOUNT_VIEW.ACCOUNT_ID, ACCOUNT_VIEW.ACCOUNT_NUMBER);
        Map<Long, Known> known = new TreeMap<>();
        rows.forEach(row -> known.put(
                row.value1(),
                new Known(
                        new KnownPayer(
                                AccountId.of(row.value1()),
                                row.value2(),
                                List.of(row.value3()),
                                bankAccounts.getOrDefault(row.value1(), List.of()),
                                row.value4().isEmpty() ? List.of() : List.of(row.value4()),
                                paidFor.getOrDefault(row.value1(), List.of()).stream()
                                        .map(numbers::get)
                                        .toList()),
                        row.value5() == null ? null : new CashDiscount(row.value5(), row.value6()))));
        return known;
    }

    private static Candidate candidate(Record row, Map<Long, Known> known) {
        Known account = known.get(row.get(OPEN_ITEM_VIEW.ACCOUNT_ID));
        if (account == null) {
            throw new IllegalStateException("Item " + row.get(OPEN_ITEM_VIEW.ITEM_ID) + " of an account not asked for");
        }
        KnownPayer payer = account.payer();
        return new Candidate(
                ItemId.of(row.get(OPEN_ITEM_VIEW.ITEM_ID)),
                payer.account(),
                payer.customerNumber(),
                payer.names().getFirst(),
                row.get(OPEN_ITEM_VIEW.KIND),
                row.get(OPEN_ITEM_VIEW.DOCUMENT),
                Stream.of(OPEN_ITEM_VIEW.STRUCTURED_REF, OPEN_ITEM_VIEW.ASSIGNMENT, OPEN_ITEM_VIEW.REFERENCE)
                        .map(row::get)
                        .filter(reference -> !reference.isBlank())
                        .toList(),
                row.get(OPEN_ITEM_VIEW.OPEN_MINOR),
                Currency.getInstance(row.get(OPEN_ITEM_VIEW.CURRENCY)),
                row.get(OPEN_ITEM_VIEW.DOCUMENT_DATE),
                row.get(OPEN_ITEM_VIEW.DUE_DATE),
                row.get(OPEN_ITEM_VIEW.DISCOUNT_BASIS_POINTS) == null
                        ? account.granted()
                        : new CashDiscount(
                                row.get(OPEN_ITEM_VIEW.DISCOUNT_BASIS_POINTS), row.get(OPEN_ITEM_VIEW.DISCOUNT_DAYS)));
    }

    /** The words of a text that could be a customer's number, as they are written. */
    static void collectWords(String text, Set<String> words) {
        Matcher found = WORD.matcher(text);
        while (found.find()) {
            words.add(found.group());
        }
    }
}
