package org.quittance.cash;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Lets one at a time decide about a payment or a statement. Their rows cannot be locked, because the application may not change them: their
 * numbers are, until the transaction ends.
 *
 * <p>A key is 64 bits: the sort of thing in the highest 8, its number in the others.
 */
@Component
class CashLocks {

    private static final long STATEMENTS = 0x13L << 56;
    private static final long PAYMENTS = 0x14L << 56;
    private static final long REQUESTS = 0x15L << 56;
    private static final long ADVICES = 0x16L << 56;
    private static final long POLICIES = 0x17L << 56;

    private final DSLContext sql;

    CashLocks(DSLContext sql) {
        this.sql = sql;
    }

    /** Whoever applies a statement does so alone. */
    void statement(long statementId) {
        sql.execute("select pg_advisory_xact_lock({0})", DSL.val(STATEMENTS | statementId));
    }

    /**
     * Two people on one payment: the second waits, and is told. A person also waits while the payment's statement is being applied, whose
     * payments are not locked one by one.
     */
    void payment(long paymentId, long statementId) {
        sql.execute("select pg_advisory_xact_lock_shared({0})", DSL.val(STATEMENTS | statementId));
        sql.execute("select pg_advisory_xact_lock({0})", DSL.val(PAYMENTS | paymentId));
    }

    /** One at a time joins advices to payments. Whoever also locks a payment or a statement does that first. */
    void advices() {
        sql.execute("select pg_advisory_xact_lock({0})", DSL.val(ADVICES));
    }

    /** One at a time adopts a version of an entity's match policy. */
    void policy(long entityId) {
        sql.execute("select pg_advisory_xact_lock({0})", DSL.val(POLICIES | entityId));
    }

    /** A request is answered once. */
    void request(long requestId) {
        sql.execute("select pg_advisory_xact_lock({0})", DSL.val(REQUESTS | requestId));
    }
}
