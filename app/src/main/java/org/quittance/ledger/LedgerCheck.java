package org.quittance.ledger;

import java.util.List;
import org.jooq.DSLContext;
import org.quittance.platform.SqlFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The ledger's own auditor: derives every projection from the postings and names each mismatch. */
@Service
public class LedgerCheck {

    private static final SqlFile CHECK = SqlFile.beside(LedgerCheck.class, "check.sql");

    private final DSLContext sql;

    LedgerCheck(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Something that does not agree.
     *
     * @param fault the rule that is broken: {@code open amount}, {@code over-allocated} …
     * @param subjectId the item, posting or allocation
     */
    public record Fault(String fault, long subjectId, String finding) {

        @Override
        public String toString() {
            return fault + " " + subjectId + ": " + finding;
        }
    }

    /** Empty where the ledger is whole. All of it is read in one snapshot, beside whatever is being posted. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Fault> faults() {
        // All postings are summed up by item: within the usual 4 MB a large ledger would be sorted on the disk many
        // times over.
        sql.execute("set local work_mem = '256MB'");
        return sql.fetch(CHECK.text())
                .map(row -> new Fault(row.get(0, String.class), row.get(1, Long.class), row.get(2, String.class)));
    }
}
