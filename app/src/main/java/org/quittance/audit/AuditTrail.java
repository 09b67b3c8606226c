package org.quittance.audit;

import static org.quittance.db.audit.Tables.ENTRY;
import static org.quittance.db.audit.Tables.SEAL;

import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes, seals, shows and verifies the audit trail. */
@Service
public class AuditTrail {

    private static final byte[] BEFORE_THE_FIRST = new byte[32];
    private static final int SEALED_AT_ONCE = 10_000;
    /** One sealer at a time, on however many nodes. */
    private static final long SEALER_LOCK = 0x51_75_69_74_74_01L;

    private final DSLContext sql;

    AuditTrail(DSLContext sql) {
        this.sql = sql;
    }

    /** Notes a deed, in the transaction that does it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String actor, String action, String subjectType, Object subjectId, String detail) {
        sql.insertInto(ENTRY, ENTRY.ACTOR, ENTRY.ACTION, ENTRY.SUBJECT_TYPE, ENTRY.SUBJECT_ID, ENTRY.DETAIL)
                .values(actor, action, subjectType, subjectId.toString(), detail)
                .execute();
    }

    /** Chains what has been written since. Returns how many entries it sealed. */
    @Transactional
    public int seal() {
        sql.execute("select pg_advisory_xact_lock({0})", DSL.val(SEALER_LOCK));
        var last = sql.select(SEAL.SEQ, SEAL.HASH)
                .from(SEAL)
                .orderBy(SEAL.SEQ.desc())
                .limit(1)
                .fetchOne();
        long seq = last == null ? 0 : last.value1();
        byte[] hash = last == null ? BEFORE_THE_FIRST : last.value2();
        List<AuditEntry> unsealed = sql.select(ENTRY.fields())
                .from(ENTRY)
                .whereNotExists(sql.selectOne().from(SEAL).where(SEAL.ENTRY_ID.eq(ENTRY.ID)))
                .orderBy(ENTRY.ID)
                .limit(SEALED_AT_ONCE)
                .fetch(AuditTrail::entry);
        var insert = sql.insertInto(SEAL, SEAL.SEQ, SEAL.ENTRY_ID, SEAL.HASH);
        for (AuditEntry entry : unsealed) {
            hash = entry.sealAfter(hash);
            insert = insert.values(++seq, entry.id(), hash);
        }
        return unsealed.isEmpty() ? 0 : insert.execute();
    }

    /** Walks the whole chain. */
    @Transactional(readOnly = true)
    public Verification verify() {
        byte[] hash = BEFORE_THE_FIRST;
        long expected = 1;
        long sealed = 0;
        try (var cursor = sql.select(SEAL.SEQ, SEAL.HASH, SEAL.ENTRY_ID)
                .select(ENTRY.fields())
                .from(SEAL)
                .leftJoin(ENTRY)
                .on(ENTRY.ID.eq(SEAL.ENTRY_ID))
                .orderBy(SEAL.SEQ)
                .fetchSize(5_000)
                .fetchLazy()) {
            for (Record row : cursor) {
                long seq = row.get(SEAL.SEQ);
                if (seq != expected || row.get(ENTRY.ID) == null) {
                    return new Verification(sealed, unsealed(), row.get(SEAL.ENTRY_ID));
                }
                hash = entry(row).sealAfter(hash);
                if (!Arrays.equals(hash, row.get(SEAL.HASH))) {
                    return new Verification(sealed, unsealed(), row.get(SEAL.ENTRY_ID));
                }
                sealed++;
                expected++;
            }
        }
        return new Verification(sealed, unsealed(), null);
    }

    /** The newest entries first, before the given number (exclusive; null for the newest of all). */
    @Transactional(readOnly = true)
    public List<AuditEntry> entriesBefore(@Nullable Long id, int most) {
        return entriesBefore(id, AuditFilter.NONE, most);
    }

    /** The same, of the entries that the filter lets through. */
    @Transactional(readOnly = true)
    public List<AuditEntry> entriesBefore(@Nullable Long id, AuditFilter filter, int most) {
        return sql.select(ENTRY.fields())
                .from(ENTRY)
                .where(id == null ? DSL.noCondition() : ENTRY.ID.lt(id))
                .and(equalTo(ENTRY.ACTOR, filter.actor()))
                .and(equalTo(ENTRY.SUBJECT_TYPE, filter.subjectType()))
                .and(equalTo(ENTRY.SUBJECT_ID, filter.subjectId()))
                .orderBy(ENTRY.ID.desc())
                .limit(most)
                .fetch(AuditTrail::entry);
    }

    private static Condition equalTo(Field<String> field, @Nullable String wanted) {
        return wanted == null ? DSL.noCondition() : field.eq(wanted);
    }

    private long unsealed() {
        return sql.fetchCount(sql.selectOne()
                .from(ENTRY)
                .whereNotExists(sql.selectOne().from(SEAL).where(SEAL.ENTRY_ID.eq(ENTRY.ID))));
    }

    private static AuditEntry entry(Record row) {
        return new AuditEntry(
                row.get(ENTRY.ID),
                row.get(ENTRY.AT),
                row.get(ENTRY.ACTOR),
                row.get(ENTRY.ACTION),
                row.get(ENTRY.SUBJECT_TYPE),
                row.get(ENTRY.SUBJECT_ID),
                row.get(ENTRY.DETAIL));
    }

    /**
     * What a walk along the chain found.
     *
     * @param sealed entries that agree with their seals
     * @param unsealed entries written since the last sealing
     * @param brokenAt the entry at which the chain no longer holds; null where all of it holds
     */
    public record Verification(
            long sealed, long unsealed, @Nullable Long brokenAt) {
        public boolean holds() {
            return brokenAt == null;
        }
    }
}
