package org.quittance.cash;

import static org.quittance.db.cash.Tables.PAYMENT;

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

    /** Of a payment that is there. */
    @Transactional(readOnly = true)
    public Leeway of(long paymentId, Viewer viewer) {
        return of(sql.fetchSingle(PAYMENT, PAYMENT.ID.eq(paymentId)), viewer);
    }

    Leeway of(PaymentRecord payment, Viewer viewer) {
        Long kept = payment.getChargesMinor();
        return new Leeway(
                proposals.differences(payment.getId()),
                policies.of(payment.getEntityId()).on(payment.getBookingDate()),
                payment.getValueDate(),
                kept == null ? 0 : kept,
                authorities.alone(viewer, Deed.WRITE_OFF, payment.getCurrency()));
    }
}
