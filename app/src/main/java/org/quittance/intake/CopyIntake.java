package org.quittance.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.copies.CopyBook;
import org.quittance.copies.CopyTally;
import org.quittance.copies.NewCopy;
import org.quittance.copies.TakenCopy;
import org.quittance.core.copy.CopySigns;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;
import org.quittance.formats.copy.CopyArchive;
import org.quittance.formats.copy.CopyPdf;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the copies of a file: a PDF, or a ZIP of them, each in a transaction that also moves the upload on. What was interrupted goes on with
 * the first that is not dealt with.
 */
@Component
class CopyIntake {

    private final Uploads uploads;
    private final CopyBook book;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;

    CopyIntake(Uploads uploads, CopyBook book, TransactionTemplate transaction, BusinessClock clock) {
        this.uploads = uploads;
        this.book = book;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Reads the file to its end and says what has become of it. */
    void take(Upload upload, Path path) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(path)) {
            start = in.readNBytes(4);
        }
        if (CopyArchive.claims(start)) {
            uploads.recognised(upload.id(), "Copies of documents, ZIP", "");
            takeArchive(upload, path);
        } else {
            uploads.recognised(upload.id(), "Copy of a document, PDF", "");
            takeFile(upload, path);
        }
    }

    /** Asks about those that are nobody's again, when items have come in. */
    void askAgain(String actor) {
        book.askAgain(actor);
    }

    private void takeFile(Upload upload, Path path) throws IOException {
        if (upload.linesDone() == 0) {
            byte[] bytes;
            try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
                bytes = in.readNBytes(CopyPdf.MOST_BYTES + 1);
            }
            CopyPdf.Place place = new CopyPdf.Place(upload.fileName(), 0);
            Problem refused = takeOne(upload, new CopyArchive.Entry.File(upload.fileName(), bytes, place), 1);
            if (refused != null) {
                refuse(upload, refused);
                return;
            }
        }
        finish(upload);
    }

    private void takeArchive(Upload upload, Path path) throws IOException {
        Parsed<CopyArchive> opened = CopyArchive.open(upload.fileName(), path);
        if (opened.isRefused()) {
            uploads.report(upload.id(), opened.problems());
            refuse(upload, opened.problems().getFirst());
            return;
        }
        try (CopyArchive archive = opened.get()) {
            for (int i = Math.toIntExact(upload.linesDone()); i < archive.size(); i++) {
                switch (archive.read(i)) {
                    case CopyArchive.Entry.File file -> takeOne(upload, file, i + 1);
                    case CopyArchive.Entry.Refused(Problem problem) -> skip(upload, i + 1, problem);
                    case CopyArchive.Entry.Stopped(Problem problem) -> {
                        skip(upload, i + 1, problem);
                        i = archive.size();
                    }
                }
            }
        }
        finish(upload);
    }

    /** Returns why it was refused; null where it was taken. */
    private @Nullable Problem takeOne(Upload upload, CopyArchive.Entry.File file, int nth) {
        return switch (CopyPdf.read(file.name(), file.bytes(), file.place())) {
            case CopyPdf.Outcome.Refused(Problem problem) -> {
                skip(upload, nth, problem);
                yield problem;
            }
            case CopyPdf.Outcome.Read(CopySigns signs) -> {
                NewCopy copy = new NewCopy(signs, file.bytes(), upload.entityId(), upload.id());
                transaction.executeWithoutResult(_ -> {
                    TakenCopy taken = book.take(copy, upload.actor());
                    boolean isKnown = taken instanceof TakenCopy.KnownAlready;
                    boolean isNew = taken instanceof TakenCopy.Placed || taken instanceof TakenCopy.Nobodys;
                    uploads.advance(
                            upload.id(), nth, isNew ? 1 : 0, isKnown ? 1 : 0, problems(upload, file, nth, taken));
                });
                yield null;
            }
        };
    }

    private static List<Problem> problems(Upload upload, CopyArchive.Entry.File file, int nth, TakenCopy taken) {
        return switch (taken) {
            case TakenCopy.Placed _, TakenCopy.KnownAlready _ -> List.of();
            case TakenCopy.Nobodys(var _, String why) ->
                List.of(Problem.remark(
                        upload.fileName(),
                        nth,
                        "",
                        file.name(),
                        file.name() + " is nobody's yet: " + why,
                        "Give it to its document under Import, Copies that are nobody's"));
            case TakenCopy.Contradicted(var _, String why) ->
                List.of(
                        Problem.row(
                                upload.fileName(),
                                nth,
                                "",
                                file.name(),
                                file.name() + " was not taken: " + why,
                                "If that is wrong, ask billing for the right PDF, or take the copy away from the other document first"));
        };
    }

    private void skip(Upload upload, int nth, Problem problem) {
        transaction.executeWithoutResult(_ -> uploads.advance(upload.id(), nth, 0, 0, List.of(problem)));
    }

    private void refuse(Upload upload, Problem problem) {
        uploads.finish(
                upload.id(), UploadState.REFUSED, problem.message() + ". " + problem.remedy() + ".", clock.now());
    }

    private void finish(Upload upload) {
        CopyTally tally = book.tally(upload.id());
        uploads.finish(upload.id(), UploadState.DONE, tally.sentence(), clock.now());
    }
}
