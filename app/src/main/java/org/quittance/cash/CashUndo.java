package org.quittance.cash;

import static org.jooq.impl.DSL.select;
import static org.quittance.db.cash.Tables.APPLICATION;
import static org.quittance.db.cash.Tables.IDENTIFICATION;
import static org.quittance.db.cash.Tables.RETRACTION;
import static org.quittance.db.cash.Tables.UNDO;
import static org.quittance.db.cash.Tables.VERDICT;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.STANDING_ALLOCATION_VIEW;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.cash.PaymentRecorder.Credited;
import org.quittance.core.cash.AssignmentRefusal;
import org.quittance.core.cash.UndoReason;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.PostingKind;
import org.quittance.core.money.Money;
import org.quittance.db.cash.tables.records.IdentificationRecord;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.PostingContext;
import org.quittance.ledger.PostingOutcome;
import org.quittance.ledger.Visibility;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back what was applied: always by entries against it, of today, so that every past day stays as it was.
 *
 * <p>Each deed leaves a row with its reason and the verdict that stood: the false-match rate counts those that correct the matcher.
 */
@Service
public class CashUndo {

    /** What of the money received stands for a line: of a credit note that the payer took, all that it pays. */
    private static final Field<Long> PAID_FOR = DSL.when(
                    IDENTIFICATION.EXCHANGE_ID.isNull(), STANDING_ALLOCATION_VIEW.AMOUNT_MINOR)
            .otherwise(DSL.round(STANDING_ALLOCATION_VIEW
                            .AMOUNT_MINOR
                            .cast(BigDecimal.class)
                            .mul(IDENTIFICATION.AMOUNT_MINOR)
                            .div(IDENTIFICATION.CREDIT_MINOR))
                    .cast(Long.class));

    private final DSLContext sql;
    private final CashDesk desk;
    private final PaymentRecorder recorder;
    private final Verdicts verdicts;
    private final Exchanges exchanges;
    private final Ledger ledger;
    private final Differences differences;
    private final AuditTrail audit;
    private final Lessons lessons;
    private final BusinessClock clock;

    CashUndo(
            DSLContext sql,
            CashDesk desk,
            PaymentRecorder recorder,
            Verdicts verdicts,
            Exchanges exchanges,
            Ledger ledger,
            Differences differences,
            AuditTrail audit,
            Lessons lessons,
            BusinessClock clock) {
        this.sql = sql;
        this.desk = desk;
        this.recorder = recorder;
        this.verdicts = verdicts;
        this.exchanges = exchanges;
        this.ledger = ledger;
        this.differences = differences;
        this.audit = audit;
        this.lessons = lessons;
        this.clock = clock;
    }

    /** Why something is taken back: the reason that is counted, and what a person has to say about it. */
    public record Why(UndoReason reason, String note) {

        public Why {
            note = note.strip();
        }
    }

    private enum Scope {
        LINE,
        APPLICATION,
        IDENTIFICATION
    }

    /** A line that stands, and what of the money received is for it. */
    private record Tie(long allocationId, ItemId debit, AccountId account, Money amount, long paidMinor) {}

    /** The payment for which an allocation was made; empty where it was made for none. */
    @Transactional(readOnly = true)
    public Optional<Long> paymentOf(long allocationId) {
        return sql.select(APPLICATION.PAYMENT_ID)
                .from(APPLICATION)
                .where(APPLICATION.ALLOCATION_ID.eq(allocationId))
                .fetchOptional(APPLICATION.PAYMENT_ID);
    }

    /** Takes one line back: that item is open again, and the money on account. */
    @Transactional
    public DeskOutcome reverseLine(long paymentId, long allocationId, Why why, Viewer viewer) {
        PaymentRecord payment = desk.locked(paymentId);
        return reverse(
                payment,
                ties(paymentId, STANDING_ALLOCATION_VIEW.ALLOCATION_ID.eq(allocationId), viewer),
                why,
                viewer,
                Scope.LINE);
    }

    /** Takes every line of the payment back: all its items are open again, and the money on account. */
    @Transactional
    public DeskOutcome reverseApplication(long paymentId, Why why, Viewer viewer) {
        PaymentRecord payment = desk.locked(paymentId);
        return reverse(
                payment,
                ties(paymentId, STANDING_ALLOCATION_VIEW.ALLOCATION_ID.isNotNull(), viewer),
                why,
                viewer,
                Scope.APPLICATION);
    }

    private DeskOutcome reverse(PaymentRecord payment, List<Tie> ties, Why why, Viewer viewer, Scope scope) {
        if (why.note().isEmpty()) {
            return DeskOutcome.Refused.of(DeskRefusal.NO_REASON);
        }
        if (ties.isEmpty()) {
            return DeskOutcome.Refused.of(DeskRefusal.NOTHING_TO_TAKE_BACK);
        }
        long total = ties.stream().mapToLong(Tie::paidMinor).sum();
        Map<Currency, Money> amounts = ties.stream()
                .map(Tie::amount)
                .collect(Collectors.toMap(Money::currency, amount -> amount, Money::plus, LinkedHashMap::new));
        lessons.takenBack(payment, why.reason(), accountsOf(ties), viewer);
        switch (reverse(payment, ties, why, viewer)) {
            case PostingOutcome.Refused refused -> {
                return new DeskOutcome.Refused(refused.reason(), refused.sentence() + ".");
            }
            case PostingOutcome.Posted _ -> note(payment, scope, total, why, viewer);
        }
        return new DeskOutcome.Done("%s of P%d is taken back and lies on account."
                .formatted(
                        amounts.values().stream().map(Money::toString).collect(Collectors.joining(" and ")),
                        payment.getId()));
    }

    /**
     * Takes a payment back from an account: its lines there are reversed, and the credit leaves the account.
     *
     * @param credit what the payment became there
     * @param to the account whose money it is instead, where it then lies on account; null makes it unidentified again
     */
    @Transactional
    public DeskOutcome takeBack(long paymentId, ItemId credit, Why why, @Nullable AccountId to, Viewer viewer) {
        PaymentRecord payment = desk.locked(paymentId);
        IdentificationRecord identification = sql.fetchOptional(
                        IDENTIFICATION,
                        IDENTIFICATION.ITEM_ID.eq(credit.value()).and(IDENTIFICATION.PAYMENT_ID.eq(paymentId)))
                .orElseThrow(() -> new IllegalArgumentException("Payment " + paymentId + " has no credit " + credit));
        DeskRefusal refusal = refusal(identification, why);
        if (refusal != null) {
            return DeskOutcome.Refused.of(refusal);
        }
        if (to != null && !isVisibleInEntity(to, payment.getEntityId(), viewer)) {
            return DeskOutcome.Refused.of(AssignmentRefusal.NO_SUCH_ACCOUNT);
        }
        AccountId from = AccountId.of(identification.getAccountId());
        ledger.hold(to == null ? List.of(from) : List.of(from, to));
        lessons.takenBack(payment, why.reason(), Set.of(from), viewer);
        takeAway(payment, identification, why, viewer);
        if (to != null) {
            verdicts.decidedByHand(paymentId, viewer.login());
            PaymentRecorder.Share share = new PaymentRecorder.Share(to, identification.getAmountMinor(), List.of());
            recorder.credit(List.of(new Credited(payment, null, List.of(share), null)), viewer.login());
        }
        return new DeskOutcome.Done(
                to == null
                        ? "P%d is taken back, and waits in the queue again.".formatted(paymentId)
                        : "P%d is taken back, and lies on account of the other customer.".formatted(paymentId));
    }

    private void takeAway(PaymentRecord payment, IdentificationRecord identification, Why why, Viewer viewer) {
        List<Tie> ties =
                ties(payment.getId(), STANDING_ALLOCATION_VIEW.ACCOUNT_ID.eq(identification.getAccountId()), viewer);
        if (!ties.isEmpty()) {
            require(payment, reverse(payment, ties, why, viewer));
        }
        ItemId credit = ItemId.of(identification.getItemId());
        Money credited = exchanges.credit(payment, identification);
        require(payment, ledger.adjust(credit, PostingKind.TAKEN_BACK, credited, context(payment, why, viewer)));
        long undo = note(payment, Scope.IDENTIFICATION, identification.getAmountMinor(), why, viewer);
        sql.insertInto(RETRACTION)
                .set(RETRACTION.PAYMENT_ID, payment.getId())
                .set(RETRACTION.ITEM_ID, credit.value())
                .set(RETRACTION.KIND, PostingKind.TAKEN_BACK.name())
                .set(RETRACTION.AMOUNT_MINOR, identification.getAmountMinor())
                .set(RETRACTION.BUSINESS_DATE, clock.today())
                .set(RETRACTION.UNDO_ID, undo)
                .set(RETRACTION.ACTOR, viewer.login())
                .execute();
    }

    private @Nullable DeskRefusal refusal(IdentificationRecord identification, Why why) {
        if (why.note().isEmpty()) {
            return DeskRefusal.NO_REASON;
        }
        List<String> left = sql.select(RETRACTION.KIND)
                .from(RETRACTION)
                .where(RETRACTION.ITEM_ID.eq(identification.getItemId()))
                .fetch(RETRACTION.KIND);
        if (left.contains(PostingKind.TAKEN_BACK.name())) {
            return DeskRefusal.NOTHING_TO_TAKE_BACK;
        }
        return left.isEmpty() ? null : DeskRefusal.REFUNDED;
    }

    /** The lines of the payment that stand; none of an account that the viewer may not see. */
    private List<Tie> ties(long paymentId, Condition which, Viewer viewer) {
        return sql.select(
                        STANDING_ALLOCATION_VIEW.ALLOCATION_ID,
                        STANDING_ALLOCATION_VIEW.DEBIT_ITEM_ID,
                        STANDING_ALLOCATION_VIEW.ACCOUNT_ID,
                        STANDING_ALLOCATION_VIEW.AMOUNT_MINOR,
                        STANDING_ALLOCATION_VIEW.CURRENCY,
                        PAID_FOR)
                .from(APPLICATION)
                .join(STANDING_ALLOCATION_VIEW)
                .on(STANDING_ALLOCATION_VIEW.ALLOCATION_ID.eq(APPLICATION.ALLOCATION_ID))
                .leftJoin(IDENTIFICATION)
                .on(IDENTIFICATION.ITEM_ID.eq(STANDING_ALLOCATION_VIEW.CREDIT_ITEM_ID))
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(STANDING_ALLOCATION_VIEW.ACCOUNT_ID))
                .where(APPLICATION.PAYMENT_ID.eq(paymentId))
                .and(which)
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(STANDING_ALLOCATION_VIEW.ALLOCATION_ID)
                .fetch(row -> new Tie(
                        row.value1(),
                        ItemId.of(row.value2()),
                        AccountId.of(row.value3()),
                        Money.ofMinor(row.value4(), row.value5()),
                        row.value6()));
    }

    private static Set<AccountId> accountsOf(List<Tie> ties) {
        return ties.stream().map(Tie::account).collect(Collectors.toSet());
    }

    private PostingOutcome reverse(PaymentRecord payment, List<Tie> ties, Why why, Viewer viewer) {
        PostingContext context = context(payment, why, viewer);
        PostingOutcome outcome =
                ledger.reverse(ties.stream().map(Tie::allocationId).toList(), context);
        if (outcome instanceof PostingOutcome.Posted) {
            differences.takeBack(payment.getId(), ties.stream().map(Tie::debit).toList(), context);
        }
        return outcome;
    }

    private PostingContext context(PaymentRecord payment, Why why, Viewer viewer) {
        String cause = "Payment P%d taken back: %s (%s)"
                .formatted(payment.getId(), why.note(), why.reason().label());
        return new PostingContext(clock.today(), cause, viewer.login());
    }

    private static void require(PaymentRecord payment, PostingOutcome outcome) {
        if (outcome instanceof PostingOutcome.Refused refused) {
            throw new StaleItems("Payment P" + payment.getId(), refused.sentence());
        }
    }

    private boolean isVisibleInEntity(AccountId account, long entityId, Viewer viewer) {
        return sql.fetchExists(
                ACCOUNT_VIEW,
                ACCOUNT_VIEW
                        .ACCOUNT_ID
                        .eq(account.value())
                        .and(ACCOUNT_VIEW.ENTITY_ID.eq(entityId))
                        .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID)));
    }

    private long note(PaymentRecord payment, Scope scope, long amountMinor, Why why, Viewer viewer) {
        audit.record(
                viewer.login(), "payment.taken-back", "payment", payment.getId(), why.reason() + ": " + why.note());
        return sql.insertInto(UNDO)
                .set(UNDO.PAYMENT_ID, payment.getId())
                .set(
                        UNDO.VERDICT_ID,
                        select(VERDICT.ID)
                                .from(VERDICT)
                                .where(VERDICT.PAYMENT_ID.eq(payment.getId()))
                                .orderBy(VERDICT.ID.desc())
                                .limit(1))
                .set(UNDO.SCOPE, scope.name())
                .set(UNDO.REASON, why.reason().name())
                .set(UNDO.NOTE, why.note())
                .set(UNDO.AMOUNT_MINOR, amountMinor)
                .set(UNDO.BUSINESS_DATE, clock.today())
                .set(UNDO.ACTOR, viewer.login())
                .returningResult(UNDO.ID)
                .fetchSingle()
                .value1();
    }
}
