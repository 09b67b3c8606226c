package org.quittance.cash;

import static org.quittance.db.cash.Tables.AUTHORITY;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.quittance.core.cash.Authority;
import org.quittance.core.cash.Deed;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Component;

/** How far people may go with money that is not theirs, by the roles that they have. */
@Component
class Authorities {

    private final DSLContext sql;

    Authorities(DSLContext sql) {
        this.sql = sql;
    }

    /** One limit for each of the person's roles that has any. */
    List<Authority.Limit> limits(Viewer viewer, Deed deed, String currency) {
        List<String> roles = new ArrayList<>();
        viewer.roles().forEach(role -> roles.add(role.name()));
        return sql.select(AUTHORITY.ALONE_MINOR, AUTHORITY.APPROVE_MINOR)
                .from(AUTHORITY)
                .where(AUTHORITY.ROLE.in(roles))
                .and(AUTHORITY.DEED.eq(deed.name()))
                .and(AUTHORITY.CURRENCY.eq(currency))
                .fetch(row -> new Authority.Limit(row.value1(), row.value2()));
    }

    /** Up to which amount the person needs nobody else, in minor units of the currency. */
    long alone(Viewer viewer, Deed deed, String currency) {
        return limits(viewer, deed, currency).stream()
                .mapToLong(Authority.Limit::aloneMinor)
                .max()
                .orElse(0);
    }
}
