package org.quittance.collections;

import static org.jooq.impl.DSL.any;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.springframework.stereotype.Component;

/** The accounts that a person may work on: whoever may not see an account may not note anything on it either. */
@Component
public class VisibleAccounts {

    private final DSLContext sql;

    VisibleAccounts(DSLContext sql) {
        this.sql = sql;
    }

    public Set<Long> ofCustomer(Viewer viewer, long customerId) {
        return Set.copyOf(sql.select(ACCOUNT_VIEW.ACCOUNT_ID)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.CUSTOMER_ID.eq(customerId))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .fetch(ACCOUNT_VIEW.ACCOUNT_ID));
    }

    /** Of each of the customers of whom the viewer sees any. */
    public Map<Long, Set<Long>> ofCustomers(Viewer viewer, Collection<Long> customers) {
        return sql
                .select(ACCOUNT_VIEW.CUSTOMER_ID, ACCOUNT_VIEW.ACCOUNT_ID)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.CUSTOMER_ID.eq(any(customers.toArray(Long[]::new))))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.value1(), Collectors.mapping(row -> row.value2(), Collectors.toUnmodifiableSet())));
    }

    /** Every account of each of the customers, whoever works it: for deciding, not for showing. */
    public Map<Long, Set<Long>> allOfCustomers(Collection<Long> customers) {
        return ofCustomers(Viewer.system("collections"), customers);
    }

    /** Every account of the customer, whoever works it: for deciding, not for showing. */
    public Set<Long> allOfCustomer(long customerId) {
        return ofCustomer(Viewer.system("collections"), customerId);
    }

    /** The customers of accounts, by account; those that the viewer may not see are not among them. */
    public Map<Long, Long> customersOf(Viewer viewer, Collection<Long> accounts) {
        return sql
                .select(ACCOUNT_VIEW.ACCOUNT_ID, ACCOUNT_VIEW.CUSTOMER_ID)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.ACCOUNT_ID.eq(any(accounts.toArray(Long[]::new))))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .stream()
                .collect(Collectors.toUnmodifiableMap(row -> row.value1(), row -> row.value2()));
    }

    /** The customer of an account that the viewer may see. */
    public Optional<Long> customerOf(Viewer viewer, long account) {
        return sql.select(ACCOUNT_VIEW.CUSTOMER_ID)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.ACCOUNT_ID.eq(account))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .fetchOptional(ACCOUNT_VIEW.CUSTOMER_ID);
    }
}
