package org.quittance.ledger;

import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Which accounts somebody means: some that they have ticked, or all that a filter finds. */
public sealed interface AccountChoice {

    /** Each by its number. */
    record Ticked(Set<Long> accounts) implements AccountChoice {

        public Ticked {
            accounts = Set.copyOf(accounts);
        }
    }

    /** However many they are. */
    record Matching(AccountFilter filter) implements AccountChoice {}

    /** On {@code ledger.account_view}. */
    default Condition condition() {
        return switch (this) {
            case Ticked(Set<Long> accounts) -> ACCOUNT_VIEW.ACCOUNT_ID.eq(DSL.any(accounts.toArray(Long[]::new)));
            case Matching(AccountFilter filter) -> filter.condition();
        };
    }
}
