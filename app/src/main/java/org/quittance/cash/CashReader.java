package org.quittance.cash;

import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.quittance.db.cash.Tables.BANK_ACCOUNT;
import static org.quittance.db.cash.Tables.EVIDENCE;
import static org.quittance.db.cash.Tables.IDENTIFICATION;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.PROPOSAL_LINE;
import static org.quittance.db.cash.Tables.STATEMENT;
import static org.quittance.db.cash.Tables.STATEMENT_RELEASE;
import static org.quittance.db.cash.Tables.VERDICT;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.Evidence;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What cash shows to a person. */
@Service
@Transactional(readOnly = true)
public class CashReader {

    private static final Condition RECEIVED = PAYMENT.AMOUNT_MINOR.gt(0L).and(PAYMENT.KIND.eq("PAYMENT"));
    private static final Condition IDENTIFIED =
            exists(selectOne().from(IDENTIFICATION).where(IDENTIFICATION.PAYMENT_ID.eq(PAYMENT.ID)));
    private static final Condition HELD = STATEMENT
            .DIFFERENCE_MINOR
            .isNotNull()
            .and(STATEMENT.DIFFERENCE_MINOR.ne(0L))
            .and(notExists(selectOne().from(STATEMENT_RELEASE).where(STATEMENT_RELEASE.STATEMENT_ID.eq(STATEMENT.ID))));
    /** What of a payment is still open in the ledger: on-account cash. */
    private static final Field<Long> ON_ACCOUNT = coalesce(
            field(select(sum(OPEN_ITEM_VIEW.OPEN_MINOR).neg().cast(Long.class))
                    .from(IDENTIFICATION)
                    .join(OPEN_ITEM_VIEW)
                    .on(OPEN_ITEM_VIEW.ITEM_ID.eq(IDENTIFICATION.ITEM_ID))
                    .where(IDENTIFICATION.PAYMENT_ID.eq(PAYMENT.ID))),
            inline(0L));

    private final DSLContext sql;

    CashReader(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A statement with what has become of its lines.
     *
     * @param differenceMinor by how much its balances fail to close; null where it tells no two balances
     * @param forAPerson received payments without an account
     */
    public record StatementLine(
            long id,
            String bankAccount,
            String format,
            LocalDate date,
            String currency,
            @Nullable Long openingMinor,
            @Nullable Long closingMinor,
            @Nullable Long differenceMinor,
            boolean held,
            int lines,
            int identified,
            int forAPerson) {}

    /** A received payment in a list. */
    public record PaymentLine(
            long id,
            LocalDate bookingDate,
            String currency,
            long amountMinor,
            String payerName,
            String remittance,
            @Nullable String decision,
            long onAccountMinor) {}

    /**
     * Where the money of one currency stands: every received line is applied, on account or unidentified.
     *
     * @param receivedMinor what the bank's lines say
     */
    public record Certificate(
            String currency, long receivedMinor, long appliedMinor, long onAccountMinor, long unidentifiedMinor) {

        public boolean isClosed() {
            return receivedMinor == appliedMinor + onAccountMinor + unidentifiedMinor;
        }
    }

    /** An item that a proposal pays. */
    public record ProposedItem(
            long itemId,
            long accountId,
            String customer,
            String document,
            LocalDate dueDate,
            long openMinor,
            long amountMinor) {}

    /** One way to divide a payment. */
    public record Proposal(List<ProposedItem> items) {
        public Proposal {
            items = List.copyOf(items);
        }
    }

    /** An account that a payment was assigned to, and the credit that it became. */
    public record Assigned(
            long accountId, long customerId, String customer, long itemId, long amountMinor, String actor) {}

    /**
     * The bank's line as the bank told it.
     *
     * @param received whether it is money that came in, and so can be applied
     */
    public record BankLine(
            long id,
            long entityId,
            boolean received,
            LocalDate bookingDate,
            Money amount,
            String payerName,
            String payerAccount,
            String endToEnd,
            List<String> structuredReferences,
            String remittance,
            String bankReference,
            String returnReason) {

        public BankLine {
            structuredReferences = List.copyOf(structuredReferences);
        }
    }

    /** A payment with everything known about it. */
    public record PaymentView(
            BankLine line,
            String bankAccount,
            boolean held,
            @Nullable String decision,
            double confidence,
            List<Evidence> evidence,
            List<Proposal> proposals,
            List<Assigned> assigned) {

        public PaymentView {
            evidence = List.copyOf(evidence);
            proposals = List.copyOf(proposals);
            assigned = List.copyOf(assigned);
        }
    }

    public List<StatementLine> statements(int most) {
        Field<Boolean> held = field(HELD);
        return sql.select(
                        STATEMENT.ID,
                        BANK_ACCOUNT.NAME,
                        STATEMENT.FORMAT,
                        STATEMENT.STATEMENT_DATE,
                        STATEMENT.CURRENCY,
                        STATEMENT.OPENING_MINOR,
                        STATEMENT.CLOSING_MINOR,
                        STATEMENT.DIFFERENCE_MINOR,
                        held,
                        count(PAYMENT.ID),
                        count(PAYMENT.ID).filterWhere(IDENTIFIED),
                        count(PAYMENT.ID).filterWhere(RECEIVED.andNot(IDENTIFIED)))
                .from(STATEMENT)
                .join(BANK_ACCOUNT)
                .on(BANK_ACCOUNT.ID.eq(STATEMENT.BANK_ACCOUNT_ID))
                .leftJoin(PAYMENT)
                .on(PAYMENT.STATEMENT_ID.eq(STATEMENT.ID))
                .groupBy(STATEMENT.ID, BANK_ACCOUNT.NAME)
                .orderBy(STATEMENT.STATEMENT_DATE.desc(), STATEMENT.ID.desc())
                .limit(most)
                .fetch(Records.mapping(StatementLine::new));
    }

    /** Received payments that a person has to assign, the largest first. */
    public List<PaymentLine> queue(int most) {
        return lines(RECEIVED.andNot(IDENTIFIED).andNot(HELD), most);
    }

    /** Payments whose payer is known and of which something is still on account, the largest first. */
    public List<PaymentLine> onAccount(Viewer viewer, int most) {
        Condition visible = exists(selectOne()
                .from(IDENTIFICATION)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(IDENTIFICATION.ACCOUNT_ID))
                .where(IDENTIFICATION.PAYMENT_ID.eq(PAYMENT.ID))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID)));
        return lines(RECEIVED.and(visible).and(ON_ACCOUNT.gt(0L)), most);
    }

    /** Money that went out, came back or was taken back by the bank: shown, and left to a person. */
    public List<PaymentLine> outgoing(int most) {
        return lines(RECEIVED.not(), most);
    }

    public List<PaymentLine> ofStatement(long statementId) {
        return lines(PAYMENT.STATEMENT_ID.eq(statementId), Integer.MAX_VALUE);
    }

    public List<Certificate> certificates() {
        Field<Long> assigned = coalesce(
                field(select(sum(IDENTIFICATION.AMOUNT_MINOR).cast(Long.class))
                        .from(IDENTIFICATION)
                        .where(IDENTIFICATION.PAYMENT_ID.eq(PAYMENT.ID))),
                inline(0L));
        return sql.select(
                        PAYMENT.CURRENCY,
                        total(PAYMENT.AMOUNT_MINOR),
                        total(assigned.minus(ON_ACCOUNT)),
                        total(ON_ACCOUNT),
                        total(PAYMENT.AMOUNT_MINOR.minus(assigned)))
                .from(PAYMENT)
                .where(RECEIVED)
                .groupBy(PAYMENT.CURRENCY)
                .orderBy(PAYMENT.CURRENCY)
                .fetch(Records.mapping(Certificate::new));
    }

    public Optional<PaymentView> payment(long id) {
        return sql.select(PAYMENT.fields())
                .select(BANK_ACCOUNT.NAME, field(HELD))
                .from(PAYMENT)
                .join(STATEMENT)
                .on(STATEMENT.ID.eq(PAYMENT.STATEMENT_ID))
                .join(BANK_ACCOUNT)
                .on(BANK_ACCOUNT.ID.eq(PAYMENT.BANK_ACCOUNT_ID))
                .where(PAYMENT.ID.eq(id))
                .fetchOptional(row -> view(row, row.get(BANK_ACCOUNT.NAME), row.get(field(HELD))));
    }

    private PaymentView view(Record row, String bankAccount, boolean held) {
        PaymentRecord payment = row.into(PAYMENT);
        var verdict = sql.selectFrom(VERDICT)
                .where(VERDICT.PAYMENT_ID.eq(payment.getId()))
                .orderBy(VERDICT.ID.desc())
                .limit(1)
                .fetchOne();
        long matched = sql.select(coalesce(max(VERDICT.ID), inline(0L)))
                .from(VERDICT)
                .where(VERDICT.PAYMENT_ID.eq(payment.getId()))
                .and(VERDICT.DECISION.ne("BY_HAND"))
                .fetchSingle()
                .value1();
        return new PaymentView(
                line(payment),
                bankAccount,
                held,
                verdict == null ? null : verdict.getDecision(),
                verdict == null ? 0 : verdict.getConfidence().doubleValue(),
                evidence(matched),
                proposals(matched),
                assigned(payment.getId()));
    }

    private static BankLine line(PaymentRecord payment) {
        return new BankLine(
                payment.getId(),
                payment.getEntityId(),
                payment.getAmountMinor() > 0 && payment.getKind().equals("PAYMENT"),
                payment.getBookingDate(),
                Money.ofMinor(payment.getAmountMinor(), payment.getCurrency()),
                payment.getPayerName(),
                payment.getPayerAccount(),
                payment.getEndToEnd(),
                List.of(payment.getStructuredRefs()),
                payment.getRemittance(),
                payment.getBankReference(),
                payment.getReturnReason());
    }

    private List<Evidence> evidence(long verdictId) {
        return sql.selectFrom(EVIDENCE)
                .where(EVIDENCE.VERDICT_ID.eq(verdictId))
                .orderBy(EVIDENCE.RANK)
                .fetch(row -> new Evidence(
                        Evidence.Kind.valueOf(row.getKind()),
                        row.getFromChar(),
                        row.getToChar(),
                        row.getItemId() == null ? null : ItemId.of(row.getItemId()),
                        row.getSentence()));
    }

    private List<Proposal> proposals(long verdictId) {
        TreeMap<Integer, List<ProposedItem>> byAlternative = new TreeMap<>(sql.select(
                        PROPOSAL_LINE.ALTERNATIVE,
                        OPEN_ITEM_VIEW.ITEM_ID,
                        OPEN_ITEM_VIEW.ACCOUNT_ID,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        OPEN_ITEM_VIEW.DOCUMENT,
                        OPEN_ITEM_VIEW.DUE_DATE,
                        OPEN_ITEM_VIEW.OPEN_MINOR,
                        PROPOSAL_LINE.AMOUNT_MINOR)
                .from(PROPOSAL_LINE)
                .join(OPEN_ITEM_VIEW)
                .on(OPEN_ITEM_VIEW.ITEM_ID.eq(PROPOSAL_LINE.ITEM_ID))
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(OPEN_ITEM_VIEW.ACCOUNT_ID))
                .where(PROPOSAL_LINE.VERDICT_ID.eq(verdictId))
                .orderBy(PROPOSAL_LINE.ALTERNATIVE, OPEN_ITEM_VIEW.DUE_DATE, OPEN_ITEM_VIEW.ITEM_ID)
                .fetchGroups(
                        PROPOSAL_LINE.ALTERNATIVE,
                        row -> new ProposedItem(
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5(),
                                row.value6(),
                                row.value7(),
                                row.value8())));
        return byAlternative.values().stream().map(Proposal::new).toList();
    }

    private List<Assigned> assigned(long paymentId) {
        return sql.select(
                        ACCOUNT_VIEW.ACCOUNT_ID,
                        ACCOUNT_VIEW.CUSTOMER_ID,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        IDENTIFICATION.ITEM_ID,
                        IDENTIFICATION.AMOUNT_MINOR,
                        IDENTIFICATION.ACTOR)
                .from(IDENTIFICATION)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(IDENTIFICATION.ACCOUNT_ID))
                .where(IDENTIFICATION.PAYMENT_ID.eq(paymentId))
                .orderBy(ACCOUNT_VIEW.ACCOUNT_ID)
                .fetch(Records.mapping(Assigned::new));
    }

    private List<PaymentLine> lines(Condition condition, int most) {
        Field<String> decision = field(select(VERDICT.DECISION)
                .from(VERDICT)
                .where(VERDICT.PAYMENT_ID.eq(PAYMENT.ID))
                .orderBy(VERDICT.ID.desc())
                .limit(1));
        return sql.select(
                        PAYMENT.ID,
                        PAYMENT.BOOKING_DATE,
                        PAYMENT.CURRENCY,
                        PAYMENT.AMOUNT_MINOR,
                        PAYMENT.PAYER_NAME,
                        PAYMENT.REMITTANCE,
                        decision,
                        ON_ACCOUNT)
                .from(PAYMENT)
                .join(STATEMENT)
                .on(STATEMENT.ID.eq(PAYMENT.STATEMENT_ID))
                .where(condition)
                .orderBy(abs(PAYMENT.AMOUNT_MINOR).desc(), PAYMENT.ID)
                .limit(most)
                .fetch(Records.mapping(PaymentLine::new));
    }

    private static Field<Long> total(Field<Long> amount) {
        return coalesce(sum(amount).cast(Long.class), inline(0L));
    }
}
