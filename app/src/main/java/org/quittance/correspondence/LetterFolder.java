package org.quittance.correspondence;

import static org.quittance.db.correspondence.Tables.LETTER_HAND_OVER;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.platform.BusinessClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands batches of letters over to a print service in a folder: a PDF, and a CSV of its addressees that is written last, so that whoever fetches
 * on the sight of the CSV finds both whole.
 *
 * <p>As with text messages, a hand-over counts as begun before the first byte is written. If the application stops in between, the files are there,
 * or nobody knows whether they were fetched, and a person looks.
 */
@Component
public class LetterFolder {

    static final String JOB = "letters-hand-over";

    private final DSLContext sql;
    private final LetterBatchStore batches;
    private final LetterPapers papers;
    private final SchedulerClient jobs;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final @Nullable Path path;

    LetterFolder(
            DSLContext sql,
            LetterBatchStore batches,
            LetterPapers papers,
            SchedulerClient jobs,
            BusinessClock clock,
            TransactionTemplate transaction,
            @Value("${quittance.letters.folder:}") String path) {
        this.sql = sql;
        this.batches = batches;
        this.papers = papers;
        this.jobs = jobs;
        this.clock = clock;
        this.transaction = transaction;
        this.path = path.isBlank() ? null : Path.of(path.strip());
    }

    /**
     * How far a hand-over has come.
     *
     * @param file without the ending
     * @param endedAt null while it is under way, or in doubt
     * @param problem what a person has to look at; empty where there is nothing
     */
    public record HandOver(String file, @Nullable Instant endedAt, String problem) {}

    /** Has a batch handed over as soon as its transaction has ended, where the environment names a folder. */
    @Transactional(propagation = Propagation.MANDATORY)
    void want(long batch) {
        if (path != null) {
            sql.insertInto(LETTER_HAND_OVER)
                    .set(LETTER_HAND_OVER.BATCH_ID, batch)
                    .set(LETTER_HAND_OVER.FILE_NAME, name(batch))
                    .execute();
            jobs.scheduleIfNotExists(new TaskInstance<>(JOB, Long.toString(batch)), clock.now());
        }
    }

    /** Returns whether it was in doubt, and is done once more. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean again(long batch) {
        int doubtful = sql.update(LETTER_HAND_OVER)
                .set(LETTER_HAND_OVER.FILE_NAME, name(batch))
                .setNull(LETTER_HAND_OVER.BEGUN_AT)
                .set(LETTER_HAND_OVER.PROBLEM, "")
                .where(LETTER_HAND_OVER.BATCH_ID.eq(batch))
                .and(LETTER_HAND_OVER.ENDED_AT.isNull())
                .and(LETTER_HAND_OVER.PROBLEM.ne(""))
                .execute();
        if (doubtful > 0) {
            jobs.scheduleIfNotExists(new TaskInstance<>(JOB, Long.toString(batch)), clock.now());
        }
        return doubtful > 0;
    }

    Optional<HandOver> of(long batch) {
        return sql.selectFrom(LETTER_HAND_OVER)
                .where(LETTER_HAND_OVER.BATCH_ID.eq(batch))
                .fetchOptional(row -> new HandOver(row.getFileName(), row.getEndedAt(), row.getProblem()));
    }

    /** The work of the job: throws where it is to be tried again. */
    void handOver(long batch) {
        if (path == null || !begin(batch, path)) {
            return;
        }
        HandOver begun = of(batch).orElseThrow();
        byte[] pdf =
                papers.pdf(batch, batches.find(batch).orElseThrow().prints().getFirst());
        write(batch, path, begun.file() + ".pdf", pdf);
        write(batch, path, begun.file() + ".csv", papers.index(batch));
        end(batch);
    }

    /** Whether the files are to be written now. */
    private boolean begin(long batch, Path folder) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var row = sql.selectFrom(LETTER_HAND_OVER)
                    .where(LETTER_HAND_OVER.BATCH_ID.eq(batch))
                    .forUpdate()
                    .fetchOptional();
            if (row.isEmpty()
                    || row.get().getEndedAt() != null
                    || !row.get().getProblem().isEmpty()) {
                return false;
            }
            if (row.get().getBegunAt() == null) {
                row.get().setBegunAt(clock.now());
                row.get().update();
                return true;
            }
            String file = row.get().getFileName();
            if (Files.exists(folder.resolve(file + ".csv"))) {
                row.get().setEndedAt(clock.now());
            } else {
                row.get()
                        .setProblem(
                                "The application stopped while it was writing %s, and its CSV is not there: ask the print service whether it has fetched the batch before handing it over again."
                                        .formatted(file));
            }
            row.get().update();
            return false;
        }));
    }

    private void write(long batch, Path folder, String file, byte[] content) {
        if (TextFolder.write(folder, file, content) instanceof MailReply.TryLater(String words)) {
            transaction.executeWithoutResult(_ -> sql.update(LETTER_HAND_OVER)
                    .setNull(LETTER_HAND_OVER.BEGUN_AT)
                    .where(LETTER_HAND_OVER.BATCH_ID.eq(batch))
                    .execute());
            throw new IllegalStateException(words);
        }
    }

    private void end(long batch) {
        transaction.executeWithoutResult(_ -> sql.update(LETTER_HAND_OVER)
                .set(LETTER_HAND_OVER.ENDED_AT, clock.now())
                .where(LETTER_HAND_OVER.BATCH_ID.eq(batch))
                .execute());
    }

    private static String name(long batch) {
        return "letters-%d-%s".formatted(batch, UUID.randomUUID().toString().substring(0, 8));
    }
}
