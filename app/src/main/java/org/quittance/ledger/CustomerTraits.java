package org.quittance.ledger;

import static org.jooq.impl.DSL.any;
import static org.quittance.db.ledger.Tables.CUSTOMER_TRAIT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.quittance.audit.AuditTrail;
import org.quittance.core.ledger.Trait;
import org.quittance.platform.BusinessClock;
import org.quittance.platform.SqlFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who customers are before the law, each from a day on. What counted on a former day still stands. */
@Service
public class CustomerTraits {

    private static final SqlFile TRAITS = SqlFile.beside(CustomerTraits.class, "traits.sql");
    private static final String BY_LIST = "As the list of customers says";

    private final DSLContext sql;
    private final AuditTrail audit;
    private final BusinessClock clock;

    CustomerTraits(DSLContext sql, AuditTrail audit, BusinessClock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /** A trait of a customer, with who has noted it and why. */
    public record Noted(Trait trait, LocalDate since, String reason, String actor, Instant recordedAt) {}

    /** The trait that counts on a day; empty where none is kept, and the contact policy tells by the segment. */
    @Transactional(readOnly = true)
    public Optional<Noted> on(long customerId, LocalDate day) {
        return of(customerId).stream()
                .filter(noted -> !noted.since().isAfter(day))
                .findFirst();
    }

    /** The traits that count on a day, of those of the customers of whom any is kept. */
    @Transactional(readOnly = true)
    public Map<Long, Trait> on(Collection<Long> customers, LocalDate day) {
        return sql.select(CUSTOMER_TRAIT.CUSTOMER_ID, CUSTOMER_TRAIT.TRAIT)
                .distinctOn(CUSTOMER_TRAIT.CUSTOMER_ID)
                .from(CUSTOMER_TRAIT)
                .where(CUSTOMER_TRAIT.CUSTOMER_ID.eq(any(customers.toArray(Long[]::new))))
                .and(CUSTOMER_TRAIT.SINCE.le(day))
                .orderBy(CUSTOMER_TRAIT.CUSTOMER_ID, CUSTOMER_TRAIT.SINCE.desc(), CUSTOMER_TRAIT.ID.desc())
                .fetchMap(row -> row.value1(), row -> Trait.valueOf(row.value2()));
    }

    /** All that was ever noted of a customer: that of the latest day first, of one day the latest noted. */
    @Transactional(readOnly = true)
    public List<Noted> of(long customerId) {
        return sql.selectFrom(CUSTOMER_TRAIT)
                .where(CUSTOMER_TRAIT.CUSTOMER_ID.eq(customerId))
                .orderBy(CUSTOMER_TRAIT.SINCE.desc(), CUSTOMER_TRAIT.ID.desc())
                .fetch(row -> new Noted(
                        Trait.valueOf(row.getTrait()),
                        row.getSince(),
                        row.getReason(),
                        row.getActor(),
                        row.getRecordedAt()));
    }

    /**
     * Notes what a customer is from a day on.
     *
     * @param reason by what we know it; not empty
     */
    @Transactional
    public void note(long customerId, Trait trait, LocalDate since, String reason, String actor) {
        sql.insertInto(CUSTOMER_TRAIT)
                .set(CUSTOMER_TRAIT.CUSTOMER_ID, customerId)
                .set(CUSTOMER_TRAIT.TRAIT, trait.name())
                .set(CUSTOMER_TRAIT.SINCE, since)
                .set(CUSTOMER_TRAIT.REASON, reason)
                .set(CUSTOMER_TRAIT.ACTOR, actor)
                .execute();
        audit.record(
                actor,
                "customer.trait-noted",
                "customer",
                customerId,
                "%s from %s: %s".formatted(trait.label(), since, reason));
    }

    /** Takes the traits that a list tells, where they are other than what counts today. */
    @Transactional(propagation = Propagation.MANDATORY)
    void enter(List<CustomerDraft> drafts, String actor) {
        List<CustomerDraft> told =
                drafts.stream().filter(draft -> draft.trait() != null).toList();
        if (told.isEmpty()) {
            return;
        }
        int taken = sql.execute(
                TRAITS.text(),
                told.stream().map(CustomerDraft::customerMaster).toArray(String[]::new),
                told.stream().map(CustomerDraft::number).toArray(String[]::new),
                told.stream()
                        .map(draft -> Objects.requireNonNull(draft.trait()).name())
                        .toArray(String[]::new),
                clock.today(),
                BY_LIST,
                actor);
        if (taken > 0) {
            audit.record(actor, "customers.traits-noted", "customers", "list", taken + " traits");
        }
    }
}
