package org.quittance.cash;

import static org.quittance.db.cash.Tables.DIFFERENCE_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.ITEM_LIFE_VIEW;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.quittance.core.cash.Decision.Difference;
import org.quittance.core.cash.DeductionReason;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what payments have left of their items, from either side. What was taken back is not there. */
@Service
@Transactional(readOnly = true)
public class DifferenceReader {

    private final DSLContext sql;

    DifferenceReader(DSLContext sql) {
        this.sql = sql;
    }

    public List<StandingDifference> ofPayment(long paymentId, Viewer viewer) {
        return differences(DIFFERENCE_VIEW.PAYMENT_ID.eq(paymentId), viewer);
    }

    public List<StandingDifference> ofItem(long itemId, Viewer viewer) {
        return differences(DIFFERENCE_VIEW.ITEM_ID.eq(itemId), viewer);
    }

    private List<StandingDifference> differences(Condition which, Viewer viewer) {
        return sql.select(DIFFERENCE_VIEW.fields())
                .select(ITEM_LIFE_VIEW.DOCUMENT, ITEM_LIFE_VIEW.CURRENCY, ITEM_LIFE_VIEW.OPEN_MINOR)
                .from(DIFFERENCE_VIEW)
                .join(ITEM_LIFE_VIEW)
                .on(ITEM_LIFE_VIEW.ITEM_ID.eq(DIFFERENCE_VIEW.ITEM_ID))
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(ITEM_LIFE_VIEW.ACCOUNT_ID))
                .where(which)
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(DIFFERENCE_VIEW.DIFFERENCE_ID)
                .fetch(DifferenceReader::difference);
    }

    private static StandingDifference difference(Record row) {
        String reason = row.get(DIFFERENCE_VIEW.DEDUCTION_REASON);
        return new StandingDifference(
                row.get(DIFFERENCE_VIEW.PAYMENT_ID),
                row.get(DIFFERENCE_VIEW.ITEM_ID),
                row.get(ITEM_LIFE_VIEW.DOCUMENT),
                Difference.Kind.valueOf(row.get(DIFFERENCE_VIEW.KIND)),
                Money.ofMinor(row.get(DIFFERENCE_VIEW.AMOUNT_MINOR), row.get(ITEM_LIFE_VIEW.CURRENCY)),
                reason == null ? null : DeductionReason.valueOf(reason),
                row.get(DIFFERENCE_VIEW.REASON),
                Money.ofMinor(row.get(ITEM_LIFE_VIEW.OPEN_MINOR), row.get(ITEM_LIFE_VIEW.CURRENCY)),
                row.get(DIFFERENCE_VIEW.BUSINESS_DATE),
                row.get(DIFFERENCE_VIEW.ACTOR));
    }
}
