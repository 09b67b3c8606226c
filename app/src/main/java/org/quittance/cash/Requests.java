package org.quittance.cash;

import static org.quittance.db.cash.Tables.IDENTIFICATION;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.REQUEST;
import static org.quittance.db.cash.Tables.REQUEST_DECISION;
import static org.quittance.db.cash.Tables.REQUEST_HAND_VIEW;
import static org.quittance.db.cash.Tables.RETRACTION;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.core.cash.Authority;
import org.quittance.core.cash.AuthorityRefusal;
import org.quittance.core.cash.Deed;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.PostingKind;
import org.quittance.core.money.Money;
import org.quittance.db.cash.tables.records.IdentificationRecord;
import org.quittance.db.cash.tables.records.RequestRecord;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CreditDraft;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.PostingContext;
import org.quittance.ledger.PostingOutcome;
import org.quittance.ledger.Visibility;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refunds, transfers and write-offs: one person asks, another decides, and what is approved is posted in the same transaction.
 *
 * <p>Who may decide is {@link Authority}'s rule. Nothing is reserved by asking: if the money is gone when the answer comes, nothing is
 * posted and the request still waits.
 */
@Service
public class Requests {

    private final DSLContext sql;
    private final CashLocks locks;
    private final Ledger ledger;
    private final Authorities authorities;
    private final AuditTrail audit;
    private final BusinessClock clock;

    Requests(
            DSLContext sql,
            CashLocks locks,
            Ledger ledger,
            Authorities authorities,
            AuditTrail audit,
            BusinessClock clock) {
        this.sql = sql;
        this.locks = locks;
        this.ledger = ledger;
        this.authorities = authorities;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What somebody asks for.
     *
     * @param item the credit that is refunded or moved, or the debit that is written off
     * @param to the account that a transfer goes to; null otherwise
     */
    public record Draft(
            Deed deed, ItemId item, Money amount, @Nullable AccountId to, String reason) {

        public Draft {
            reason = reason.strip();
        }
    }

    /** The answer to a request. */
    public enum Decision {
        APPROVED,
        REFUSED
    }

    private record Subject(long accountId, long entityId, long openMinor, String currency) {}

    @Transactional
    public DeskOutcome ask(Draft draft, Viewer viewer) {
        Optional<Subject> found = subject(draft.item(), viewer);
        Optional<RequestRefusal> refusal = refusal(draft, found.orElse(null), viewer);
        if (refusal.isPresent() || found.isEmpty()) {
            RequestRefusal reason = refusal.orElse(RequestRefusal.NOT_OPEN);
            return new DeskOutcome.Refused(reason, reason.sentence());
        }
        RequestRecord request = insert(draft, found.get(), viewer);
        audit.record(
                viewer.login(),
                "request.asked",
                "request",
                request.getId(),
                draft.deed().label() + " of " + draft.amount() + ": " + draft.reason());
        List<Authority.Limit> own = authorities.limits(viewer, draft.deed(), request.getCurrency());
        return switch (Authority.need(draft.deed(), draft.amount().minor(), own)) {
            case NOBODY_ELSE -> approve(request, "Within the limit of " + viewer.login(), viewer);
            case A_SECOND_PERSON ->
                new DeskOutcome.Done("%s of %s waits for somebody else's approval."
                        .formatted(draft.deed().label(), draft.amount()));
        };
    }

    /** Answers a request; a request is answered once. */
    @Transactional
    public DeskOutcome decide(long requestId, Decision decision, String reason, Viewer viewer) {
        locks.request(requestId);
        RequestRecord request = sql.fetchSingle(REQUEST, REQUEST.ID.eq(requestId));
        var decided = sql.fetchOptional(REQUEST_DECISION, REQUEST_DECISION.REQUEST_ID.eq(requestId));
        if (decided.isPresent()) {
            return new DeskOutcome.TakenAlready(
                    decided.get().getActor(), decided.get().getDecidedAt());
        }
        if (reason.isBlank()) {
            return new DeskOutcome.Refused(RequestRefusal.NO_REASON, RequestRefusal.NO_REASON.sentence());
        }
        Optional<AuthorityRefusal> refusal =
                Authority.approval(request.getActor(), request.getAmountMinor(), approver(request, viewer));
        if (refusal.isPresent()) {
            return new DeskOutcome.Refused(refusal.get(), refusal.get().sentence());
        }
        return switch (decision) {
            case APPROVED -> approve(request, reason.strip(), viewer);
            case REFUSED -> {
                note(request, decision, reason.strip(), viewer);
                yield new DeskOutcome.Done("The request is refused.");
            }
        };
    }

    private DeskOutcome approve(RequestRecord request, String reason, Viewer viewer) {
        PostingOutcome outcome = post(request, viewer);
        if (outcome instanceof PostingOutcome.Refused refused) {
            return new DeskOutcome.Refused(
                    refused.reason(), "Nothing was posted: " + refused.sentence() + ". The request still waits.");
        }
        note(request, Decision.APPROVED, reason, viewer);
        return new DeskOutcome.Done("%s of %s is approved and posted."
                .formatted(
                        Deed.valueOf(request.getDeed()).label(),
                        Money.ofMinor(request.getAmountMinor(), request.getCurrency())));
    }

    private PostingOutcome post(RequestRecord request, Viewer viewer) {
        Money amount = Money.ofMinor(request.getAmountMinor(), request.getCurrency());
        ItemId item = ItemId.of(request.getItemId());
        PostingContext context = new PostingContext(
                clock.today(),
                "Request R%d of %s: %s".formatted(request.getId(), request.getActor(), request.getReason()),
                viewer.login());
        return switch (Deed.valueOf(request.getDeed())) {
            case WRITE_OFF -> ledger.adjust(item, PostingKind.WRITE_OFF, amount.negated(), context);
            case REFUND -> {
                PostingOutcome outcome = ledger.adjust(item, PostingKind.REFUND, amount, context);
                if (outcome instanceof PostingOutcome.Posted) {
                    identification(item).ifPresent(one -> retract(one, request, viewer));
                }
                yield outcome;
            }
            case TRANSFER -> transfer(request, item, amount, context, viewer);
        };
    }

    /** Out of the one account and into the other: two entries that neither can be without. */
    private PostingOutcome transfer(
            RequestRecord request, ItemId item, Money amount, PostingContext context, Viewer viewer) {
        AccountId to = AccountId.of(request.getToAccountId());
        ledger.hold(List.of(AccountId.of(request.getAccountId()), to));
        PostingOutcome outcome = ledger.adjust(item, PostingKind.TRANSFER, amount, context);
        if (outcome instanceof PostingOutcome.Posted) {
            CreditDraft draft = new CreditDraft(
                    to,
                    "transfer",
                    "R" + request.getId(),
                    clock.today(),
                    amount,
                    "",
                    "Transferred: " + request.getReason());
            ItemId credit = ledger.receive(List.of(draft), viewer.login()).getFirst();
            identification(item).ifPresent(from -> {
                retract(from, request, viewer);
                sql.insertInto(IDENTIFICATION)
                        .set(IDENTIFICATION.PAYMENT_ID, from.getPaymentId())
                        .set(IDENTIFICATION.ACCOUNT_ID, to.value())
                        .set(
                                IDENTIFICATION.ROUND,
                                EarlierRounds.of(List.of(from.getPaymentId()), sql)
                                        .round(from.getPaymentId(), to))
                        .set(IDENTIFICATION.ITEM_ID, credit.value())
                        .set(IDENTIFICATION.AMOUNT_MINOR, amount.minor())
                        .set(IDENTIFICATION.CREDIT_MINOR, amount.minor())
                        .set(IDENTIFICATION.BUSINESS_DATE, clock.today())
                        .set(IDENTIFICATION.ACTOR, viewer.login())
                        .execute();
            });
        }
        return outcome;
    }

    private Optional<IdentificationRecord> identification(ItemId item) {
        return sql.fetchOptional(IDENTIFICATION, IDENTIFICATION.ITEM_ID.eq(item.value()));
    }

    private void retract(IdentificationRecord from, RequestRecord request, Viewer viewer) {
        sql.insertInto(RETRACTION)
                .set(RETRACTION.PAYMENT_ID, from.getPaymentId())
                .set(RETRACTION.ITEM_ID, from.getItemId())
                .set(RETRACTION.KIND, request.getDeed())
                .set(RETRACTION.AMOUNT_MINOR, request.getAmountMinor())
                .set(RETRACTION.BUSINESS_DATE, clock.today())
                .set(RETRACTION.REQUEST_ID, request.getId())
                .set(RETRACTION.ACTOR, viewer.login())
                .execute();
    }

    private void note(RequestRecord request, Decision decision, String reason, Viewer viewer) {
        sql.insertInto(REQUEST_DECISION)
                .set(REQUEST_DECISION.REQUEST_ID, request.getId())
                .set(REQUEST_DECISION.DECISION, decision.name())
                .set(REQUEST_DECISION.REASON, reason)
                .set(REQUEST_DECISION.BUSINESS_DATE, clock.today())
                .set(REQUEST_DECISION.ACTOR, viewer.login())
                .execute();
        audit.record(
                viewer.login(),
                "request." + decision.name().toLowerCase(Locale.ROOT),
                "request",
                request.getId(),
                reason);
    }

    private RequestRecord insert(Draft draft, Subject subject, Viewer viewer) {
        RequestRecord request = sql.newRecord(REQUEST);
        request.setDeed(draft.deed().name());
        request.setEntityId(subject.entityId());
        request.setAccountId(subject.accountId());
        request.setItemId(draft.item().value());
        request.setCurrency(subject.currency());
        request.setAmountMinor(draft.amount().minor());
        request.setToAccountId(draft.to() == null ? null : draft.to().value());
        identification(draft.item())
                .flatMap(one -> sql.fetchOptional(PAYMENT, PAYMENT.ID.eq(one.getPaymentId())))
                .ifPresent(payment -> {
                    request.setPayeeName(payment.getPayerName());
                    request.setPayeeAccount(payment.getPayerAccount());
                });
        request.setReason(draft.reason());
        request.setBusinessDate(clock.today());
        request.setActor(viewer.login());
        request.store();
        return request;
    }

    private Optional<RequestRefusal> refusal(Draft draft, @Nullable Subject subject, Viewer viewer) {
        if (draft.reason().isEmpty()) {
            return Optional.of(RequestRefusal.NO_REASON);
        }
        if (subject == null
                || !subject.currency().equals(draft.amount().currency().getCurrencyCode())) {
            return Optional.of(RequestRefusal.NOT_OPEN);
        }
        long available = draft.deed() == Deed.WRITE_OFF ? subject.openMinor() : -subject.openMinor();
        if (!draft.amount().isPositive() || draft.amount().minor() > available) {
            return Optional.of(RequestRefusal.MORE_THAN_OPEN);
        }
        boolean isExchanged = identification(draft.item())
                .map(one -> one.getExchangeId() != null)
                .orElse(false);
        if (isExchanged) {
            return Optional.of(RequestRefusal.EXCHANGED);
        }
        AccountId to = draft.to();
        if (draft.deed() == Deed.TRANSFER
                && (to == null || to.value() == subject.accountId() || !isOf(to, subject, viewer))) {
            return Optional.of(RequestRefusal.NO_SUCH_ACCOUNT);
        }
        return Optional.empty();
    }

    private Optional<Subject> subject(ItemId item, Viewer viewer) {
        return sql.select(
                        OPEN_ITEM_VIEW.ACCOUNT_ID,
                        OPEN_ITEM_VIEW.ENTITY_ID,
                        OPEN_ITEM_VIEW.OPEN_MINOR,
                        OPEN_ITEM_VIEW.CURRENCY)
                .from(OPEN_ITEM_VIEW)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(OPEN_ITEM_VIEW.ACCOUNT_ID))
                .where(OPEN_ITEM_VIEW.ITEM_ID.eq(item.value()))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .fetchOptional(Requests::subject);
    }

    private static Subject subject(Record row) {
        return new Subject(
                row.get(OPEN_ITEM_VIEW.ACCOUNT_ID),
                row.get(OPEN_ITEM_VIEW.ENTITY_ID),
                row.get(OPEN_ITEM_VIEW.OPEN_MINOR),
                row.get(OPEN_ITEM_VIEW.CURRENCY));
    }

    private boolean isOf(AccountId to, Subject subject, Viewer viewer) {
        return sql.fetchExists(
                ACCOUNT_VIEW,
                ACCOUNT_VIEW
                        .ACCOUNT_ID
                        .eq(to.value())
                        .and(ACCOUNT_VIEW.ENTITY_ID.eq(subject.entityId()))
                        .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID)));
    }

    private Authority.Approver approver(RequestRecord request, Viewer viewer) {
        return new Authority.Approver(
                viewer.login(),
                duty(request, viewer),
                authorities.limits(viewer, Deed.valueOf(request.getDeed()), request.getCurrency()));
    }

    private Authority.Duty duty(RequestRecord request, Viewer viewer) {
        if (viewer.is(Role.CASH)) {
            return Authority.Duty.APPLIES_CASH;
        }
        boolean hadAHand = sql.fetchExists(
                REQUEST_HAND_VIEW,
                REQUEST_HAND_VIEW.REQUEST_ID.eq(request.getId()).and(REQUEST_HAND_VIEW.ACTOR.eq(viewer.login())));
        return hadAHand ? Authority.Duty.HANDLED_THIS_PAYMENT : Authority.Duty.APPLIES_NO_CASH;
    }
}
