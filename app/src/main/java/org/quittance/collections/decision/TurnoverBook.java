package org.quittance.collections.decision;

import static org.quittance.db.collections.Tables.TURNOVER;

import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.quittance.platform.SqlFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what was billed to each account in the last twelve months.
 *
 * <p>Each night works it out anew for whom something was billed since the night before, and for whoever's sum is a month old. What that
 * costs follows the day's billing, not the history.
 */
@Component
class TurnoverBook {

    private static final SqlFile BILLED = SqlFile.beside(TurnoverBook.class, "turnover.sql");

    private final DSLContext sql;

    TurnoverBook(DSLContext sql) {
        this.sql = sql;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void bringUpToDate(LocalDate asOf) {
        // To them nothing has been billed for a year.
        sql.deleteFrom(TURNOVER)
                .where(TURNOVER.WORKED_OUT_ON.lt(asOf.minusDays(FactQueries.MEMORY_DAYS)))
                .execute();
        sql.execute(BILLED.text(), DSL.val(asOf));
    }
}
