package org.quittance.cash;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.cash.Tables.STATEMENT;
import static org.quittance.db.cash.Tables.STATEMENT_RELEASE;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Which statements nothing may be applied from: those whose balances do not close, until a person has released them. */
@Component
class HeldStatements {

    /** On {@code cash.statement}, which the query must have joined under its own name. */
    static final Condition HELD = STATEMENT
            .DIFFERENCE_MINOR
            .isNotNull()
            .and(STATEMENT.DIFFERENCE_MINOR.ne(0L))
            .and(notExists(selectOne().from(STATEMENT_RELEASE).where(STATEMENT_RELEASE.STATEMENT_ID.eq(STATEMENT.ID))));

    private final DSLContext sql;

    HeldStatements(DSLContext sql) {
        this.sql = sql;
    }

    boolean isHeld(long statementId) {
        return sql.fetchExists(STATEMENT, STATEMENT.ID.eq(statementId).and(HELD));
    }
}
