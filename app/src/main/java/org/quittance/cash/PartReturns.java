package org.quittance.cash;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static org.quittance.db.cash.Tables.APPLICATION;
import static org.quittance.db.cash.Tables.IDENTIFICATION;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;
import static org.quittance.db.ledger.Tables.STANDING_ALLOCATION_VIEW;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.quittance.cash.PaymentRecorder.Wanted;
import org.quittance.core.ledger.ItemId;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AllocationOrder;
import org.quittance.ledger.AllocationWish;
import org.quittance.ledger.PostingContext;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Component;

/**
 * Frees so much of a payment as a bank takes back of it.
 *
 * <p>What lies on account goes first: it was for nothing. Then the lines are taken back, the last applied first; the one that is only needed in
 * part is applied again with what is left of it, so that its item is open by what came back and no more.
 */
@Component
class PartReturns {

    private final DSLContext sql;
    private final CashUndo undo;
    private final PaymentRecorder recorder;
    private final BusinessClock clock;

    PartReturns(DSLContext sql, CashUndo undo, PaymentRecorder recorder, BusinessClock clock) {
        this.sql = sql;
        this.undo = undo;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** A line that the money of a payment pays; not one of a credit note that its payer took. */
    private record Tie(long paymentId, long allocationId, ItemId credit, ItemId debit, long amountMinor) {}

    /**
     * Sees to it that so much lies on account.
     *
     * @param paymentIds the payments in whose name a line of the bank has its credits
     * @param minor more than nothing, and less than is left of the payment
     */
    void free(List<Long> paymentIds, long minor, CashUndo.Why why, Viewer viewer) {
        long missing = minor - onAccount(paymentIds);
        for (Tie tie : ties(paymentIds)) {
            if (missing <= 0) {
                return;
            }
            if (undo.reverseLine(tie.paymentId(), tie.allocationId(), why, viewer)
                    instanceof DeskOutcome.Refused refused) {
                throw new StaleItems("Payment P" + tie.paymentId(), refused.sentence());
            }
            missing -= tie.amountMinor();
            if (missing < 0) {
                applyAgain(tie, -missing, viewer);
            }
        }
    }

    private void applyAgain(Tie tie, long minor, Viewer viewer) {
        PostingContext context = new PostingContext(
                clock.today(),
                "Payment P%d: what is left of it after a part came back".formatted(tie.paymentId()),
                viewer.login());
        AllocationOrder order = new AllocationOrder(tie.credit(), tie.debit(), minor);
        recorder.allocate(List.of(new Wanted(tie.paymentId(), new AllocationWish(List.of(order), context), List.of())));
    }

    private long onAccount(List<Long> paymentIds) {
        return sql.select(coalesce(sum(OPEN_ITEM_VIEW.OPEN_MINOR.neg()), inline(BigDecimal.ZERO)))
                .from(IDENTIFICATION)
                .join(OPEN_ITEM_VIEW)
                .on(OPEN_ITEM_VIEW.ITEM_ID.eq(IDENTIFICATION.ITEM_ID))
                .where(IDENTIFICATION.PAYMENT_ID.eq(any(paymentIds.toArray(Long[]::new))))
                .fetchSingle(row -> row.value1().longValueExact());
    }

    /** The last applied first. */
    private List<Tie> ties(List<Long> paymentIds) {
        return sql.select(
                        APPLICATION.PAYMENT_ID,
                        STANDING_ALLOCATION_VIEW.ALLOCATION_ID,
                        STANDING_ALLOCATION_VIEW.CREDIT_ITEM_ID,
                        STANDING_ALLOCATION_VIEW.DEBIT_ITEM_ID,
                        STANDING_ALLOCATION_VIEW.AMOUNT_MINOR)
                .from(APPLICATION)
                .join(STANDING_ALLOCATION_VIEW)
                .on(STANDING_ALLOCATION_VIEW.ALLOCATION_ID.eq(APPLICATION.ALLOCATION_ID))
                .join(IDENTIFICATION)
                .on(IDENTIFICATION.ITEM_ID.eq(STANDING_ALLOCATION_VIEW.CREDIT_ITEM_ID))
                .where(APPLICATION.PAYMENT_ID.eq(any(paymentIds.toArray(Long[]::new))))
                .orderBy(STANDING_ALLOCATION_VIEW.ALLOCATION_ID.desc())
                .fetch(row -> new Tie(
                        row.value1(), row.value2(), ItemId.of(row.value3()), ItemId.of(row.value4()), row.value5()));
    }
}
