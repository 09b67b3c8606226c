package org.quittance.ledger;

import static org.jooq.impl.DSL.select;
import static org.quittance.db.ledger.Tables.ACCOUNT;
import static org.quittance.db.ledger.Tables.CONTACT;
import static org.quittance.db.ledger.Tables.CUSTOMER;
import static org.quittance.db.ledger.Tables.ITEM;
import static org.quittance.db.ledger.Tables.OPEN_ITEM;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.quittance.core.ledger.ItemKind;

/**
 * By what a customer is found. Each way is a look-up in an index of its own, joined as a union, so that one that finds nothing costs nothing.
 *
 * <p>A document is found by the end of its number too, from five digits on, whether it is open or settled. The index has the last five digits
 * ({@code ledger.last_digits}): of ten million documents about a hundred end alike, which are read and compared with all that was typed.
 *
 * <p>A telephone number is compared by its last digits backwards, as {@code contact.phone_key} and {@code mobile_key} keep them; whoever types one writes it in any way.
 */
final class CustomerSearch {

    /** Fewer digits are no telephone number: too many have the same end. */
    private static final int FEWEST_DIGITS = 6;

    private static final int MOST_DIGITS = 9;
    /** Fewer letters are in the name of nearly everybody. */
    private static final int FEWEST_LETTERS = 3;

    private static final int FEWEST_DIGITS_OF_DOCUMENT = 5;
    private static final Pattern ENDS_WITH_DIGITS = Pattern.compile("[0-9]{5}$");
    /** Of how many hits it is said what has led to them. */
    private static final int EXPLAINED = 200;

    private CustomerSearch() {}

    /**
     * The customers that the text leads to.
     *
     * @param led others that it leads to by what the ledger does not know
     */
    static Select<Record1<Long>> hits(String text, Collection<Long> led) {
        Select<Record1<Long>> hits = select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(DSL.lower(CUSTOMER.NAME).contains(text.toLowerCase(Locale.ROOT)))
                .union(select(CUSTOMER.ID).from(CUSTOMER).where(CUSTOMER.NUMBER.eq(text)))
                .union(select(ACCOUNT.CUSTOMER_ID).from(ACCOUNT).where(ACCOUNT.NUMBER.eq(text)))
                .union(select(ACCOUNT.CUSTOMER_ID)
                        .from(ITEM)
                        .join(ACCOUNT)
                        .on(ACCOUNT.ID.eq(ITEM.ACCOUNT_ID))
                        .where(ITEM.DOCUMENT.eq(text)))
                .union(select(ACCOUNT.CUSTOMER_ID)
                        .from(OPEN_ITEM)
                        .join(ACCOUNT)
                        .on(ACCOUNT.ID.eq(OPEN_ITEM.ACCOUNT_ID))
                        .where(isDocument(text)));
        if (!led.isEmpty()) {
            hits = hits.union(select(CUSTOMER.ID).from(CUSTOMER).where(CUSTOMER.ID.in(led)));
        }
        if (endsWithDigits(text)) {
            hits = hits.union(select(ACCOUNT.CUSTOMER_ID)
                    .from(ITEM)
                    .join(ACCOUNT)
                    .on(ACCOUNT.ID.eq(ITEM.ACCOUNT_ID))
                    .where(isEndOfDocument(text)));
        }
        if (text.length() >= FEWEST_LETTERS) {
            hits = hits.union(select(CONTACT.CUSTOMER_ID).from(CONTACT).where(isNameOfContact(text)));
        }
        Optional<Telephone> telephone = telephone(text);
        if (telephone.isPresent()) {
            hits = hits.union(select(CONTACT.CUSTOMER_ID)
                            .from(CONTACT)
                            .where(telephone.get().isPhone()))
                    .union(select(CONTACT.CUSTOMER_ID)
                            .from(CONTACT)
                            .where(telephone.get().isMobile()));
        }
        return hits;
    }

    /**
     * What has led to whom, in words: a telephone number, a document, an account or somebody's name. What the customer's own name or number has
     * led to is not among it: it stands in its row.
     */
    static Map<Long, String> led(DSLContext sql, String text) {
        Map<Long, String> led = new LinkedHashMap<>();
        if (text.isEmpty()) {
            return led;
        }
        telephone(text)
                .ifPresent(number -> sql.select(
                                CONTACT.CUSTOMER_ID,
                                CONTACT.NAME,
                                DSL.when(number.isPhone(), CONTACT.PHONE).otherwise(CONTACT.MOBILE))
                        .from(CONTACT)
                        .where(number.isPhone().or(number.isMobile()))
                        .orderBy(CONTACT.ID)
                        .limit(EXPLAINED)
                        .forEach(row -> led.putIfAbsent(row.value1(), row.value2() + ", " + row.value3())));
        sql.select(ACCOUNT.CUSTOMER_ID, OPEN_ITEM.DOCUMENT)
                .from(OPEN_ITEM)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(OPEN_ITEM.ACCOUNT_ID))
                .where(isDocument(text))
                .orderBy(OPEN_ITEM.ITEM_ID)
                .limit(EXPLAINED)
                .forEach(row -> led.putIfAbsent(row.value1(), "Document " + row.value2()));
        documents(sql, ITEM.DOCUMENT.eq(text), led);
        if (endsWithDigits(text)) {
            documents(sql, isEndOfDocument(text), led);
        }
        sql.select(ACCOUNT.CUSTOMER_ID, ACCOUNT.NUMBER)
                .from(ACCOUNT)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(ACCOUNT.CUSTOMER_ID))
                .where(ACCOUNT.NUMBER.eq(text))
                .and(CUSTOMER.NUMBER.ne(text))
                .orderBy(ACCOUNT.ID)
                .limit(EXPLAINED)
                .forEach(row -> led.putIfAbsent(row.value1(), "Account " + row.value2()));
        if (text.length() >= FEWEST_LETTERS) {
            sql.select(CONTACT.CUSTOMER_ID, CONTACT.NAME)
                    .from(CONTACT)
                    .where(isNameOfContact(text))
                    .orderBy(CONTACT.ID)
                    .limit(EXPLAINED)
                    .forEach(row -> led.putIfAbsent(row.value1(), "Contact person " + row.value2()));
        }
        return led;
    }

    /** Open or settled. */
    private static void documents(DSLContext sql, Condition which, Map<Long, String> led) {
        sql.select(ACCOUNT.CUSTOMER_ID, ITEM.DOCUMENT, OPEN_ITEM.ITEM_ID)
                .from(ITEM)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(ITEM.ACCOUNT_ID))
                .leftJoin(OPEN_ITEM)
                .on(OPEN_ITEM.ITEM_ID.eq(ITEM.ID))
                .where(which)
                .orderBy(ITEM.ID)
                .limit(EXPLAINED)
                .forEach(row -> led.putIfAbsent(
                        row.value1(), "Document " + row.value2() + (row.value3() == null ? ", settled" : "")));
    }

    private static Condition isNameOfContact(String text) {
        return DSL.lower(CONTACT.NAME).contains(text.toLowerCase(Locale.ROOT));
    }

    /** What a document's number may end with: five digits or more, with whatever stands before them. */
    private static boolean endsWithDigits(String text) {
        return ENDS_WITH_DIGITS.matcher(compact(text)).find();
    }

    /** The conditions of the index stand in the query, so that the planner may use it; few rows are left to compare. */
    private static Condition isEndOfDocument(String text) {
        String typed = compact(text);
        Field<String> digits = DSL.field("ledger.last_digits({0})", String.class, ITEM.DOCUMENT);
        Field<String> document =
                DSL.field("regexp_replace(upper({0}), '[^A-Z0-9]', '', 'g')", String.class, ITEM.DOCUMENT);
        return ITEM.KIND
                .ne(DSL.inline(ItemKind.PAYMENT, ITEM.KIND))
                .and(digits.eq(typed.substring(typed.length() - FEWEST_DIGITS_OF_DOCUMENT)))
                .and(document.endsWith(typed)
                        .or(DSL.field("ledger.search_key({0})", String.class, ITEM.DOCUMENT)
                                .eq(DSL.field("ledger.search_key({0})", String.class, DSL.val(text)))));
    }

    private static String compact(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /** With or without prefix, blanks and leading zeros, as a payer would write it. */
    private static Condition isDocument(String text) {
        Field<String> key = DSL.field("ledger.search_key({0})", String.class, DSL.val(text));
        return OPEN_ITEM.DOCUMENT_SEARCH_KEY.eq(key);
    }

    /** Whether a contact's telephone, or mobile telephone, has the number. */
    private record Telephone(Condition isPhone, Condition isMobile) {}

    private static Optional<Telephone> telephone(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        boolean isOne = digits.length() >= FEWEST_DIGITS && text.matches("[0-9+()./ -]+");
        if (!isOne) {
            return Optional.empty();
        }
        String last = digits.substring(Math.max(0, digits.length() - MOST_DIGITS));
        return Optional.of(new Telephone(endsWith(CONTACT.PHONE_KEY, last), endsWith(CONTACT.MOBILE_KEY, last)));
    }

    /** The condition of the index stands in the query, so that the planner may use it. */
    private static Condition endsWith(Field<String> key, String last) {
        return key.ne("").and(key.like(new StringBuilder(last).reverse() + "%"));
    }
}
