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

    /** Those of some buckets: the part that one of several workers takes. */
    record Buckets(short first, short last) implements AccountScope {
        public Buckets {
            if (first < 0 || last < first) {
                throw new IllegalArgumentException("No buckets: %d to %d".formatted(first, last));
            }
        }
    }

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
    default Condition on(Field<Short> bucket, Field<Long> accountId) {
        return switch (this) {
            case All _ -> noCondition();
            case Buckets(short first, short last) -> bucket.between(first, last);
            case Some(Set<Long> ids) -> accountId.eq(any(ids.toArray(Long[]::new)));
        };
    }

    /** The condition for a part of a query that has no buckets and is joined to one that is narrowed: it may let more through. */
    default Condition near(Field<Long> accountId) {
        return switch (this) {
            case All _, Buckets _ -> noCondition();
            case Some(Set<Long> ids) -> accountId.eq(any(ids.toArray(Long[]::new)));
        };
    }
}
