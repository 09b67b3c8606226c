package org.quittance.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.quittance.cash.SettlementApplication;
import org.quittance.cash.SettlementBook;
import org.quittance.cash.SettlementReader;
import org.quittance.core.cash.CardNumbers;
import org.quittance.core.cash.SettlementReport;
import org.quittance.core.money.Money;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;
import org.quittance.formats.bank.CollectionRejection;
import org.quittance.formats.extract.ExtractReader;
import org.quittance.formats.extract.Layout;
import org.quittance.formats.extract.SettlementLine;
import org.quittance.formats.extract.SettlementReports;
import org.quittance.formats.table.Row;
import org.quittance.formats.table.RowReader;
import org.quittance.formats.table.TableFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the settlement reports of a file: keeps each, joins them to the sums that they explain, and has the payments behind those applied.
 *
 * <p>Each step can be repeated: an upload that was interrupted goes on with what it has not done.
 */
@Component
class SettlementIntake {

    private static final String APPLIER = "cash application";

    private final Uploads uploads;
    private final SettlementBook book;
    private final SettlementApplication application;
    private final SettlementReader reader;
    private final TransactionTemplate transaction;

    SettlementIntake(
            Uploads uploads,
            SettlementBook book,
            SettlementApplication application,
            SettlementReader reader,
            TransactionTemplate transaction) {
        this.uploads = uploads;
        this.book = book;
        this.application = application;
        this.reader = reader;
        this.transaction = transaction;
    }

    /** Whether any cell, taken or not, holds what looks like the number of a payment card. */
    static boolean hasCardNumbers(TableFile file) throws IOException {
        for (int sheet = 0; sheet < file.format().sheetCount(); sheet++) {
            try (RowReader rows = file.rows(sheet)) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    if (row.cells().stream()
                            .anyMatch(cell -> !CardNumbers.masked(cell).equals(cell))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    static Problem forgotten(Upload upload) {
        return Problem.remark(
                upload.fileName(),
                0,
                "",
                "",
                "The file holds what looks like numbers of payment cards: they were masked, and the file itself is not kept",
                "Have the processor leave card numbers out of its reports, and remove the file where it came from");
    }

    private static Problem masked(Problem problem) {
        return new Problem(
                problem.file(),
                problem.line(),
                problem.field(),
                CardNumbers.masked(problem.excerpt()),
                CardNumbers.masked(problem.message()),
                problem.remedy(),
                problem.severity());
    }

    /** Reads a table; all of it, because a payout is known by the sum of its lines. */
    Parsed<List<SettlementReport>> read(Upload upload, TableFile file, Layout layout, ExtractReader extract)
            throws IOException {
        List<SettlementLine> lines = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        extract.read(
                file,
                line -> {
                    if (line instanceof SettlementLine one) {
                        lines.add(one);
                    } else {
                        throw new IllegalStateException("Line " + line.line() + " of a settlement report is none");
                    }
                },
                problem -> problems.add(masked(problem)));
        String format = layout.source().equals("table") ? "Settlement report" : layout.source() + " settlement report";
        return SettlementReports.of(upload.fileName(), layout, format, lines, problems);
    }

    /** Returns in words what has become of the file. */
    String take(Upload upload, List<SettlementReport> reports, List<Problem> problems) {
        if (reports.isEmpty() && upload.linesDone() == 0) {
            uploads.report(upload.id(), problems);
        }
        int done = 0;
        for (SettlementReport report : reports) {
            done++;
            if (done > upload.linesDone()) {
                takeOne(upload, report, done, done == 1 ? problems : List.of());
            }
        }
        application.join(APPLIER);
        application.apply(APPLIER);
        return reader.ofUpload(upload.id()).told();
    }

    /** Takes debits out of the sums that are waited for; returns in words what has become of the file. */
    String reject(Upload upload, List<CollectionRejection> rejections, List<Problem> problems) {
        if (upload.linesDone() == 0) {
            transaction.executeWithoutResult(_ -> {
                List<Problem> all = new ArrayList<>(problems);
                int added = 0;
                int known = 0;
                for (CollectionRejection one : rejections) {
                    switch (rejected(upload, one)) {
                        case TAKEN_OUT -> added++;
                        case KNOWN -> known++;
                        case TOO_LATE -> all.add(tooLate(upload, one));
                        case UNKNOWN -> all.add(unknown(upload, one));
                    }
                }
                uploads.advance(upload.id(), Math.max(1, rejections.size()), added, known, all);
            });
        }
        application.join(APPLIER);
        application.apply(APPLIER);
        Upload done = uploads.byId(upload.id()).orElseThrow();
        return "Status of direct debits: %d rejected, %d of them taken out of the sum that is waited for, %d known"
                .formatted(rejections.size(), done.linesAdded(), done.linesKnown());
    }

    private SettlementBook.Rejected rejected(Upload upload, CollectionRejection one) {
        String reference = one.collection().isEmpty() || one.collection().equals(one.message())
                ? one.message()
                : one.collection() + ", " + one.message();
        return book.reject(reference, one.endToEnd(), one.code(), upload.id());
    }

    private static Problem tooLate(Upload upload, CollectionRejection one) {
        return Problem.remark(
                upload.fileName(),
                one.line(),
                "OrgnlEndToEndId",
                one.endToEnd(),
                "The sum of collection %s had come before this rejection".formatted(one.collection()),
                "Nothing needs to be done: if the bank takes the debit back, the statement says so");
    }

    private static Problem unknown(Upload upload, CollectionRejection one) {
        return Problem.row(
                upload.fileName(),
                one.line(),
                "OrgnlPmtInfId",
                one.collection() + " " + one.endToEnd(),
                "No such direct debit has been taken in",
                "Import the collection that was sent to the bank (pain.008), and this file again");
    }

    private void takeOne(Upload upload, SettlementReport report, int nth, List<Problem> problems) {
        List<Problem> all = new ArrayList<>(problems);
        Money difference = report.difference();
        if (!difference.isZero()) {
            all.add(Problem.remark(
                    upload.fileName(),
                    0,
                    "",
                    report.reference(),
                    "The lines of the report miss the %s that it says to be paid out by %s: it is held"
                            .formatted(report.net(), difference),
                    "Ask the processor for a complete report and import that"));
        }
        transaction.executeWithoutResult(_ -> {
            boolean isNew = book.take(report, upload.id(), upload.actor());
            uploads.advance(upload.id(), nth, isNew ? 1 : 0, isNew ? 0 : 1, all);
        });
    }
}
