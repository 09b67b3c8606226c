package org.quittance.cash;

import static org.jooq.impl.DSL.any;
import static org.quittance.db.cash.Tables.DIFFERENCE_VIEW;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.quittance.cash.PaymentRecorder.Wanted;
import org.quittance.core.cash.Decision.Difference;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.PostingKind;
import org.quittance.ledger.AdjustmentOrder;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.PostingContext;
import org.quittance.ledger.PostingOutcome;
import org.quittance.platform.CopyRows;
import org.springframework.stereotype.Component;

/**
 * Keeps what payments leave of their items: discounts, charges and small differences are posted as adjustments, deductions stay open.
 *
 * <p>All of it happens in the transaction of the allocation, so that an invoice paid less discount is settled or untouched, and what is
 * taken back takes its differences along.
 */
@Component
class Differences {

    private final DSLContext sql;
    private final Ledger ledger;

    Differences(DSLContext sql, Ledger ledger) {
        this.sql = sql;
        this.ledger = ledger;
    }

    /** Posts the differences of payments of one day, after their allocations. */
    void post(List<Wanted> wanted) {
        List<AdjustmentOrder> orders = new ArrayList<>();
        CopyRows rows = new CopyRows(0);
        for (Wanted one : wanted) {
            PostingContext context = one.wish().context();
            for (Difference difference : one.differences()) {
                if (difference.kind().settles()) {
                    orders.add(order(difference, one.paymentId(), context));
                }
                rows.value(one.paymentId())
                        .value(difference.item())
                        .value(difference.kind())
                        .value(difference.amountMinor())
                        .value(difference.reason())
                        .value(difference.deductionReason())
                        .value(context.businessDate())
                        .value(context.actor())
                        .end();
            }
        }
        require(ledger.adjust(orders));
        rows.into(
                "cash.difference"
                        + " (payment_id, item_id, kind, amount_minor, reason, deduction_reason, business_date, actor)",
                sql);
    }

    private static AdjustmentOrder order(Difference difference, long paymentId, PostingContext context) {
        String what = difference.kind().label().toLowerCase(Locale.ROOT);
        String cause = "Payment P%d: %s%s"
                .formatted(paymentId, what, difference.reason().isEmpty() ? "" : ", " + difference.reason());
        return new AdjustmentOrder(
                difference.item(),
                PostingKind.ADJUSTMENT,
                -difference.amountMinor(),
                new PostingContext(context.businessDate(), cause, context.actor()));
    }

    /** Opens the items again by what was given up of them for the payment; deductions no longer stand. */
    void takeBack(long paymentId, List<ItemId> items, PostingContext context) {
        var standing = sql.selectFrom(DIFFERENCE_VIEW)
                .where(DIFFERENCE_VIEW.PAYMENT_ID.eq(paymentId))
                .and(DIFFERENCE_VIEW.ITEM_ID.eq(
                        any(items.stream().map(ItemId::value).toArray(Long[]::new))))
                .orderBy(DIFFERENCE_VIEW.DIFFERENCE_ID)
                .fetch();
        List<AdjustmentOrder> orders = new ArrayList<>();
        CopyRows rows = new CopyRows(standing.size());
        for (var row : standing) {
            if (Difference.Kind.valueOf(row.getKind()).settles()) {
                orders.add(new AdjustmentOrder(
                        ItemId.of(row.getItemId()), PostingKind.ADJUSTMENT, row.getAmountMinor(), context));
            }
            rows.value(paymentId)
                    .value(row.getItemId())
                    .value(row.getKind())
                    .value(row.getAmountMinor())
                    .value(row.getReason())
                    .value(row.getDeductionReason())
                    .value(context.businessDate())
                    .value(context.actor())
                    .value(row.getDifferenceId())
                    .end();
        }
        require(ledger.adjust(orders));
        rows.into(
                "cash.difference (payment_id, item_id, kind, amount_minor, reason, deduction_reason, business_date, actor,"
                        + " reverses_id)",
                sql);
    }

    private static void require(PostingOutcome outcome) {
        if (outcome instanceof PostingOutcome.Refused refused) {
            throw new StaleItems("Item " + refused.item(), refused.sentence());
        }
    }
}
