package org.quittance.cash;

import static org.quittance.db.cash.Tables.PAYMENT;

import java.util.Currency;
import org.jooq.DSLContext;
import org.quittance.core.cash.Deed;
import org.quittance.core.cash.Leeway;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much of the items of a payment a person may give up: what was proposed, the entity's policy, their own authority. */
@Service
public class Leeways {

    private final DSLContext sql;
    private final Proposals proposals;
    private final MatchPolicies policies;
    private final Authorities authorities;

    Leeways(DSLContext sql, Proposals proposals, MatchPolicies policies, Authorities authorities) {
        this.sql = sql;
        this.proposals = proposals;
        this.policies = policies;
        this.authorities = authorities;
    }

    /** Of a payment that is there, credited in a currency. */
    @Transactional(readOnly = true)
    public Leeway of(long paymentId, Currency currency, Viewer viewer) {
        return of(sql.fetchSingle(PAYMENT, PAYMENT.ID.eq(paymentId)), currency.getCurrencyCode(), viewer);
    }

    Leeway of(PaymentRecord payment, Viewer viewer) {
        return of(payment, payment.getCurrency(), viewer);
    }

    /** What may be given up of items of a currency, where that is not the payment's own; what the bank kept is of the payment's own. */
    Leeway of(PaymentRecord payment, String currency, Viewer viewer) {
        Long kept = payment.getChargesMinor();
        return new Leeway(
                proposals.differences(payment.getId()),
                policies.of(payment.getEntityId()).on(payment.getBookingDate()),
                payment.getValueDate(),
                kept == null || !currency.equals(payment.getCurrency()) ? 0 : kept,
                authorities.alone(viewer, Deed.WRITE_OFF, currency));
    }
}
