package org.quittance.cash;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.cash.Tables.IDENTIFICATION;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.RECEIVED_VIEW;
import static org.quittance.db.cash.Tables.SETTLEMENT_JOIN;
import static org.quittance.db.cash.Tables.VERDICT;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;
import static org.quittance.db.ledger.Tables.POSTING_VIEW;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.exception.NoDataFoundException;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.cash.PaymentRecorder.Credited;
import org.quittance.cash.PaymentRecorder.Share;
import org.quittance.cash.PaymentRecorder.Wanted;
import org.quittance.core.cash.AssignmentOutcome;
import org.quittance.core.cash.AssignmentRefusal;
import org.quittance.core.cash.Assignments;
import org.quittance.core.cash.Decision;
import org.quittance.core.cash.Exchange;
import org.quittance.core.cash.Exchanging;
import org.quittance.core.cash.Leeway;
import org.quittance.core.cash.MatchPolicy;
import org.quittance.core.cash.Terms;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CashDiscount;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.PostingKind;
import org.quittance.core.money.Money;
import org.quittance.db.cash.tables.records.IdentificationRecord;
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
    private final Verdicts verdicts;
    private final Exchanges exchanges;
    private final Leeways leeways;
    private final AuditTrail audit;
    private final Lessons lessons;

    CashDesk(
            DSLContext sql,
            CashLocks locks,
            HeldStatements held,
            PaymentRecorder recorder,
            Verdicts verdicts,
            Exchanges exchanges,
            Leeways leeways,
            AuditTrail audit,
            Lessons lessons) {
        this.lessons = lessons;
        this.sql = sql;
        this.locks = locks;
        this.held = held;
        this.recorder = recorder;
        this.verdicts = verdicts;
        this.exchanges = exchanges;
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
        Money left = Money.ofMinor(unidentified(paymentId), payment.getCurrency());
        if (left.isZero()) {
            return takenBy(paymentId);
        }
        if (wish.counts() == null) {
            return assign(payment, left, wish, null, viewer);
        }
        return switch (exchanges.decide(payment, left, wish.counts(), viewer)) {
            case Exchanging.Outcome.Refused(var reason) -> DeskOutcome.Refused.of(reason);
            case Exchanging.Outcome.Exchanged(Exchange exchange) ->
                assign(payment, exchange.taken(), wish, exchange, viewer);
        };
    }

    /** @param money what is divided: the money received, or as what of another currency it counts */
    private DeskOutcome assign(
            PaymentRecord payment, Money money, Assignments.Wish wish, @Nullable Exchange exchange, Viewer viewer) {
        return switch (Assignments.decide(facts(payment, money, wish, viewer), wish)) {
            case AssignmentOutcome.Refused refused -> DeskOutcome.Refused.of(refused.reason());
            case AssignmentOutcome.Divided(List<AssignmentOutcome.Share> shares) -> {
                Set<AccountId> paid = shares.stream()
                        .filter(share -> !share.lines().isEmpty())
                        .map(AssignmentOutcome.Share::account)
                        .collect(Collectors.toSet());
                lessons.assigned(payment, wish.lines(), paid, viewer);
                record(payment, shares, exchange, viewer.login());
                yield new DeskOutcome.Done(sentence(payment, shares, money.currency()));
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
        Optional<Money> open = sql.select(OPEN_ITEM_VIEW.OPEN_MINOR, OPEN_ITEM_VIEW.CURRENCY)
                .from(OPEN_ITEM_VIEW)
                .where(OPEN_ITEM_VIEW.ITEM_ID.eq(credit.value()))
                .fetchOptional(row -> Money.ofMinor(-row.value1(), row.value2()));
        if (open.isEmpty()) {
            return takenBy(paymentId);
        }
        AccountId account = AccountId.of(identification.getAccountId());
        Assignments.Wish wish = new Assignments.Wish(lines, differences, Map.of(), account);
        return switch (Assignments.decide(facts(payment, open.get(), wish, viewer), wish)) {
            case AssignmentOutcome.Refused refused -> DeskOutcome.Refused.of(refused.reason());
            case AssignmentOutcome.Divided(List<AssignmentOutcome.Share> shares)
            when shares.size() > 1 -> DeskOutcome.Refused.of(AssignmentRefusal.NOT_OPEN);
            case AssignmentOutcome.Divided(List<AssignmentOutcome.Share> shares) -> {
                PostingContext context = new PostingContext(
                        freeSince(identification), "Payment P" + paymentId + ": applied by hand", viewer.login());
                List<AllocationOrder> orders = PaymentRecorder.orders(share(shares.getFirst()), credit);
                verdicts.decidedByHand(paymentId, viewer.login());
                recorder.allocate(List.of(new Wanted(paymentId, new AllocationWish(orders, context), differences)));
                audit.record(viewer.login(), "payment.applied", "payment", paymentId, "to " + lines.size() + " items");
                yield new DeskOutcome.Done("P%d is applied to %s%s. Open P%d to take it back."
                        .formatted(
                                paymentId,
                                count(lines.size(), "item", "items"),
                                left(differences, open.get().currency()),
                                paymentId));
            }
        };
    }

    /** From when on what lies on account of a credit can be applied: its own day, or the last on which something of it was taken back. */
    private LocalDate freeSince(IdentificationRecord identification) {
        LocalDate own = identification.getBusinessDate();
        LocalDate last = sql.select(max(POSTING_VIEW.BUSINESS_DATE))
                .from(POSTING_VIEW)
                .where(POSTING_VIEW.ITEM_ID.eq(identification.getItemId()))
                .and(POSTING_VIEW.KIND.eq(PostingKind.REVERSAL))
                .fetchOne(max(POSTING_VIEW.BUSINESS_DATE));
        return last != null && last.isAfter(own) ? last : own;
    }

    private void record(
            PaymentRecord payment, List<AssignmentOutcome.Share> shares, @Nullable Exchange exchange, String actor) {
        verdicts.decidedByHand(payment.getId(), actor);
        recorder.credit(
                List.of(new Credited(
                        payment, null, shares.stream().map(CashDesk::share).toList(), exchange)),
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
        return sql.select(RECEIVED_VIEW.UNIDENTIFIED_MINOR)
                .from(RECEIVED_VIEW)
                .where(RECEIVED_VIEW.PAYMENT_ID.eq(paymentId))
                .fetchOptional(RECEIVED_VIEW.UNIDENTIFIED_MINOR)
                .orElse(0L);
    }

    /** The last decision names who; a payment without anything left has one, or a report says what is behind it. */
    private DeskOutcome takenBy(long paymentId) {
        return sql.select(VERDICT.ACTOR, VERDICT.DECIDED_AT)
                .from(VERDICT)
                .where(VERDICT.PAYMENT_ID.eq(paymentId))
                .and(notExists(selectOne().from(SETTLEMENT_JOIN).where(SETTLEMENT_JOIN.PAYMENT_ID.eq(paymentId))))
                .orderBy(VERDICT.ID.desc())
                .limit(1)
                .fetchOptional(row -> (DeskOutcome) new DeskOutcome.TakenAlready(row.value1(), row.value2()))
                .orElse(DeskOutcome.Refused.of(DeskRefusal.SETTLED));
    }

    /** Everything that the decision needs, in two queries whatever the number of items; what the viewer may not see is not there. */
    private Assignments.Facts facts(PaymentRecord payment, Money money, Assignments.Wish wish, Viewer viewer) {
        Long[] items = wish.lines().stream().map(line -> line.item().value()).toArray(Long[]::new);
        Map<ItemId, Assignments.Target> targets = sql
                .select(
                        OPEN_ITEM_VIEW.ITEM_ID,
                        OPEN_ITEM_VIEW.ACCOUNT_ID,
                        OPEN_ITEM_VIEW.OPEN_MINOR,
                        OPEN_ITEM_VIEW.CURRENCY,
                        OPEN_ITEM_VIEW.DOCUMENT_DATE,
                        coalesce(OPEN_ITEM_VIEW.DISCOUNT_BASIS_POINTS, ACCOUNT_VIEW.DISCOUNT_BASIS_POINTS),
                        coalesce(OPEN_ITEM_VIEW.DISCOUNT_DAYS, ACCOUNT_VIEW.DISCOUNT_DAYS))
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
                money,
                targets,
                accounts,
                wish.differences().isEmpty()
                        ? nothingAsked(payment)
                        : leeways.of(payment, money.currency().getCurrencyCode(), viewer));
    }

    private static Leeway nothingAsked(PaymentRecord payment) {
        return new Leeway(List.of(), MatchPolicy.standard(), payment.getValueDate(), 0, 0);
    }

    private static String sentence(PaymentRecord payment, List<AssignmentOutcome.Share> shares, Currency currency) {
        int items = shares.stream().mapToInt(share -> share.lines().size()).sum();
        String what = items == 0
                ? "on account of " + count(shares.size(), "customer", "customers")
                : "applied to " + count(items, "item", "items");
        String left = left(
                shares.stream().flatMap(share -> share.differences().stream()).toList(), currency);
        return "P%d is %s%s. Open P%d to take it back.".formatted(payment.getId(), what, left, payment.getId());
    }

    /** What the payment leaves of its items, in words. */
    private static String left(List<Decision.Difference> differences, Currency currency) {
        long givenUp = 0;
        long keptBack = 0;
        for (Decision.Difference difference : differences) {
            givenUp += difference.kind().settles() ? difference.amountMinor() : 0;
            keptBack += difference.kind().settles() ? 0 : difference.amountMinor();
        }
        return (givenUp == 0 ? "" : ", " + Money.ofMinor(givenUp, currency) + " is given up")
                + (keptBack == 0 ? "" : ", " + Money.ofMinor(keptBack, currency) + " stays open with its reason");
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
