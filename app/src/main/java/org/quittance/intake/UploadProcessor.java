package org.quittance.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.core.cash.SettlementReport;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;
import org.quittance.formats.bank.BankStatement;
import org.quittance.formats.bank.CollectionReader;
import org.quittance.formats.bank.CollectionRejection;
import org.quittance.formats.bank.StatementReader;
import org.quittance.formats.copy.CopyArchive;
import org.quittance.formats.extract.Defaults;
import org.quittance.formats.extract.ExtractReader;
import org.quittance.formats.extract.Layout;
import org.quittance.formats.extract.Recogniser;
import org.quittance.formats.extract.Recognition;
import org.quittance.formats.remittance.AchDebits;
import org.quittance.formats.remittance.AchEntry;
import org.quittance.formats.remittance.AchReturnReader;
import org.quittance.formats.remittance.RemittanceReader;
import org.quittance.formats.table.TableFile;
import org.quittance.ledger.EntryContext.Completeness;
import org.quittance.ledger.ExtractComparison;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;

/** Reads one upload to its end, whatever it is, and says what has become of it. */
@Service
public class UploadProcessor {

    private final Uploads uploads;
    private final ExtractIntake extracts;
    private final CustomerIntake customers;
    private final PaymentListIntake payments;
    private final StatementIntake statements;
    private final RemittanceIntake remittances;
    private final AchReturnIntake achReturns;
    private final AdviceListIntake advices;
    private final SettlementIntake settlements;
    private final CopyIntake copies;
    private final ExtractComparison comparison;
    private final LegalEntities entities;
    private final BusinessClock clock;

    UploadProcessor(
            Uploads uploads,
            ExtractIntake extracts,
            CustomerIntake customers,
            PaymentListIntake payments,
            StatementIntake statements,
            RemittanceIntake remittances,
            AchReturnIntake achReturns,
            AdviceListIntake advices,
            SettlementIntake settlements,
            CopyIntake copies,
            ExtractComparison comparison,
            LegalEntities entities,
            BusinessClock clock) {
        this.uploads = uploads;
        this.extracts = extracts;
        this.customers = customers;
        this.payments = payments;
        this.statements = statements;
        this.remittances = remittances;
        this.achReturns = achReturns;
        this.advices = advices;
        this.settlements = settlements;
        this.copies = copies;
        this.comparison = comparison;
        this.entities = entities;
        this.clock = clock;
    }

    /** Goes on where the upload stands; does nothing for one that is done or waits for a person. */
    public void process(long uploadId) {
        Upload upload = uploads.byId(uploadId).orElseThrow();
        if (!upload.state().isUnderWay()) {
            return;
        }
        uploads.change(uploadId, UploadState.RUNNING, "");
        try {
            Path copy = uploads.copyOf(upload);
            try {
                read(upload, copy);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Upload " + uploadId + " could not be read from the disk", e);
        }
    }

    private void read(Upload upload, Path copy) throws IOException {
        byte[] start = start(copy);
        if (upload.purpose() == UploadPurpose.COPIES || (CopyArchive.claims(start) && CopyArchive.holdsPdf(copy))) {
            copies.take(upload, copy);
        } else if (RemittanceReader.claims(start)) {
            if (!readAchReturns(upload, copy) && !readAchDebits(upload, copy)) {
                readRemittances(upload, copy);
            }
        } else if (CollectionReader.claims(start) || CollectionReader.claimsStatus(start)) {
            readCollections(upload, copy, CollectionReader.claimsStatus(start));
        } else if (StatementReader.claims(start)) {
            readStatements(upload, copy);
        } else {
            readTable(upload, copy);
        }
    }

    private static byte[] start(Path copy) throws IOException {
        try (InputStream in = Files.newInputStream(copy)) {
            return in.readNBytes(Math.max(StatementReader.CLAIM_BYTES, RemittanceReader.CLAIM_BYTES));
        }
    }

    /** Whether it was an ACH file in which something came back; one that came back holds no advices. */
    private boolean readAchReturns(Upload upload, Path copy) throws IOException {
        Parsed<List<AchEntry>> parsed;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(copy))) {
            parsed = AchReturnReader.read(upload.fileName(), in);
        }
        if (parsed.isRefused() || parsed.get().isEmpty()) {
            return false;
        }
        uploads.recognised(upload.id(), "ACH returns, NACHA", "");
        uploads.finish(
                upload.id(), UploadState.DONE, achReturns.take(upload, parsed.get(), parsed.problems()), clock.now());
        return true;
    }

    /** Whether it was an ACH file in which debits are ordered. */
    private boolean readAchDebits(Upload upload, Path copy) throws IOException {
        Parsed<List<SettlementReport>> parsed;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(copy))) {
            parsed = AchDebits.read(upload.fileName(), in);
        }
        if (parsed.isRefused() || parsed.get().isEmpty()) {
            return false;
        }
        takeCollections(upload, parsed, "Direct debit collection, NACHA");
        return true;
    }

    private void takeCollections(Upload upload, Parsed<List<SettlementReport>> parsed, String label) {
        uploads.recognised(upload.id(), label, "");
        if (parsed.isRefused() || parsed.get().isEmpty()) {
            uploads.report(upload.id(), parsed.problems());
            refuse(upload, parsed.problems());
            return;
        }
        uploads.finish(
                upload.id(), UploadState.DONE, settlements.take(upload, parsed.get(), parsed.problems()), clock.now());
    }

    private void readCollections(Upload upload, Path copy, boolean isStatus) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(copy))) {
            if (!isStatus) {
                takeCollections(
                        upload, CollectionReader.read(upload.fileName(), in), "Direct debit collection, pain.008");
                return;
            }
            Parsed<List<CollectionRejection>> parsed = CollectionReader.readStatus(upload.fileName(), in);
            uploads.recognised(upload.id(), "Status of direct debits, pain.002", "");
            if (parsed.isRefused()) {
                uploads.report(upload.id(), parsed.problems());
                refuse(upload, parsed.problems());
            } else {
                String told = settlements.reject(upload, parsed.get(), parsed.problems());
                uploads.finish(upload.id(), UploadState.DONE, told, clock.now());
            }
        }
    }

    private void readRemittances(Upload upload, Path copy) throws IOException {
        Parsed<List<RemittanceAdvice>> parsed;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(copy))) {
            parsed = RemittanceReader.read(upload.fileName(), in);
        }
        if (parsed.isRefused()) {
            uploads.report(upload.id(), parsed.problems());
            refuse(upload, parsed.problems());
            return;
        }
        List<RemittanceAdvice> found = parsed.get();
        uploads.recognised(
                upload.id(),
                found.isEmpty()
                        ? "Remittance advice"
                        : "Remittance advice, " + found.getFirst().format(),
                "");
        uploads.finish(upload.id(), UploadState.DONE, remittances.take(upload, found, parsed.problems()), clock.now());
    }

    private void readStatements(Upload upload, Path copy) throws IOException {
        Parsed<List<BankStatement>> parsed;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(copy))) {
            parsed = StatementReader.read(upload.fileName(), in);
        }
        if (upload.linesDone() == 0) {
            uploads.report(upload.id(), parsed.problems());
        }
        if (parsed.isRefused()) {
            refuse(upload, parsed.problems());
            return;
        }
        List<BankStatement> found = parsed.get();
        uploads.recognised(
                upload.id(),
                found.isEmpty()
                        ? "Bank statement"
                        : "Bank statement, " + found.getFirst().format(),
                "");
        String told = statements.take(upload, found);
        uploads.finish(upload.id(), UploadState.DONE, told, clock.now());
    }

    private void readTable(Upload upload, Path copy) throws IOException {
        Parsed<TableFile> opened = TableFile.open(upload.fileName(), copy);
        if (opened.isRefused()) {
            uploads.report(upload.id(), opened.problems());
            refuse(upload, opened.problems());
            return;
        }
        TableFile file = opened.get();
        switch (Recogniser.remembering(uploads::mapping).recognise(file)) {
            case Recognition.Unrecognised unknown ->
                uploads.change(
                        upload.id(),
                        UploadState.NEEDS_MAPPING,
                        unknown.problem().message());
            case Recognition.Recognised(Layout layout, String label, List<Problem> remarks) -> {
                uploads.recognised(upload.id(), label, layout.toText());
                if (upload.linesDone() == 0) {
                    uploads.report(upload.id(), remarks);
                }
                readExtract(upload, file, layout);
            }
        }
    }

    private void readExtract(Upload upload, TableFile file, Layout layout) throws IOException {
        ExtractReader reader = ExtractReader.of(layout, defaults(upload));
        switch (layout.content()) {
            case OPEN_ITEMS -> {
                extracts.take(upload, file, layout, reader);
                finishItems(upload);
            }
            case CUSTOMERS -> {
                customers.take(upload, file, layout, reader);
                uploads.finish(upload.id(), UploadState.DONE, "", clock.now());
            }
            case ADVICES -> {
                String told = advices.take(upload, file, reader);
                uploads.finish(upload.id(), UploadState.DONE, told, clock.now());
            }
            case SETTLEMENTS -> readSettlements(upload, file, layout, reader);
            case PAYMENTS -> {
                String told = payments.take(upload, file, layout, reader);
                uploads.finish(upload.id(), UploadState.DONE, told, clock.now());
            }
        }
    }

    private void readSettlements(Upload upload, TableFile file, Layout layout, ExtractReader reader)
            throws IOException {
        boolean isToForget = SettlementIntake.hasCardNumbers(file);
        Parsed<List<SettlementReport>> parsed = settlements.read(upload, file, layout, reader);
        if (parsed.isRefused()) {
            uploads.report(upload.id(), parsed.problems());
        }
        String told = parsed.isRefused()
                ? reason(parsed.problems())
                : settlements.take(upload, parsed.get(), parsed.problems());
        UploadState state = parsed.isRefused() ? UploadState.REFUSED : UploadState.DONE;
        if (isToForget) {
            uploads.report(upload.id(), List.of(SettlementIntake.forgotten(upload)));
            uploads.finishAndForget(upload.id(), state, told, clock.now());
        } else {
            uploads.finish(upload.id(), state, told, clock.now());
        }
    }

    private void finishItems(Upload upload) {
        copies.askAgain(upload.actor());
        boolean asksBack = upload.completeness() == Completeness.FULL
                && !comparison.gone(upload.id(), 1).isEmpty();
        if (asksBack) {
            uploads.finish(
                    upload.id(),
                    UploadState.NEEDS_ACCEPTANCE,
                    "Some items that are open here are not in the file, or smaller",
                    clock.now());
        } else {
            uploads.finish(upload.id(), UploadState.DONE, "", clock.now());
        }
    }

    /** A line's own word counts first, then what was said of the file, then the books of the line's company. */
    private Defaults defaults(Upload upload) {
        Currency said = upload.currency() == null ? null : Currency.getInstance(upload.currency());
        if (upload.entityId() == null) {
            return Defaults.of("", said)
                    .with(entities.all().stream()
                            .collect(Collectors.toMap(
                                    LegalEntity::code, entity -> Currency.getInstance(entity.currency()))));
        }
        LegalEntity entity = entities.byId(upload.entityId());
        return Defaults.of(entity.code(), said == null ? Currency.getInstance(entity.currency()) : said);
    }

    private void refuse(Upload upload, List<Problem> problems) {
        uploads.finish(upload.id(), UploadState.REFUSED, reason(problems), clock.now());
    }

    private static String reason(List<Problem> problems) {
        return problems.stream()
                .filter(p -> p.severity() == Problem.Severity.FILE_REFUSED)
                .map(p -> p.message() + ". " + p.remedy() + ".")
                .findFirst()
                .orElse("");
    }
}
