package org.quittance.cash;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.lower;
import static org.quittance.db.cash.Tables.PAYER_ACCOUNT;
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
import org.quittance.core.cash.Candidate;
import org.quittance.core.cash.CandidateIndex;
import org.quittance.core.cash.KnownPayer;
import org.quittance.core.cash.Payment;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.springframework.stereotype.Component;

/**
 * Loads what a batch of payments could be for, in a handful of queries whatever its size.
 *
 * <p>First the accounts that anything about the payments points to: a document number in the text, a customer number, the payer's bank
 * account or name. Then the whole open books of those accounts, so that sums and near misses are found as well.
 */
@Component
class CandidateLoader {

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z][0-9A-Za-z./_-]*[0-9A-Za-z]");
    private static final int SHORTEST_NUMBER = 3;

    private final DSLContext sql;

    CandidateLoader(DSLContext sql) {
        this.sql = sql;
    }

    CandidateIndex load(long entityId, Collection<Payment> payments) {
        Set<Long> accounts = accountsPointedTo(entityId, payments);
        if (accounts.isEmpty()) {
            return CandidateIndex.of(List.of());
        }
        Map<Long, KnownPayer> payers = payers(accounts);
        List<Candidate> candidates = sql.selectFrom(OPEN_ITEM_VIEW)
                .where(OPEN_ITEM_VIEW.ACCOUNT_ID.eq(any(accounts.toArray(Long[]::new))))
                .fetch(row -> candidate(row, payers));
        return CandidateIndex.of(candidates, payers.values());
    }

    private Set<Long> accountsPointedTo(long entityId, Collection<Payment> payments) {
        Set<String> numbers = new HashSet<>();
        Set<String> bankAccounts = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Payment payment : payments) {
            Stream.concat(Stream.of(payment.remittanceText()), payment.structuredReferences().stream())
                    .forEach(text -> collectNumbers(text, numbers));
            payment.lines().forEach(line -> collectNumbers(line.reference(), numbers));
            bankAccounts.add(payment.payerAccount());
            names.add(payment.payerName().strip().toLowerCase(Locale.ROOT));
        }
        bankAccounts.remove("");
        names.remove("");
        String[] numberArray = numbers.toArray(String[]::new);
        Set<Long> accounts = new HashSet<>(sql.select(OPEN_ITEM_VIEW.ACCOUNT_ID)
                .from(OPEN_ITEM_VIEW)
                .where(OPEN_ITEM_VIEW.DOCUMENT_KEY.eq(any(numberArray)))
                .and(OPEN_ITEM_VIEW.ENTITY_ID.eq(entityId))
                .fetchSet(OPEN_ITEM_VIEW.ACCOUNT_ID));
        // By number and by name apart: together they could use neither index, and would read every account of the
        // entity.
        accounts.addAll(accounts(entityId, ACCOUNT_VIEW.ACCOUNT_NUMBER.eq(any(numberArray))));
        accounts.addAll(accounts(entityId, lower(ACCOUNT_VIEW.CUSTOMER_NAME).eq(any(names.toArray(String[]::new)))));
        accounts.addAll(sql.select(PAYER_ACCOUNT.ACCOUNT_ID)
                .from(PAYER_ACCOUNT)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(PAYER_ACCOUNT.ACCOUNT_ID))
                .where(ACCOUNT_VIEW.ENTITY_ID.eq(entityId))
                .and(PAYER_ACCOUNT.PAYER_ACCOUNT_.eq(any(bankAccounts.toArray(String[]::new))))
                .fetchSet(PAYER_ACCOUNT.ACCOUNT_ID));
        return accounts;
    }

    private Set<Long> accounts(long entityId, Condition pointedTo) {
        return sql.select(ACCOUNT_VIEW.ACCOUNT_ID)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.ENTITY_ID.eq(entityId))
                .and(pointedTo)
                .fetchSet(ACCOUNT_VIEW.ACCOUNT_ID);
    }

    private Map<Long, KnownPayer> payers(Set<Long> accounts) {
        Map<Long, List<String>> bankAccounts = sql.select(PAYER_ACCOUNT.ACCOUNT_ID, PAYER_ACCOUNT.PAYER_ACCOUNT_)
                .from(PAYER_ACCOUNT)
                .where(PAYER_ACCOUNT.ACCOUNT_ID.in(accounts))
                .fetchGroups(PAYER_ACCOUNT.ACCOUNT_ID, PAYER_ACCOUNT.PAYER_ACCOUNT_);
        Map<Long, KnownPayer> payers = new TreeMap<>();
        sql.select(ACCOUNT_VIEW.ACCOUNT_ID, ACCOUNT_VIEW.ACCOUNT_NUMBER, ACCOUNT_VIEW.CUSTOMER_NAME)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.ACCOUNT_ID.in(accounts))
                .forEach(row -> payers.put(
                        row.value1(),
                        new KnownPayer(
                                AccountId.of(row.value1()),
                                row.value2(),
                                List.of(row.value3()),
                                bankAccounts.getOrDefault(row.value1(), List.of()))));
        return payers;
    }

    private static Candidate candidate(Record row, Map<Long, KnownPayer> payers) {
        KnownPayer payer = payers.get(row.get(OPEN_ITEM_VIEW.ACCOUNT_ID));
        if (payer == null) {
            throw new IllegalStateException("Item " + row.get(OPEN_ITEM_VIEW.ITEM_ID) + " of an account not asked for");
        }
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
                row.get(OPEN_ITEM_VIEW.DUE_DATE));
    }

    /** The words of a text that could be a document's or a customer's number, each as the ledger keys documents. */
    private static void collectNumbers(String text, Set<String> numbers) {
        Matcher words = NUMBER.matcher(text);
        while (words.find()) {
            String key = key(words.group());
            if (key.length() >= SHORTEST_NUMBER && key.chars().anyMatch(Character::isDigit)) {
                numbers.add(key);
                numbers.add(words.group());
            }
        }
    }

    /** The same rule as the generated column {@code document_key}. */
    private static String key(String word) {
        return word.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "").replaceFirst("^0+", "");
    }
}
