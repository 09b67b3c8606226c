package org.quittance.intake;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.substring;
import static org.quittance.db.intake.Tables.MAPPING;
import static org.quittance.db.intake.Tables.UPLOAD;
import static org.quittance.db.intake.Tables.UPLOAD_CHUNK;
import static org.quittance.db.intake.Tables.UPLOAD_PROBLEM;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.quittance.audit.AuditTrail;
import org.quittance.db.intake.tables.records.UploadRecord;
import org.quittance.formats.Problem;
import org.quittance.formats.extract.Defaults;
import org.quittance.formats.extract.Layout;
import org.quittance.ledger.EntryContext.Completeness;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps uploads: their bytes, how far they have come, and what was refused of them. */
@Service
public class Uploads {

    private static final int CHUNK_BYTES = 1 << 20;
    private static final String COPY_PREFIX = "quittance-upload-";
    private static final String COPY_SUFFIX = ".bin";
    private static final int PROBLEMS_AT_ONCE = 1_000;

    private final DSLContext sql;
    private final AuditTrail audit;

    Uploads(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** Takes the bytes in and leaves the file waiting; whoever calls also wants to start the job in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long receive(UploadRequest request, InputStream in, String actor) throws IOException {
        UploadRecord row = sql.insertInto(UPLOAD)
                .set(UPLOAD.FILE_NAME, request.fileName())
                .set(UPLOAD.CONTENT_HASH, "")
                .set(UPLOAD.SIZE_BYTES, 0L)
                .set(UPLOAD.ENTITY_ID, request.entityId())
                .set(UPLOAD.CURRENCY, request.currency())
                .set(UPLOAD.COMPLETENESS, request.completeness().name())
                .set(UPLOAD.PURPOSE, request.purpose().name())
                .set(UPLOAD.STATE, UploadState.WAITING.name())
                .set(UPLOAD.BUSINESS_DATE, request.businessDate())
                .set(UPLOAD.ACTOR, actor)
                .returning()
                .fetchSingle();
        MessageDigest digest = sha256();
        long size = 0;
        int seq = 0;
        for (byte[] chunk = in.readNBytes(CHUNK_BYTES); chunk.length > 0; chunk = in.readNBytes(CHUNK_BYTES)) {
            digest.update(chunk);
            size += chunk.length;
            sql.insertInto(UPLOAD_CHUNK, UPLOAD_CHUNK.UPLOAD_ID, UPLOAD_CHUNK.SEQ, UPLOAD_CHUNK.BYTES)
                    .values(row.getId(), seq++, chunk)
                    .execute();
        }
        row.setSizeBytes(size);
        row.setContentHash(HexFormat.of().formatHex(digest.digest()));
        row.update();
        audit.record(actor, "upload.received", "upload", row.getId(), request.fileName() + ", " + size + " bytes");
        return row.getId();
    }

    @Transactional(readOnly = true)
    public Optional<Upload> byId(long id) {
        return sql.fetchOptional(UPLOAD, UPLOAD.ID.eq(id)).map(Uploads::upload);
    }

    @Transactional(readOnly = true)
    public List<Upload> newest(int most) {
        return sql.selectFrom(UPLOAD).orderBy(UPLOAD.ID.desc()).limit(most).fetch(Uploads::upload);
    }

    /** Which of the names some file had that was handed in. */
    @Transactional(readOnly = true)
    public Set<String> handedIn(Collection<String> names) {
        return sql.selectDistinct(UPLOAD.FILE_NAME)
                .from(UPLOAD)
                .where(UPLOAD.FILE_NAME.in(names))
                .fetchSet(UPLOAD.FILE_NAME);
    }

    /** Whether a file of the same content was handed in. */
    @Transactional(readOnly = true)
    public boolean isKnown(byte[] content) {
        String hash = HexFormat.of().formatHex(sha256().digest(content));
        return sql.fetchExists(UPLOAD, UPLOAD.CONTENT_HASH.eq(hash));
    }

    /** Files that are waiting or were left in the middle. */
    @Transactional(readOnly = true)
    public List<Long> underWay() {
        return sql.select(UPLOAD.ID)
                .from(UPLOAD)
                .where(UPLOAD.STATE.in(UploadState.WAITING.name(), UploadState.RUNNING.name()))
                .orderBy(UPLOAD.ID)
                .fetch(UPLOAD.ID);
    }

    @Transactional(readOnly = true)
    public List<Problem> problems(Upload upload, int most) {
        return sql.selectFrom(UPLOAD_PROBLEM)
                .where(UPLOAD_PROBLEM.UPLOAD_ID.eq(upload.id()))
                .orderBy(UPLOAD_PROBLEM.LINE, UPLOAD_PROBLEM.ID)
                .limit(most)
                .fetch(row -> new Problem(
                        upload.fileName(),
                        row.getLine(),
                        row.getField(),
                        row.getExcerpt(),
                        row.getMessage(),
                        row.getRemedy(),
                        Problem.Severity.valueOf(row.getSeverity())));
    }

    /** Writes the bytes to a new temporary file, which the caller removes. */
    @Transactional(readOnly = true)
    public Path copyOf(Upload upload) throws IOException {
        Path file = Files.createTempFile(COPY_PREFIX, COPY_SUFFIX);
        try (OutputStream out = Files.newOutputStream(file)) {
            int seq = 0;
            Optional<byte[]> chunk = chunk(upload.id(), seq);
            while (chunk.isPresent()) {
                out.write(chunk.get());
                chunk = chunk(upload.id(), ++seq);
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return file;
    }

    /** Removes the copies of a process that was killed while it read: those that nobody has touched for a day. */
    static void removeAbandonedCopies(Path folder, Instant now) throws IOException {
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(folder, COPY_PREFIX + "*" + COPY_SUFFIX)) {
            for (Path copy : copies) {
                if (Files.getLastModifiedTime(copy).toInstant().isBefore(now.minus(Duration.ofDays(1)))) {
                    Files.deleteIfExists(copy);
                }
            }
        }
    }

    @Transactional
    public void change(long id, UploadState state, String reason) {
        sql.update(UPLOAD)
                .set(UPLOAD.STATE, state.name())
                .set(UPLOAD.STATE_REASON, reason)
                .where(UPLOAD.ID.eq(id))
                .execute();
    }

    @Transactional
    public void finish(long id, UploadState state, String reason, Instant now) {
        change(id, state, reason);
        sql.update(UPLOAD).set(UPLOAD.FINISHED_AT, now).where(UPLOAD.ID.eq(id)).execute();
    }

    /** The same for a file that must not be kept, because of what it holds: its bytes go, and with them the lines to be repaired. */
    @Transactional
    public void finishAndForget(long id, UploadState state, String reason, Instant now) {
        finish(id, state, reason, now);
        sql.update(UPLOAD).set(UPLOAD.LAYOUT, "").where(UPLOAD.ID.eq(id)).execute();
        sql.deleteFrom(UPLOAD_CHUNK).where(UPLOAD_CHUNK.UPLOAD_ID.eq(id)).execute();
    }

    @Transactional
    public void recognised(long id, String contentKind, String layout) {
        sql.update(UPLOAD)
                .set(UPLOAD.CONTENT_KIND, contentKind)
                .set(UPLOAD.LAYOUT, layout)
                .where(UPLOAD.ID.eq(id))
                .execute();
    }

    /** Starts the file from its first line again; what it has brought stays, and is known the second time. */
    @Transactional
    public void rewind(long id) {
        sql.deleteFrom(UPLOAD_PROBLEM).where(UPLOAD_PROBLEM.UPLOAD_ID.eq(id)).execute();
        sql.update(UPLOAD)
                .set(UPLOAD.STATE, UploadState.WAITING.name())
                .set(UPLOAD.STATE_REASON, "")
                .set(UPLOAD.LINES_DONE, 0L)
                .set(UPLOAD.LINES_ADDED, 0L)
                .set(UPLOAD.LINES_KNOWN, 0L)
                .set(UPLOAD.LINES_REFUSED, 0L)
                .setNull(UPLOAD.FINISHED_AT)
                .where(UPLOAD.ID.eq(id))
                .execute();
    }

    /** Moves the file on, in the transaction that has taken its lines. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void advance(long id, long linesDone, long added, long known, Collection<Problem> problems) {
        long refused = problems.stream()
                .filter(p -> p.severity() == Problem.Severity.ROW_REFUSED)
                .count();
        sql.update(UPLOAD)
                .set(UPLOAD.LINES_DONE, linesDone)
                .set(UPLOAD.LINES_ADDED, UPLOAD.LINES_ADDED.plus(added))
                .set(UPLOAD.LINES_KNOWN, UPLOAD.LINES_KNOWN.plus(known))
                .set(UPLOAD.LINES_REFUSED, UPLOAD.LINES_REFUSED.plus(refused))
                .where(UPLOAD.ID.eq(id))
                .execute();
        report(id, problems);
    }

    @Transactional
    public void report(long id, Collection<Problem> problems) {
        List<Problem> all = List.copyOf(problems);
        for (int from = 0; from < all.size(); from += PROBLEMS_AT_ONCE) {
            var insert = sql.insertInto(
                    UPLOAD_PROBLEM,
                    UPLOAD_PROBLEM.UPLOAD_ID,
                    UPLOAD_PROBLEM.LINE,
                    UPLOAD_PROBLEM.FIELD,
                    UPLOAD_PROBLEM.EXCERPT,
                    UPLOAD_PROBLEM.MESSAGE,
                    UPLOAD_PROBLEM.REMEDY,
                    UPLOAD_PROBLEM.SEVERITY);
            for (Problem problem : all.subList(from, Math.min(all.size(), from + PROBLEMS_AT_ONCE))) {
                insert = insert.values(
                        id,
                        problem.line(),
                        problem.field(),
                        problem.excerpt(),
                        problem.message(),
                        problem.remedy(),
                        problem.severity().name());
            }
            insert.execute();
        }
    }

    /** The company codes for which lines were refused, with how many lines each. */
    @Transactional(readOnly = true)
    public List<UnknownEntity> unknownEntities(long id) {
        Field<String> code = substring(UPLOAD_PROBLEM.MESSAGE, inline(Defaults.NO_SUCH_ENTITY.length() + 1));
        return sql.select(code, count())
                .from(UPLOAD_PROBLEM)
                .where(UPLOAD_PROBLEM.UPLOAD_ID.eq(id))
                .and(UPLOAD_PROBLEM.MESSAGE.startsWith(Defaults.NO_SUCH_ENTITY))
                .groupBy(code)
                .orderBy(code)
                .fetch(row -> new UnknownEntity(row.value1(), row.value2()));
    }

    @Transactional(readOnly = true)
    public Optional<Layout> mapping(String fingerprint) {
        return sql.fetchOptional(MAPPING, MAPPING.FINGERPRINT.eq(fingerprint))
                .map(row -> Layout.parse(row.getLayout()));
    }

    /** Keeps what a person has said about columns, for every later file with the same headers. */
    @Transactional
    public void remember(Layout layout, String actor) {
        sql.insertInto(MAPPING, MAPPING.FINGERPRINT, MAPPING.LAYOUT, MAPPING.ACTOR)
                .values(layout.fingerprint(), layout.toText(), actor)
                .onConflict(MAPPING.FINGERPRINT)
                .doUpdate()
                .set(MAPPING.LAYOUT, layout.toText())
                .set(MAPPING.ACTOR, actor)
                .execute();
        audit.record(actor, "mapping.saved", "mapping", layout.fingerprint(), String.join(", ", layout.headers()));
    }

    private Optional<byte[]> chunk(long uploadId, int seq) {
        return sql.select(UPLOAD_CHUNK.BYTES)
                .from(UPLOAD_CHUNK)
                .where(UPLOAD_CHUNK.UPLOAD_ID.eq(uploadId))
                .and(UPLOAD_CHUNK.SEQ.eq(seq))
                .fetchOptional(UPLOAD_CHUNK.BYTES);
    }

    private static Upload upload(UploadRecord row) {
        return new Upload(
                row.getId(),
                row.getFileName(),
                row.getSizeBytes(),
                row.getContentKind(),
                row.getEntityId(),
                row.getCurrency(),
                Completeness.valueOf(row.getCompleteness()),
                UploadPurpose.valueOf(row.getPurpose()),
                row.getLayout(),
                UploadState.valueOf(row.getState()),
                row.getStateReason(),
                row.getLinesDone(),
                row.getLinesAdded(),
                row.getLinesKnown(),
                row.getLinesRefused(),
                row.getBusinessDate(),
                row.getActor(),
                row.getReceivedAt(),
                row.getFinishedAt());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
