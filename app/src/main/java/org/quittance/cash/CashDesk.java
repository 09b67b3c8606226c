package org.quittance.cash;

import static org.jooq.impl.DSL.any;
import static org.quittance.db.cash.Tables.IDENTIFICATION;
import static org.quittance.db.cash.Tables.MONEY_VIEW;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.VERDICT;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.exception.NoDataFoundException;
import org.quittance.audit.AuditTrail;
import org.quittance.cash.PaymentRecorder.Credited;
import org.quittance.cash.PaymentRecorder.Share;
import org.quittance.cash.PaymentRecorder.Wanted;
import org.quittance.core.cash.AssignmentOutcome;
import org.quittance.core.cash.AssignmentRefusal;
import org.quittance.core.cash.Assignments;
import org.quittance.core.cash.Decision;
import org.quittance.core.cash.Leeway;
import org.quittance.core.cash.MatchPolicy;
import org.quittance.core.cash.Terms;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CashDiscount;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AllocationOrder;
import org.quittance.ledger.AllocationWish;
import org.quittance.ledger.PostingContext;
import org.quittance.ledger.Visibility;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a person decides what a payment is for. */
@Service
public class CashDesk {

    /** The kinds of line that are money: of the bank, or accepted by hand. */
    private static final Set<String> RECEIVED = Set.of("PAYMENT", "BY_HAND");

    private final DSLContext sql;
    private final CashLocks locks;
    private final HeldStatements held;
    private final PaymentRecorder recorder;
    private final Leeways leeways;
    private final AuditTrail audit;
    private final Lessons lessons;

    CashDesk(
            DSLContext sql,
            CashLocks locks,
            HeldStatements held,
            PaymentRecorder recorder,
            Leeways leeways,
            AuditTrail audit,
            Lessons lessons) {
        this.lessons = lessons;
        this.sql = sql;
        this.locks = locks;
        this.held = held;
        this.recorder = recorder;
        this.leeways = leeways;
        this.audit = audit;
    }

    /**
     * Assigns what is left of a payment to items and accounts, of several customers if need be.
     *
     * @param wish a proposal as it stood, or what a person has put together
     */
    @Transactional
    public DeskOutcome assign(long paymentId, Assignments.Wish wish, Viewer viewer) {
        PaymentRecord payment = locked(paymentId);
        if (payment.getAmountMinor() <= 0 || !RECEIVED.contains(payment.getKind())) {
            return DeskOutcome.Refused.of(DeskRefusal.NOT_RECEIVED);
        }
        if (held.isHeld(payment.getStatementId())) {
            return DeskOutcome.Refused.of(DeskRefusal.HELD);
        }
        long left = unidentified(paymentId);
        if (left == 0) {
            return takenBy(paymentId);
        }
        return switch (Assignments.decide(facts(payment, left, wish, viewer), wish)) {
            case AssignmentOutcome.Refused refused -> DeskOutcome.Refused.of(refused.reason());
            case AssignmentOutcome.Divided(List<AssignmentOutcome.Share> shares) -> {
                Set<AccountId> paid = shares.stream()
                        .filter(share -> !share.lines().isEmpty())
                        .map(AssignmentOutcome.Share::account)
                        .collect(Collectors.toSet());
                lessons.assigned(payment, wish.lines(), paid, viewer);
                record(payment, shares, viewer.login());
                yield new DeskOutcome.Done(sentence(payment, shares));
            }
        };
    }

    /** Applies what lies on account of a payment to items of the same account. */
    @Transactional
    public DeskOutcome apply(long paymentId, ItemId credit, List<Decision.Line> lines, Viewer viewer) {
        return apply(paymentId, credit, lines, List.of(), viewer);
    }

    /** The same, with what is given up or deducted of the items. */
    @Transactional
    public DeskOutcome apply(
            long paymentId,
            ItemId credit,
            List<Decision.Line> lines,
            List<Decision.Difference> differences,
            Viewer viewer) {
        PaymentRecord payment = locked(paymentId);
        var identification = sql.fetchOptional(
                        IDENTIFICATION,
                        IDENTIFICATION.ITEM_ID.eq(credit.value()).and(IDENTIFICATION.PAYMENT_ID.eq(paymentId)))
                .orElseThrow(() -> new IllegalArgumentException("Payment " + paymentId + " has no credit " + credit));
        long open = sql.select(OPEN_ITEM_VIEW.OPEN_MINOR)
                .from(OPEN_ITEM_VIEW)
                .where(OPEN_ITEM_VIEW.ITEM_ID.eq(credit.value()))
                .fetchOptional(OPEN_ITEM_VIEW.OPEN_MINOR)
                .orElse(0L);
        if (open == 0) {
            return takenBy(paymentId);
        }
        AccountId account = AccountId.of(identification.getAccountId());
        Assignments.Wish wish = new Assignments.Wish(lines, differences, Map.of(), account);
        return switch (Assignments.decide(facts(payment, -open, wish, viewer), wish)) {
            case AssignmentOutcome.Refused refused -> DeskOutcome.Refused.of(refused.reason());
            case AssignmentOutcome.Divided(List<AssignmentOutcome.Share> shares)
            when shares.size() > 1 -> DeskOutcome.Refused.of(AssignmentRefusal.NOT_OPEN);
            case AssignmentOutcome.Divided(List<AssignmentOutcome.Share> shares) -> {
                PostingContext context = new PostingContext(
                        identification.getBusinessDate(),
                        "Payment P" + paymentId + ": applied by hand",
                        viewer.login());
                List<AllocationOrder> orders = PaymentRecorder.orders(share(shares.getFirst()), credit);
                recorder.decidedByHand(paymentId, viewer.login());
                recorder.allocate(List.of(new Wanted(paymentId, new AllocationWish(orders, context), differences)));
                audit.record(viewer.login(), "payment.applied", "payment", paymentId, "to " + lines.size() + " items");
                yield new DeskOutcome.Done("P%d is applied to %s%s. Open P%d to take it back."
                        .formatted(
                                paymentId,
                                count(lines.size(), "item", "items"),
                                left(payment, differences),
                                paymentId));
            }
        };
    }

    private void record(PaymentRecord payment, List<AssignmentOutcome.Share> shares, String actor) {
        recorder.decidedByHand(payment.getId(), actor);
        recorder.credit(
                List.of(new Credited(
                        payment, null, shares.stream().map(CashDesk::share).toList())),
                actor);
        audit.record(actor, "payment.assigned", "payment", payment.getId(), "to " + shares.size() + " accounts");
    }

    private static Share share(AssignmentOutcome.Share share) {
        return new Share(share.account(), share.amountMinor(), share.lines(), share.differences());
    }

    PaymentRecord locked(long paymentId) {
        PaymentRecord payment = sql.fetchOptional(PAYMENT, PAYMENT.ID.eq(paymentId))
                .orElseThrow(() -> new NoDataFoundException("There is no payment " + paymentId));
        locks.payment(paymentId, payment.getStatementId());
        return payment;
    }

    private long unidentified(long paymentId) {
        return sql.select(MONEY_VIEW.UNIDENTIFIED_MINOR)
                .from(MONEY_VIEW)
                .where(MONEY_VIEW.PAYMENT_ID.eq(paymentId))
                .fetchOptional(MONEY_VIEW.UNIDENTIFIED_MINOR)
                .orElse(0L);
    }

    /** The last decision names who; a payment without anything left has one. */
    private DeskOutcome takenBy(long paymentId) {
        return sql.select(VERDICT.ACTOR, VERDICT.DECIDED_AT)
                .from(VERDICT)
                .where(VERDICT.PAYMENT_ID.eq(paymentId))
                .orderBy(VERDICT.ID.desc())
                .limit(1)
                .fetchSingle(row -> new DeskOutcome.TakenAlready(row.value1(), row.value2()));
    }

    /** Everything that the decision needs, in two queries whatever the number of items; what the viewer may not see is not there. */
    private Assignments.Facts facts(PaymentRecord payment, long left, Assignments.Wish wish, Viewer viewer) {
        Long[] items = wish.lines().stream().map(line -> line.item().value()).toArray(Long[]::new);
        Map<ItemId, Assignments.Target> targets = sql
                .select(
                        OPEN_ITEM_VIEW.ITEM_ID,
                        OPEN_ITEM_VIEW.ACCOUNT_ID,
                        OPEN_ITEM_VIEW.OPEN_MINOR,
                        OPEN_ITEM_VIEW.CURRENCY,
                        OPEN_ITEM_VIEW.DOCUMENT_DATE,
                        OPEN_ITEM_VIEW.DISCOUNT_BASIS_POINTS,
                        OPEN_ITEM_VIEW.DISCOUNT_DAYS)
                .from(OPEN_ITEM_VIEW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(OPEN_ITEM_VIEW.ACCOUNT_ID))
                .where(OPEN_ITEM_VIEW.ITEM_ID.eq(any(items)))
                .and(OPEN_ITEM_VIEW.ENTITY_ID.eq(payment.getEntityId()))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .fetch()
                .stream()
                .map(row -> new Assignments.Target(
                        ItemId.of(row.value1()),
                        AccountId.of(row.value2()),
                        Money.ofMinor(row.value3(), row.value4()),
                        new Terms(row.value5(), CashDiscount.ofNullable(row.value6(), row.value7()))))
                .collect(Collectors.toMap(Assignments.Target::item, target -> target));
        Set<AccountId> named = new HashSet<>(wish.onAccount().keySet());
        Optional.ofNullable(wish.rest()).ifPresent(named::add);
        Set<AccountId> accounts = Set.copyOf(sql.select(ACCOUNT_VIEW.ACCOUNT_ID)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.ACCOUNT_ID.eq(
                        any(named.stream().map(AccountId::value).toArray(Long[]::new))))
                .and(ACCOUNT_VIEW.ENTITY_ID.eq(payment.getEntityId()))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .fetch(row -> AccountId.of(row.value1())));
        return new Assignments.Facts(
                Money.ofMinor(left, payment.getCurrency()),
                targets,
                accounts,
                wish.differences().isEmpty() ? nothingAsked(payment) : leeways.of(payment, viewer));
    }

    private static Leeway nothingAsked(PaymentRecord payment) {
        return new Leeway(List.of(), MatchPolicy.standard(), payment.getValueDate(), 0, 0);
    }

    private static String sentence(PaymentRecord payment, List<AssignmentOutcome.Share> shares) {
        int items = shares.stream().mapToInt(share -> share.lines().size()).sum();
        String what = items == 0
                ? "on account of " + count(shares.size(), "customer", "customers")
                : "applied to " + count(items, "item", "items");
        String left = left(
                payment,
                shares.stream().flatMap(share -> share.differences().stream()).toList());
        return "P%d is %s%s. Open P%d to take it back.".formatted(payment.getId(), what, left, payment.getId());
    }

    /** What the payment leaves of its items, in words. */
    private static String left(PaymentRecord payment, List<Decision.Difference> differences) {
        long givenUp = 0;
        long keptBack = 0;
        for (Decision.Difference difference : differences) {
            givenUp += difference.kind().settles() ? difference.amountMinor() : 0;
            keptBack += difference.kind().settles() ? 0 : difference.amountMinor();
        }
        return (givenUp == 0 ? "" : ", " + Money.ofMinor(givenUp, payment.getCurrency()) + " is given up")
                + (keptBack == 0
                        ? ""
                        : ", " + Money.ofMinor(keptBack, payment.getCurrency()) + " stays open with its reason");
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
