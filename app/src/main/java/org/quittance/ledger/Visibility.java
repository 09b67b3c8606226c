package org.quittance.ledger;

import static org.quittance.db.ledger.Tables.ACCOUNT;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.quittance.identity.Viewer;

/** Which accounts somebody may see: the one condition that every query for a person carries. */
public final class Visibility {

    private Visibility() {}

    /** A condition on {@code ledger.account}, which the query must have joined under its own name. */
    static Condition of(Viewer viewer) {
        return of(viewer, ACCOUNT.PORTFOLIO_ID);
    }

    /** A condition on the column that holds the account's portfolio. */
    public static Condition of(Viewer viewer, Field<Long> portfolio) {
        return viewer.seesEverything() ? DSL.noCondition() : portfolio.in(viewer.portfolios());
    }
}
