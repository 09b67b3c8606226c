package org.quittance.intake;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.quittance.formats.extract.Layout;
import org.quittance.formats.extract.Mapping;
import org.quittance.formats.extract.ProblemReport;
import org.quittance.formats.extract.Recogniser;
import org.quittance.formats.extract.Recognition;
import org.quittance.formats.table.TableFile;
import org.quittance.ledger.ExtractComparison;
import org.quittance.platform.BusinessClock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where files are handed in, and where a person answers what a file has left open. */
@Service
public class IntakeDesk {

    private final Uploads uploads;
    private final ExtractComparison comparison;
    private final SchedulerClient scheduler;
    private final OneTimeTask<Void> uploadTask;
    private final BusinessClock clock;

    IntakeDesk(
            Uploads uploads,
            ExtractComparison comparison,
            SchedulerClient scheduler,
            @Qualifier("uploadTask") OneTimeTask<Void> uploadTask,
            BusinessClock clock) {
        this.uploads = uploads;
        this.comparison = comparison;
        this.scheduler = scheduler;
        this.uploadTask = uploadTask;
        this.clock = clock;
    }

    /** Keeps the file and has it read in the background; both or neither. */
    @Transactional
    public long handIn(UploadRequest request, InputStream in, String actor) throws IOException {
        long id = uploads.receive(request, in, actor);
        start(id);
        return id;
    }

    /** Keeps the file for a caller who reads it now, with {@link UploadProcessor#process}; a server finishes it if the caller dies. */
    @Transactional
    public long keep(UploadRequest request, InputStream in, String actor) throws IOException {
        return uploads.receive(request, in, actor);
    }

    /** Has every file read on that was left in the middle; called when a server starts. */
    @Transactional
    public void resume() {
        uploads.underWay().forEach(this::start);
    }

    /** Reads a file again from its start, after something that it lacked has been put right. */
    @Transactional
    public void readAgain(long uploadId) {
        uploads.rewind(uploadId);
        start(uploadId);
    }

    /** What the first rows of an unrecognised file look like, and what its columns might be. */
    public Recognition.Unrecognised proposal(Upload upload) throws IOException {
        Path copy = uploads.copyOf(upload);
        try {
            TableFile file = TableFile.open(upload.fileName(), copy).get();
            return switch (Recogniser.standard().recognise(file)) {
                case Recognition.Unrecognised unknown -> unknown;
                case Recognition.Recognised(Layout layout, String label, var remarks) ->
                    throw new IllegalStateException(upload.fileName() + " is recognised as " + label);
            };
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Remembers what a person says about the columns, and reads the file by it. */
    @Transactional
    public void map(long uploadId, Mapping mapping, String actor) throws IOException {
        Upload upload = uploads.byId(uploadId).orElseThrow();
        Path copy = uploads.copyOf(upload);
        try {
            TableFile file = TableFile.open(upload.fileName(), copy).get();
            uploads.remember(Recogniser.standard().map(file, mapping).layout(), actor);
        } finally {
            Files.deleteIfExists(copy);
        }
        readAgain(uploadId);
    }

    /** The refused lines as a table that can be repaired and fed again; for a file that is no table there are none. */
    public void writeRefused(Upload upload, OutputStream out) throws IOException {
        if (upload.layout().isEmpty()) {
            return;
        }
        Path copy = uploads.copyOf(upload);
        try {
            ProblemReport.write(
                    TableFile.open(upload.fileName(), copy).get(),
                    Layout.parse(upload.layout()),
                    uploads.problems(upload, Integer.MAX_VALUE),
                    out);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** What a full extract no longer shows, at most so many items. */
    public List<ExtractComparison.Gone> gone(long uploadId, int most) {
        return comparison.gone(uploadId, most);
    }

    @Transactional
    public long acceptGone(Upload upload, String actor) {
        long settled = comparison.accept(upload.id(), upload.fileName(), upload.businessDate(), actor);
        uploads.finish(
                upload.id(), UploadState.DONE, settled + " items settled that the file no longer shows", clock.now());
        return settled;
    }

    @Transactional
    public void declineGone(Upload upload, String actor) {
        comparison.decline(upload.id(), actor);
        uploads.finish(upload.id(), UploadState.DONE, "Items that the file does not show were left open", clock.now());
    }

    private void start(long uploadId) {
        scheduler.scheduleIfNotExists(uploadTask.instance(Long.toString(uploadId)), clock.now());
    }
}
