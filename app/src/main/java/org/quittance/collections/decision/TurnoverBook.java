package org.quittance.collections.decision;

import static org.quittance.db.collections.Tables.TURNOVER;
import static org.quittance.db.collections.Tables.TURNOVER_MARK;

import java.time.Instant;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.quittance.platform.RecordedUntil;
import org.quittance.platform.SqlFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what was billed to each account in the last twelve months.
 *
 * <p>Each night works it out for those of whom nothing is known yet, and anew for a thirtieth of the others: in a month a year's sum
 * moves little, and a customer that buys every day would be added up every night.
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
        Instant until = RecordedUntil.now(sql);
        Instant since = sql.select(TURNOVER_MARK.READ_UNTIL)
                .from(TURNOVER_MARK)
                .fetchOptional(TURNOVER_MARK.READ_UNTIL)
                .orElse(Instant.EPOCH);
        // To them nothing has been billed for a year.
        sql.deleteFrom(TURNOVER)
                .where(TURNOVER.WORKED_OUT_ON.lt(asOf.minusDays(FactQueries.MEMORY_DAYS)))
                .execute();
        sql.execute(BILLED.text(), DSL.val(asOf), DSL.val(since));
        sql.insertInto(TURNOVER_MARK, TURNOVER_MARK.READ_UNTIL)
                .values(until)
                .onConflict(TURNOVER_MARK.ONLY_ONE)
                .doUpdate()
                .set(TURNOVER_MARK.READ_UNTIL, until)
                .execute();
    }
}
