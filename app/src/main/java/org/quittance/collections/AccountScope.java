package org.quittance.collections;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;

import java.util.Collection;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;

/** Which accounts are to be decided. */
public sealed interface AccountScope {

    /** Every account with open items. */
    record All() implements AccountScope {}

    /** These alone. */
    record Some(Set<Long> accountIds) implements AccountScope {
        public Some {
            accountIds = Set.copyOf(accountIds);
        }
    }

    static AccountScope of(Collection<Long> accountIds) {
        return new Some(Set.copyOf(accountIds));
    }

    /** The condition that narrows a query to the scope. */
    default Condition on(Field<Long> accountId) {
        return switch (this) {
            case All _ -> noCondition();
            case Some(Set<Long> ids) -> accountId.eq(any(ids.toArray(Long[]::new)));
        };
    }
}
