package org.quittance.disputes;

import static org.jooq.impl.DSL.field;
import static org.quittance.db.disputes.Tables.EVIDENCE;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.quittance.core.dispute.EvidenceType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was handed in as evidence beside its dispute: rows that are only added. */
@Service
public class EvidenceBook {

    private final DSLContext sql;

    EvidenceBook(DSLContext sql) {
        this.sql = sql;
    }

    /** A file as it was handed in. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record File(String name, byte[] content) {}

    /** Keeps a file whose kind is known by its content, under a name that is safe to hand out. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(long dispute, File file, String saidBy, String actor) {
        EvidenceType type = EvidenceType.of(file.content())
                .orElseThrow(() -> new IllegalArgumentException("Evidence of no kind that is kept"));
        sql.insertInto(EVIDENCE)
                .set(EVIDENCE.DISPUTE_ID, dispute)
                .set(EVIDENCE.NAME, type.nameOf(file.name()))
                .set(EVIDENCE.MEDIA_TYPE, type.mediaType())
                .set(EVIDENCE.CONTENT, file.content())
                .set(EVIDENCE.SAID_BY, saidBy)
                .set(EVIDENCE.ACTOR, actor)
                .execute();
    }

    /** In the order in which it came. */
    @Transactional(readOnly = true)
    public List<Evidence> of(long dispute) {
        return sql.select(
                        EVIDENCE.ID,
                        EVIDENCE.NAME,
                        EVIDENCE.MEDIA_TYPE,
                        field("length({0})", Integer.class, EVIDENCE.CONTENT),
                        EVIDENCE.SAID_BY,
                        EVIDENCE.RECORDED_AT)
                .from(EVIDENCE)
                .where(EVIDENCE.DISPUTE_ID.eq(dispute))
                .orderBy(EVIDENCE.ID)
                .fetch(row -> new Evidence(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    /** Of this dispute alone. */
    @Transactional(readOnly = true)
    public Optional<Evidence.Content> content(long dispute, long id) {
        return sql.select(EVIDENCE.NAME, EVIDENCE.MEDIA_TYPE, EVIDENCE.CONTENT)
                .from(EVIDENCE)
                .where(EVIDENCE.ID.eq(id))
                .and(EVIDENCE.DISPUTE_ID.eq(dispute))
                .fetchOptional(row -> new Evidence.Content(row.value1(), row.value2(), row.value3()));
    }
}
