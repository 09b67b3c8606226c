package org.quittance.collections;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.CONTACT_VIEW;
import static org.quittance.db.ledger.Tables.CUSTOMER_VIEW;
import static org.quittance.db.ledger.Tables.ENTITY_VIEW;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.MailAddress;
import org.quittance.correspondence.letter.Language;
import org.quittance.correspondence.letter.PaymentDetails;
import org.quittance.correspondence.letter.Recipient;
import org.quittance.correspondence.letter.Sender;
import org.springframework.stereotype.Component;

/** Finds who writes and who is written to. */
@Component
class Correspondents {

    private final DSLContext sql;

    Correspondents(DSLContext sql) {
        this.sql = sql;
    }

    /** The person who is written to, and in which language. */
    record Addressee(Recipient recipient, MailAddress address, Language language) {}

    /** Who a letter on paper is for, and in which language. */
    record Reader(Recipient recipient, Language language) {}

    /**
     * The account as the customer knows it, with the entity that is owed.
     *
     * @param from the entity's mailbox; null where it has no usable address
     * @param collector who works the account; empty where nobody does
     */
    record Account(
            long id,
            String number,
            String entityCode,
            Sender sender,
            @Nullable MailAddress from,
            PaymentDetails payTo,
            String collector) {}

    /** Whoever pays, else whoever decides; never one who asked not to be contacted, nor one without an address that works. */
    Optional<Addressee> addressee(long customerId) {
        return people(customerId).stream()
                .flatMap(row -> addressee(customerId, row).stream())
                .findFirst();
    }

    /** The same person, whether or not an e-mail reaches them; the customer alone where nobody may be written to. */
    Reader reader(long customerId) {
        return addressee(customerId)
                .map(to -> new Reader(to.recipient(), to.language()))
                .orElseGet(() -> reader(customerId, people(customerId).getFirst()));
    }

    /** Who may be written to, the right one first; one row without a person where there is nobody. */
    private List<Record> people(long customerId) {
        Field<Integer> rank = DSL.when(CONTACT_VIEW.ROLE.eq("ACCOUNTS_PAYABLE"), inline(1))
                .when(CONTACT_VIEW.ROLE.eq("MANAGEMENT"), inline(2))
                .when(CONTACT_VIEW.ROLE.eq("OTHER"), inline(3))
                .when(CONTACT_VIEW.ROLE.eq("PURCHASING"), inline(4))
                .otherwise(inline(5));
        return sql.select(
                        CUSTOMER_VIEW.NUMBER,
                        CUSTOMER_VIEW.NAME,
                        CUSTOMER_VIEW.ADDRESS,
                        CUSTOMER_VIEW.COUNTRY,
                        CUSTOMER_VIEW.LANGUAGE,
                        CONTACT_VIEW.NAME,
                        CONTACT_VIEW.EMAIL,
                        CONTACT_VIEW.LANGUAGE)
                .from(CUSTOMER_VIEW)
                .leftJoin(CONTACT_VIEW)
                .on(CONTACT_VIEW.CUSTOMER_ID.eq(CUSTOMER_VIEW.CUSTOMER_ID))
                .and(CONTACT_VIEW.DO_NOT_CONTACT.isFalse())
                .where(CUSTOMER_VIEW.CUSTOMER_ID.eq(customerId))
                .orderBy(rank, CONTACT_VIEW.CONTACT_ID)
                .fetch(row -> (Record) row);
    }

    Map<Long, Account> accounts(Set<Long> accountIds) {
        return sql.select(
                        ACCOUNT_VIEW.ACCOUNT_ID,
                        ACCOUNT_VIEW.ACCOUNT_NUMBER,
                        ACCOUNT_VIEW.COLLECTOR_NAME,
                        ENTITY_VIEW.CODE,
                        ENTITY_VIEW.NAME,
                        ENTITY_VIEW.ADDRESS,
                        ENTITY_VIEW.EMAIL,
                        ENTITY_VIEW.IBAN,
                        ENTITY_VIEW.BIC)
                .from(ACCOUNT_VIEW)
                .join(ENTITY_VIEW)
                .on(ENTITY_VIEW.ENTITY_ID.eq(ACCOUNT_VIEW.ENTITY_ID))
                .where(ACCOUNT_VIEW.ACCOUNT_ID.eq(any(accountIds.toArray(Long[]::new))))
                .fetchMap(ACCOUNT_VIEW.ACCOUNT_ID, Correspondents::account);
    }

    private static Optional<Addressee> addressee(long customerId, Record row) {
        Reader reader = reader(customerId, row);
        return MailAddress.parse(
                        text(row.get(CONTACT_VIEW.EMAIL)), reader.recipient().contact())
                .map(address -> new Addressee(reader.recipient(), address, reader.language()));
    }

    private static Reader reader(long customerId, Record row) {
        String language = text(row.get(CONTACT_VIEW.LANGUAGE));
        return new Reader(
                new Recipient(
                        CustomerId.of(customerId),
                        row.get(CUSTOMER_VIEW.NUMBER),
                        row.get(CUSTOMER_VIEW.NAME),
                        lines(row.get(CUSTOMER_VIEW.ADDRESS)),
                        text(row.get(CONTACT_VIEW.NAME)),
                        row.get(CUSTOMER_VIEW.COUNTRY)),
                Language.ofCode(language.isEmpty() ? row.get(CUSTOMER_VIEW.LANGUAGE) : language));
    }

    /** Empty where the row has no person. */
    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static Account account(Record row) {
        String entity = row.get(ENTITY_VIEW.NAME);
        String email = row.get(ENTITY_VIEW.EMAIL);
        String collector = row.get(ACCOUNT_VIEW.COLLECTOR_NAME);
        return new Account(
                row.get(ACCOUNT_VIEW.ACCOUNT_ID),
                row.get(ACCOUNT_VIEW.ACCOUNT_NUMBER),
                row.get(ENTITY_VIEW.CODE),
                new Sender(entity, lines(row.get(ENTITY_VIEW.ADDRESS)), email, ""),
                MailAddress.parse(email, entity).orElse(null),
                new PaymentDetails(entity, row.get(ENTITY_VIEW.IBAN), row.get(ENTITY_VIEW.BIC)),
                collector == null ? "" : collector);
    }

    private static List<String> lines(String address) {
        return address.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
