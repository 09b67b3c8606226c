package org.quittance.collections.decision;

import static org.quittance.db.collections.Tables.DECISION;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Accounts that were decided about, those of one customer together: the lists of messages that wait for a person are read in this order. */
@Component
class AccountsByCustomer {

    private final DSLContext sql;

    AccountsByCustomer(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Who an account is.
     *
     * @param collectorName empty where nobody works it
     */
    record Account(long accountId, long customerId, String customerName, String entityCode, String collectorName) {}

    /**
     * Those of which something holds, by account: first the customer whose account has the most points, and of each its account with the most.
     *
     * @param condition about {@code decision} and {@code account_view}
     */
    Map<Long, Account> where(Condition condition, int most) {
        Field<Integer> ofCustomer = DSL.max(DECISION.POINTS)
                .over(DSL.partitionBy(DECISION.CUSTOMER_ID))
                .as("of_customer");
        Map<Long, Account> accounts = new LinkedHashMap<>();
        sql.select(
                        DECISION.ACCOUNT_ID,
                        ACCOUNT_VIEW.CUSTOMER_ID,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        ACCOUNT_VIEW.ENTITY_CODE,
                        ACCOUNT_VIEW.COLLECTOR_NAME,
                        ofCustomer)
                .from(DECISION)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(DECISION.ACCOUNT_ID))
                .where(condition)
                .orderBy(ofCustomer.desc(), DECISION.CUSTOMER_ID, DECISION.POINTS.desc(), DECISION.ACCOUNT_ID)
                .limit(most)
                .forEach(row -> accounts.put(
                        row.value1(),
                        new Account(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                Objects.requireNonNullElse(row.value5(), ""))));
        return accounts;
    }
}
