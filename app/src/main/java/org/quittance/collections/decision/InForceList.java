package org.quittance.collections.decision;

import static org.jooq.impl.DSL.noCondition;
import static org.quittance.db.collections.Tables.ESCALATION;
import static org.quittance.db.collections.Tables.ESCALATION_EVENT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.quittance.core.collections.Escalation.Deed;
import org.quittance.core.collections.InForce;
import org.quittance.db.collections.tables.EscalationEvent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is in force on accounts at the end of a day: approved by then, and not lifted by then. Read from what was done, so that a past day
 * shows what held on it.
 *
 * <p>It asks nobody who may see the accounts: whoever calls it has asked that for the accounts that they show.
 */
@Service
@Transactional(readOnly = true)
public class InForceList {

    private static final EscalationEvent LIFTED = ESCALATION_EVENT.as("lifted");

    private final DSLContext sql;

    InForceList(DSLContext sql) {
        this.sql = sql;
    }

    /** Of one account, the gravest first. */
    public List<InForce> ofAccount(long account, LocalDate asOf) {
        return ofAccounts(List.of(account), asOf).getOrDefault(account, List.of());
    }

    /** Of each of the accounts on which something is in force, the gravest first. */
    public Map<Long, List<InForce>> ofAccounts(Collection<Long> accounts, LocalDate asOf) {
        return accounts.isEmpty() ? Map.of() : read(ESCALATION.ACCOUNT_ID.in(accounts), asOf);
    }

    /** Of every account on which something is in force: few, whatever the ledger. */
    public Map<Long, List<InForce>> all(LocalDate asOf) {
        return read(noCondition(), asOf);
    }

    /** What gives one of the accounts to an agency or a lawyer. */
    public Optional<InForce> handOver(Collection<Long> accounts, LocalDate asOf) {
        return InForce.handOver(ofAccounts(accounts, asOf).values().stream()
                .flatMap(List::stream)
                .toList());
    }

    private Map<Long, List<InForce>> read(Condition which, LocalDate asOf) {
        Map<Long, List<InForce>> found = new HashMap<>();
        sql.select(ESCALATION.ACCOUNT_ID, ESCALATION.PATH, ESCALATION_EVENT.DONE_ON)
                .from(ESCALATION)
                .join(ESCALATION_EVENT)
                .on(ESCALATION_EVENT.ESCALATION_ID.eq(ESCALATION.ID))
                .leftJoin(LIFTED)
                .on(LIFTED.ESCALATION_ID.eq(ESCALATION.ID))
                .and(LIFTED.DEED.eq(Deed.LIFT))
                .and(LIFTED.DONE_ON.le(asOf))
                .where(ESCALATION_EVENT.DEED.eq(Deed.APPROVE))
                .and(ESCALATION_EVENT.DONE_ON.le(asOf))
                .and(LIFTED.ID.isNull())
                .and(which)
                .orderBy(ESCALATION.ID)
                .forEach(row -> found.computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                        .add(new InForce(row.value2(), row.value3())));
        found.replaceAll((_, inForce) -> InForce.sorted(inForce));
        return found;
    }
}
