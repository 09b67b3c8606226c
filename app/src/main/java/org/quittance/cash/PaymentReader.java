package org.quittance.cash;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.cash.Tables.APPLICATION;
import static org.quittance.db.cash.Tables.BANK_ACCOUNT;
import static org.quittance.db.cash.Tables.EXCHANGE;
import static org.quittance.db.cash.Tables.HAND_JOIN;
import static org.quittance.db.cash.Tables.IDENTIFICATION;
import static org.quittance.db.cash.Tables.PARKING;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.RECEIVED_VIEW;
import static org.quittance.db.cash.Tables.RETRACTION;
import static org.quittance.db.cash.Tables.STATEMENT;
import static org.quittance.db.cash.Tables.UNDO;
import static org.quittance.db.cash.Tables.VERDICT;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;
import static org.quittance.db.ledger.Tables.STANDING_ALLOCATION_VIEW;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.UndoReason;
import org.quittance.core.money.Money;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows one payment to a person, with all that was ever decided about it. */
@Service
@Transactional(readOnly = true)
public class PaymentReader {

    private static final Set<String> RECEIVED = Set.of("PAYMENT", "BY_HAND");

    private final DSLContext sql;
    private final Proposals proposals;
    private final SettledDocuments settled;
    private final DifferenceReader differences;
    private final Lessons lessons;

    PaymentReader(
            DSLContext sql,
            Proposals proposals,
            SettledDocuments settled,
            DifferenceReader differences,
            Lessons lessons) {
        this.differences = differences;
        this.lessons = lessons;
        this.sql = sql;
        this.proposals = proposals;
        this.settled = settled;
    }

    public Optional<PaymentView> payment(long id, Viewer viewer) {
        Field<Boolean> held = field(HeldStatements.HELD);
        return sql.select(PAYMENT.fields())
                .select(
                        BANK_ACCOUNT.NAME,
                        held,
                        coalesce(RECEIVED_VIEW.APPLIED_MINOR, inline(0L)),
                        coalesce(RECEIVED_VIEW.ON_ACCOUNT_MINOR, inline(0L)),
                        coalesce(RECEIVED_VIEW.REFUNDED_MINOR, inline(0L)),
                        coalesce(RECEIVED_VIEW.UNIDENTIFIED_MINOR, inline(0L)))
                .from(PAYMENT)
                .join(STATEMENT)
                .on(STATEMENT.ID.eq(PAYMENT.STATEMENT_ID))
                .join(BANK_ACCOUNT)
                .on(BANK_ACCOUNT.ID.eq(PAYMENT.BANK_ACCOUNT_ID))
                .leftJoin(RECEIVED_VIEW)
                .on(RECEIVED_VIEW.PAYMENT_ID.eq(PAYMENT.ID))
                .where(PAYMENT.ID.eq(id))
                .fetchOptional(row -> view(
                        row.into(PAYMENT),
                        row.get(BANK_ACCOUNT.NAME),
                        row.get(held),
                        new PaymentView.Standing(
                                row.get(coalesce(RECEIVED_VIEW.APPLIED_MINOR, inline(0L))),
                                row.get(coalesce(RECEIVED_VIEW.ON_ACCOUNT_MINOR, inline(0L))),
                                row.get(coalesce(RECEIVED_VIEW.REFUNDED_MINOR, inline(0L))),
                                row.get(coalesce(RECEIVED_VIEW.UNIDENTIFIED_MINOR, inline(0L)))),
                        viewer));
    }

    private PaymentView view(
            PaymentRecord payment, String bankAccount, boolean held, PaymentView.Standing money, Viewer viewer) {
        long id = payment.getId();
        Proposals.Said said = proposals.of(List.of(id), viewer).getOrDefault(id, Proposals.Said.NOTHING);
        return new PaymentView(
                line(payment),
                bankAccount,
                held,
                money,
                verdicts(id),
                said.evidence(),
                said.proposals(),
                settled.namedIn(
                                List.of(new SettledDocuments.Text(id, payment.getEntityId(), payment.getRemittance())),
                                viewer)
                        .getOrDefault(id, List.of()),
                assigned(id, viewer),
                applied(id, viewer),
                differences.ofPayment(id, viewer),
                undone(id),
                lessons.of(id, viewer),
                parked(id),
                joined(id));
    }

    private static PaymentView.BankLine line(PaymentRecord payment) {
        return new PaymentView.BankLine(
                payment.getId(),
                payment.getEntityId(),
                payment.getAmountMinor() > 0 && RECEIVED.contains(payment.getKind()),
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

    /** The newest first. */
    private List<PaymentView.Verdict> verdicts(long id) {
        return sql.selectFrom(VERDICT)
                .where(VERDICT.PAYMENT_ID.eq(id))
                .orderBy(VERDICT.ID.desc())
                .fetch(row -> new PaymentView.Verdict(
                        row.getDecision(), row.getConfidence().doubleValue(), row.getActor(), row.getDecidedAt()));
    }

    private List<PaymentView.Assigned> assigned(long id, Viewer viewer) {
        Field<Boolean> takenBack = field(exists(selectOne()
                .from(RETRACTION)
                .where(RETRACTION.ITEM_ID.eq(IDENTIFICATION.ITEM_ID))
                .and(RETRACTION.KIND.eq("TAKEN_BACK"))));
        return sql.select(
                        ACCOUNT_VIEW.ACCOUNT_ID,
                        ACCOUNT_VIEW.CUSTOMER_ID,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        IDENTIFICATION.ITEM_ID,
                        IDENTIFICATION.CREDIT_MINOR,
                        coalesce(EXCHANGE.CURRENCY, PAYMENT.CURRENCY),
                        coalesce(OPEN_ITEM_VIEW.OPEN_MINOR.neg(), inline(0L)),
                        EXCHANGE.TOLD,
                        IDENTIFICATION.ACTOR,
                        IDENTIFICATION.IDENTIFIED_AT,
                        takenBack)
                .from(IDENTIFICATION)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(IDENTIFICATION.ACCOUNT_ID))
                .join(PAYMENT)
                .on(PAYMENT.ID.eq(IDENTIFICATION.PAYMENT_ID))
                .leftJoin(EXCHANGE)
                .on(EXCHANGE.ID.eq(IDENTIFICATION.EXCHANGE_ID))
                .leftJoin(OPEN_ITEM_VIEW)
                .on(OPEN_ITEM_VIEW.ITEM_ID.eq(IDENTIFICATION.ITEM_ID))
                .where(IDENTIFICATION.PAYMENT_ID.eq(id))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(IDENTIFICATION.IDENTIFIED_AT, IDENTIFICATION.ITEM_ID)
                .fetch(row -> new PaymentView.Assigned(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        Money.ofMinor(row.value5(), row.value6()),
                        Money.ofMinor(row.value7(), row.value6()),
                        row.value8(),
                        row.value9(),
                        row.value10(),
                        row.value11()));
    }

    private List<PaymentView.Applied> applied(long id, Viewer viewer) {
        return sql.select(
                        STANDING_ALLOCATION_VIEW.ALLOCATION_ID,
                        STANDING_ALLOCATION_VIEW.DEBIT_ITEM_ID,
                        STANDING_ALLOCATION_VIEW.DEBIT_DOCUMENT,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        STANDING_ALLOCATION_VIEW.CREDIT_DOCUMENT,
                        STANDING_ALLOCATION_VIEW.AMOUNT_MINOR,
                        STANDING_ALLOCATION_VIEW.CURRENCY,
                        STANDING_ALLOCATION_VIEW.BUSINESS_DATE,
                        STANDING_ALLOCATION_VIEW.ACTOR)
                .from(APPLICATION)
                .join(STANDING_ALLOCATION_VIEW)
                .on(STANDING_ALLOCATION_VIEW.ALLOCATION_ID.eq(APPLICATION.ALLOCATION_ID))
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(STANDING_ALLOCATION_VIEW.ACCOUNT_ID))
                .where(APPLICATION.PAYMENT_ID.eq(id))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(STANDING_ALLOCATION_VIEW.ALLOCATION_ID)
                .fetch(row -> new PaymentView.Applied(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        Money.ofMinor(row.value6(), row.value7()),
                        row.value8(),
                        row.value9()));
    }

    private List<PaymentView.Undone> undone(long id) {
        return sql.selectFrom(UNDO)
                .where(UNDO.PAYMENT_ID.eq(id))
                .orderBy(UNDO.ID.desc())
                .fetch(row -> new PaymentView.Undone(
                        UndoReason.valueOf(row.getReason()),
                        row.getNote(),
                        row.getAmountMinor(),
                        row.getBusinessDate(),
                        row.getActor()));
    }

    private PaymentView.Joined joined(long id) {
        return sql.selectFrom(HAND_JOIN)
                .where(HAND_JOIN.HAND_PAYMENT_ID.eq(id).or(HAND_JOIN.BANK_PAYMENT_ID.eq(id)))
                .fetchOptional(row -> row.getHandPaymentId() == id
                        ? new PaymentView.Joined(null, row.getBankPaymentId())
                        : new PaymentView.Joined(row.getHandPaymentId(), null))
                .orElse(new PaymentView.Joined(null, null));
    }

    private QueueRow.@Nullable Parked parked(long id) {
        return sql.selectFrom(PARKING)
                .where(PARKING.PAYMENT_ID.eq(id))
                .orderBy(PARKING.ID.desc())
                .limit(1)
                .fetchOptional(row -> new QueueRow.Parked(row.getOwner(), row.getUntilDay(), row.getNextStep()))
                .orElse(null);
    }
}
