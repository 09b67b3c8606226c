package org.quittance.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.quittance.audit.AuditTrail;
import org.quittance.core.ledger.DueDateRefusal;
import org.quittance.core.ledger.DueDateRule;
import org.quittance.core.money.Money;
import org.quittance.platform.CopyRows;
import org.quittance.platform.SqlFile;
import org.springframework.stereotype.Component;

/**
 * Takes over the due dates that an extract tells otherwise than the extracts before it.
 *
 * <p>The ERP has the last word where it says something new. Where it repeats what it has always said, a due date that a person has changed
 * here stays.
 */
@Component
class ToldDueDates {

    private static final SqlFile REDATED = SqlFile.beside(ToldDueDates.class, "redated.sql");
    private static final SqlFile REDATE = SqlFile.beside(ToldDueDates.class, "redate.sql");
    private static final String CAUSE = "The extract tells another due date";

    private final DSLContext sql;
    private final ItemLocks locks;
    private final AuditTrail audit;

    ToldDueDates(DSLContext sql, ItemLocks locks, AuditTrail audit) {
        this.sql = sql;
        this.locks = locks;
        this.audit = audit;
    }

    /** Decides about the batch that is staged. Whoever calls tells of the accounts that are changed. */
    List<EntryResult.Redated> take(EntryContext context) {
        Set<Long> accounts = told().stream().map(Told::accountId).collect(Collectors.toSet());
        if (accounts.isEmpty()) {
            return List.of();
        }
        locks.lockAccounts(accounts);
        List<EntryResult.Redated> decided = new ArrayList<>();
        List<Told> changed = new ArrayList<>();
        for (Told told : told()) {
            Optional<DueDateRefusal> refusal =
                    DueDateRule.refusal(told.standing(), told.dueDate(), context.businessDate());
            if (refusal.isEmpty()) {
                changed.add(told);
            }
            decided.add(new EntryResult.Redated(
                    told.line(),
                    told.accountId(),
                    told.document(),
                    told.standing().dueDate(),
                    told.dueDate(),
                    refusal));
        }
        if (!changed.isEmpty()) {
            record(changed, context);
        }
        return decided;
    }

    private void record(List<Told> changed, EntryContext context) {
        CopyRows rows = new CopyRows(changed.size());
        for (Told told : changed) {
            rows.value(told.itemId())
                    .value(told.accountId())
                    .value(told.standing().dueDate())
                    .value(told.dueDate())
                    .value(context.businessDate())
                    .value(CAUSE)
                    .value(context.actor())
                    .value(context.uploadId())
                    .end();
        }
        rows.into(
                "ledger.due_date_change (item_id, account_id, was, due_date, business_date, reason, actor, upload_id)",
                sql);
        sql.execute(
                REDATE.text(),
                changed.stream().map(Told::itemId).toArray(Long[]::new),
                changed.stream().map(Told::dueDate).toArray(LocalDate[]::new));
        audit.record(
                context.actor(),
                "extract.due-dates-changed",
                "upload",
                context.uploadId(),
                changed.size() + " due dates told otherwise than before");
    }

    private List<Told> told() {
        return sql.fetch(REDATED.text()).map(Told::of);
    }

    private record Told(
            long line, long itemId, long accountId, String document, DueDateRule.Standing standing, LocalDate dueDate) {

        static Told of(Record row) {
            String currency = row.get("currency", String.class);
            return new Told(
                    row.get("line", Long.class),
                    row.get("item_id", Long.class),
                    row.get("account_id", Long.class),
                    row.get("document", String.class),
                    new DueDateRule.Standing(
                            row.get("document_date", LocalDate.class),
                            row.get("was", LocalDate.class),
                            Money.ofMinor(row.get("original_minor", Long.class), currency),
                            Money.ofMinor(row.get("open_minor", Long.class), currency),
                            row.get("changed_on", LocalDate.class)),
                    row.get("told", LocalDate.class));
        }
    }
}
