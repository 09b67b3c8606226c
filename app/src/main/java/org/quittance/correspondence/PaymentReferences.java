package org.quittance.correspondence;

import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.quittance.db.correspondence.Tables.PAYMENT_REFERENCE;
import static org.quittance.db.correspondence.Tables.PAYMENT_REFERENCE_ITEM;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.quittance.core.collections.Sentences;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.core.reference.LetterReference;
import org.quittance.core.reference.PlanNumber;
import org.quittance.core.reference.StructuredReference;
import org.quittance.core.reference.StructuredReference.Scheme;
import org.quittance.correspondence.letter.LetterContent;
import org.quittance.correspondence.letter.PaymentDetails;
import org.quittance.correspondence.letter.PaymentSlip;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives letters the references that they ask to be quoted, and keeps what each stands for.
 *
 * <p>Example: {@code outbox.queue(OutgoingMessage.of(references.given(content), …))}: the number is drawn from a sequence, and what it stands for
 * is kept with the message, in one transaction. A letter that is only looked at is given none.
 */
@Service
public class PaymentReferences {

    private static final Field<List<ListedItem>> ITEMS = listed(PAYMENT_REFERENCE_ITEM.BESIDE.isFalse(), "items");
    private static final Field<List<ListedItem>> BESIDE = listed(PAYMENT_REFERENCE_ITEM.BESIDE.isTrue(), "beside");

    private final DSLContext sql;

    PaymentReferences(DSLContext sql) {
        this.sql = sql;
    }

    /** The letter with a new reference for each bank account into which it asks to be paid. */
    @Transactional(propagation = Propagation.MANDATORY)
    public LetterContent given(LetterContent letter) {
        List<PaymentSlip> payable = letter.payable();
        Iterator<Long> numbers = numbers(payable.size()).iterator();
        Map<PaymentDetails, StructuredReference> given = new HashMap<>();
        for (PaymentSlip slip : payable) {
            given.put(
                    slip.payTo(),
                    LetterReference.of(numbers.next(), slip.payTo().iban()));
        }
        return letter.quoting(given);
    }

    /** Those of one message, in the order of the letter, with what they stood for when it was written. */
    @Transactional(readOnly = true)
    public List<PaymentReference> of(MessageId message) {
        return sql.select(
                        PAYMENT_REFERENCE.SCHEME,
                        PAYMENT_REFERENCE.REFERENCE,
                        PAYMENT_REFERENCE.BANK_ACCOUNT,
                        ITEMS,
                        BESIDE)
                .from(PAYMENT_REFERENCE)
                .where(PAYMENT_REFERENCE.MESSAGE_ID.eq(message.value()))
                .orderBy(PAYMENT_REFERENCE.ID)
                .fetch(row -> new PaymentReference(
                        new StructuredReference(Scheme.valueOf(row.value1()), row.value2()),
                        row.value3(),
                        row.value4(),
                        row.value5()));
    }

    /**
     * What a repayment plan's instalments are paid under, for as long as anything of it is open.
     *
     * @param items what it is about, with what is owed of each
     */
    public record PlanToPay(
            PlanNumber number, CustomerId customer, LocalDate agreedOn, PaymentDetails payTo, List<ListedItem> items) {

        public PlanToPay {
            items = List.copyOf(items);
        }
    }

    /** The reference of a plan, a new one where it has none; none where it names no bank account. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<StructuredReference> give(PlanToPay plan) {
        Optional<StructuredReference> given = of(plan.number());
        if (given.isPresent() || !plan.payTo().isKnown()) {
            return given;
        }
        StructuredReference reference =
                LetterReference.of(numbers(1).getFirst(), plan.payTo().iban());
        var row = sql.newRecord(PAYMENT_REFERENCE);
        row.setReference(reference.value());
        row.setScheme(reference.scheme().name());
        row.setBankAccount(plan.payTo().iban());
        row.setPlan(plan.number().text());
        row.setCustomerId(plan.customer().value());
        row.setLetterDate(plan.agreedOn());
        row.store();
        keepItems(row.getId(), plan.items(), false);
        return Optional.of(reference);
    }

    /** The reference that a plan was given. */
    @Transactional(readOnly = true)
    public Optional<StructuredReference> of(PlanNumber plan) {
        return sql.select(PAYMENT_REFERENCE.SCHEME, PAYMENT_REFERENCE.REFERENCE)
                .from(PAYMENT_REFERENCE)
                .where(PAYMENT_REFERENCE.PLAN.eq(plan.text()))
                .fetchOptional(row -> new StructuredReference(Scheme.valueOf(row.value1()), row.value2()));
    }

    /**
     * Whom a reference was given to, with or without blanks, and what it was given for, in words; nobody for what is none of ours. One look-up in
     * the unique index.
     */
    @Transactional(readOnly = true)
    public Map<Long, String> whose(String typed) {
        String compact = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return sql.select(
                        PAYMENT_REFERENCE.CUSTOMER_ID,
                        PAYMENT_REFERENCE.SCHEME,
                        PAYMENT_REFERENCE.REFERENCE,
                        PAYMENT_REFERENCE.PLAN,
                        PAYMENT_REFERENCE.LETTER_DATE)
                .from(PAYMENT_REFERENCE)
                .where(PAYMENT_REFERENCE.REFERENCE.eq(compact))
                .fetchMap(
                        row -> row.value1(),
                        row -> "Payment reference %s of %s"
                                .formatted(
                                        new StructuredReference(Scheme.valueOf(row.value2()), row.value3()).printed(),
                                        row.value4() == null
                                                ? "our letter of " + Sentences.day(row.value5())
                                                : "repayment plan " + row.value4()));
    }

    /** Keeps what the references of a message stand for, in the transaction that queues it. */
    void keep(MessageId id, OutgoingMessage message) {
        for (PaymentReference reference : message.references()) {
            var row = sql.newRecord(PAYMENT_REFERENCE);
            row.setReference(reference.reference().value());
            row.setScheme(reference.reference().scheme().name());
            row.setBankAccount(reference.bankAccount());
            row.setMessageId(id.value());
            row.setCustomerId(message.customer().value());
            row.setLetterDate(message.businessDate());
            row.store();
            keepItems(row.getId(), reference.items(), false);
            keepItems(row.getId(), reference.beside(), true);
        }
    }

    private void keepItems(long referenceId, List<ListedItem> items, boolean beside) {
        if (items.isEmpty()) {
            return;
        }
        var insert = sql.insertInto(
                PAYMENT_REFERENCE_ITEM,
                PAYMENT_REFERENCE_ITEM.REFERENCE_ID,
                PAYMENT_REFERENCE_ITEM.ITEM_ID,
                PAYMENT_REFERENCE_ITEM.ACCOUNT_ID,
                PAYMENT_REFERENCE_ITEM.CURRENCY,
                PAYMENT_REFERENCE_ITEM.OPEN_MINOR,
                PAYMENT_REFERENCE_ITEM.BESIDE);
        for (ListedItem item : items) {
            insert = insert.values(
                    referenceId,
                    item.item().value(),
                    item.account().value(),
                    item.open().currency().getCurrencyCode(),
                    item.open().minor(),
                    beside);
        }
        insert.execute();
    }

    private static Field<List<ListedItem>> listed(Condition which, String name) {
        return multiset(select(
                                PAYMENT_REFERENCE_ITEM.ITEM_ID,
                                PAYMENT_REFERENCE_ITEM.ACCOUNT_ID,
                                PAYMENT_REFERENCE_ITEM.OPEN_MINOR,
                                PAYMENT_REFERENCE_ITEM.CURRENCY)
                        .from(PAYMENT_REFERENCE_ITEM)
                        .where(PAYMENT_REFERENCE_ITEM.REFERENCE_ID.eq(PAYMENT_REFERENCE.ID))
                        .and(which)
                        .orderBy(PAYMENT_REFERENCE_ITEM.ITEM_ID))
                .as(name)
                .convertFrom(rows -> rows.map(row -> new ListedItem(
                        ItemId.of(row.value1()),
                        AccountId.of(row.value2()),
                        Money.ofMinor(row.value3(), row.value4()))));
    }

    private List<Long> numbers(int count) {
        return sql.fetch("select nextval('correspondence.payment_reference_number') from generate_series(1, ?)", count)
                .getValues(0, Long.class);
    }
}
