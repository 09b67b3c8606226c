package org.quittance.collections.interest;

import static org.quittance.db.collections.Tables.INTEREST_CLAIM;
import static org.quittance.db.collections.Tables.INTEREST_CLAIM_ITEM;
import static org.quittance.db.collections.Tables.INTEREST_WAIVER;
import static org.quittance.db.collections.Tables.INTEREST_WAIVER_DECISION;
import static org.quittance.db.collections.Tables.INTEREST_WAIVER_ITEM;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.quittance.collections.agreement.RequestDecision;
import org.quittance.core.contact.Rule;
import org.quittance.correspondence.Message;
import org.quittance.correspondence.SendGate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets no notice of interest leave that claims what was given up since it was written. */
@Order(12)
@Component
class ClaimsThatStand implements SendGate {

    private final DSLContext sql;

    ClaimsThatStand(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Verdict ask(Message message) {
        Condition isGivenUpSince = INTEREST_WAIVER
                .IS_ALONE
                .isTrue()
                .and(INTEREST_WAIVER.RECORDED_AT.ge(INTEREST_CLAIM.RECORDED_AT))
                .or(INTEREST_WAIVER_DECISION
                        .DECISION
                        .eq(RequestDecision.APPROVED.name())
                        .and(INTEREST_WAIVER_DECISION.RECORDED_AT.ge(INTEREST_CLAIM.RECORDED_AT)));
        boolean claimsTooMuch = sql.fetchExists(sql.selectOne()
                .from(INTEREST_CLAIM)
                .join(INTEREST_CLAIM_ITEM)
                .on(INTEREST_CLAIM_ITEM.CLAIM_ID.eq(INTEREST_CLAIM.ID))
                .join(INTEREST_WAIVER_ITEM)
                .on(INTEREST_WAIVER_ITEM.ITEM_ID.eq(INTEREST_CLAIM_ITEM.ITEM_ID))
                .join(INTEREST_WAIVER)
                .on(INTEREST_WAIVER.ID.eq(INTEREST_WAIVER_ITEM.WAIVER_ID))
                .leftJoin(INTEREST_WAIVER_DECISION)
                .on(INTEREST_WAIVER_DECISION.WAIVER_ID.eq(INTEREST_WAIVER.ID))
                .where(INTEREST_CLAIM.MESSAGE_ID.eq(message.id().value()))
                .and(isGivenUpSince));
        return claimsTooMuch
                ? new Verdict.Refuse(
                        Rule.OUT_OF_DATE.code(),
                        "Interest or compensation that it claims has been given up since it was written. Claim anew what is left")
                : new Verdict.Go();
    }
}
