package org.quittance.cash;

import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.PROPOSAL_LINE;
import static org.quittance.db.cash.Tables.UNIDENTIFIED;
import static org.quittance.db.cash.Tables.VERDICT;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.quittance.core.collections.Sentences;
import org.quittance.core.money.Money;
import org.quittance.db.cash.tables.ProposalLine;
import org.quittance.db.cash.tables.Verdict;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money that has come and that nobody has applied yet, where the matcher's best proposal pays items of a customer: it may be theirs. It is no reason not
 * to ask, which only an application is, and worth a look before somebody does.
 */
@Service
public class MoneyInSight {

    private static final Verdict LATER = VERDICT.as("later");
    private static final ProposalLine BETTER = PROPOSAL_LINE.as("better");

    private final DSLContext sql;

    MoneyInSight(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A payment that waits in Cash.
     *
     * @param documents of the customer, those that the proposal pays
     */
    public record Waiting(long paymentId, LocalDate bookedOn, Money amount, List<String> documents) {

        public Waiting {
            documents = List.copyOf(documents);
        }

        public String sentence() {
            return "%s of %s waits in Cash, where the best proposal pays %s"
                    .formatted(Sentences.money(amount), Sentences.day(bookedOn), String.join(", ", documents));
        }
    }

    /** On accounts that the viewer sees, the latest first. One look-up for each open item of the customer. */
    @Transactional(readOnly = true)
    public List<Waiting> of(long customer, Viewer viewer) {
        return sql.select(
                        PAYMENT.ID,
                        PAYMENT.BOOKING_DATE,
                        PAYMENT.CURRENCY,
                        PAYMENT.AMOUNT_MINOR,
                        arrayAgg(OPEN_ITEM_VIEW.DOCUMENT).orderBy(OPEN_ITEM_VIEW.DUE_DATE, OPEN_ITEM_VIEW.ITEM_ID))
                .from(ACCOUNT_VIEW)
                .join(OPEN_ITEM_VIEW)
                .on(OPEN_ITEM_VIEW.ACCOUNT_ID.eq(ACCOUNT_VIEW.ACCOUNT_ID))
                .join(PROPOSAL_LINE)
                .on(PROPOSAL_LINE.ITEM_ID.eq(OPEN_ITEM_VIEW.ITEM_ID))
                .join(VERDICT)
                .on(VERDICT.ID.eq(PROPOSAL_LINE.VERDICT_ID))
                .join(UNIDENTIFIED)
                .on(UNIDENTIFIED.PAYMENT_ID.eq(VERDICT.PAYMENT_ID))
                .join(PAYMENT)
                .on(PAYMENT.ID.eq(VERDICT.PAYMENT_ID))
                .where(ACCOUNT_VIEW.CUSTOMER_ID.eq(customer))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .and(OPEN_ITEM_VIEW.OPEN_MINOR.gt(0L))
                .and(notExists(selectOne()
                        .from(LATER)
                        .where(LATER.PAYMENT_ID.eq(VERDICT.PAYMENT_ID))
                        .and(LATER.ID.gt(VERDICT.ID))))
                .and(notExists(selectOne()
                        .from(BETTER)
                        .where(BETTER.VERDICT_ID.eq(PROPOSAL_LINE.VERDICT_ID))
                        .and(BETTER.ALTERNATIVE.lt(PROPOSAL_LINE.ALTERNATIVE))))
                .groupBy(PAYMENT.ID, PAYMENT.BOOKING_DATE, PAYMENT.CURRENCY, PAYMENT.AMOUNT_MINOR)
                .orderBy(PAYMENT.BOOKING_DATE.desc(), PAYMENT.ID.desc())
                .fetch(row -> new Waiting(
                        row.value1(), row.value2(), Money.ofMinor(row.value4(), row.value3()), List.of(row.value5())));
    }
}
