package org.quittance.ledger;

import static org.quittance.db.ledger.Tables.ACCOUNT;

import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.quittance.identity.Viewer;

/** Which accounts somebody may see: the one condition that every query for a person carries. */
public final class Visibility {

    private Visibility() {}

    /** A condition on {@code ledger.account}, which the query must have joined under its own name. */
    public static Condition of(Viewer viewer) {
        return viewer.seesEverything() ? DSL.noCondition() : ACCOUNT.PORTFOLIO_ID.in(viewer.portfolios());
    }
}
