package org.quittance.cash;

import static org.quittance.db.cash.Tables.PARKING;
import static org.quittance.db.cash.Tables.PAYMENT;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.quittance.audit.AuditTrail;
import org.quittance.core.collections.Sentences;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a payment off until a day, with somebody who looks after it and what happens next.
 *
 * <p>Until then it stands in its owner's queue as parked; on the day it comes back by itself, and the owner stays.
 */
@Service
public class Parking {

    private final DSLContext sql;
    private final CashDesk desk;
    private final People people;
    private final AuditTrail audit;
    private final BusinessClock clock;

    Parking(DSLContext sql, CashDesk desk, People people, AuditTrail audit, BusinessClock clock) {
        this.sql = sql;
        this.desk = desk;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** Puts several off at once: all of them, or none. */
    @Transactional
    public DeskOutcome parkAll(
            Collection<Long> payments, String owner, LocalDate until, String nextStep, Viewer viewer) {
        List<Long> known = sql.select(PAYMENT.ID)
                .from(PAYMENT)
                .where(PAYMENT.ID.in(payments))
                .orderBy(PAYMENT.ID)
                .fetch(PAYMENT.ID);
        for (Long payment : known) {
            if (park(payment, owner, until, nextStep, viewer) instanceof DeskOutcome.Refused refused) {
                return refused;
            }
        }
        return known.isEmpty()
                ? DeskOutcome.Refused.of(DeskRefusal.NOTHING_CHOSEN)
                : new DeskOutcome.Done("%d payments are parked with %s until %s."
                        .formatted(known.size(), owner, Sentences.day(until)));
    }

    @Transactional
    public DeskOutcome park(long paymentId, String owner, LocalDate until, String nextStep, Viewer viewer) {
        if (nextStep.isBlank()) {
            return DeskOutcome.Refused.of(DeskRefusal.NO_NEXT_STEP);
        }
        if (!until.isAfter(clock.today())) {
            return DeskOutcome.Refused.of(DeskRefusal.NOT_LATER);
        }
        if (people.byLogin(owner).filter(person -> !person.isDisabled()).isEmpty()) {
            return DeskOutcome.Refused.of(DeskRefusal.NO_SUCH_OWNER);
        }
        desk.locked(paymentId);
        sql.insertInto(PARKING)
                .set(PARKING.PAYMENT_ID, paymentId)
                .set(PARKING.OWNER, owner)
                .set(PARKING.UNTIL_DAY, until)
                .set(PARKING.NEXT_STEP, nextStep.strip())
                .set(PARKING.ACTOR, viewer.login())
                .execute();
        audit.record(viewer.login(), "payment.parked", "payment", paymentId, owner + " until " + until);
        return new DeskOutcome.Done(
                "P%d is parked with %s until %s.".formatted(paymentId, owner, Sentences.day(until)));
    }
}
