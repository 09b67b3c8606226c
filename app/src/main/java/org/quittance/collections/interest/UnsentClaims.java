package org.quittance.collections.interest;

import static org.quittance.db.collections.Tables.INTEREST_CLAIM;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.quittance.core.ledger.AccountId;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.MessageNotSent;
import org.quittance.correspondence.Timeline;
import org.quittance.platform.BusinessClock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells of a notice of interest whose message has not left, beside the word that it was claimed: the customer does not know of it. */
@Component
class UnsentClaims {

    private final DSLContext sql;
    private final Timeline timeline;
    private final BusinessClock clock;

    UnsentClaims(DSLContext sql, Timeline timeline, BusinessClock clock) {
        this.sql = sql;
        this.timeline = timeline;
        this.clock = clock;
    }

    @ApplicationModuleListener
    public void on(MessageNotSent event) {
        switch (event.state()) {
            case REFUSED, RECALLED -> note(event);
            // A failed message may have arrived, and may be queued again.
            case FAILED, QUEUED, SENDING, SENT -> {}
        }
    }

    private void note(MessageNotSent event) {
        claim(event)
                .ifPresent(claim -> timeline.log(new Activity(
                        event.customer(),
                        AccountId.of(claim.account()),
                        Activity.Kind.NOTE,
                        Activity.Direction.INTERNAL,
                        clock.today(),
                        claim.actor(),
                        null,
                        "Interest not claimed: notice N" + claim.id(),
                        "Its message has not left. " + event.reason(),
                        null)));
    }

    private record Claim(long id, long account, String actor) {}

    private Optional<Claim> claim(MessageNotSent event) {
        List<Claim> claims = sql.select(INTEREST_CLAIM.ID, INTEREST_CLAIM.ACCOUNT_ID, INTEREST_CLAIM.ACTOR)
                .from(INTEREST_CLAIM)
                .where(INTEREST_CLAIM.MESSAGE_ID.eq(event.message().value()))
                .fetch(row -> new Claim(row.value1(), row.value2(), row.value3()));
        return claims.stream().findFirst();
    }
}
