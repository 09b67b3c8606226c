package org.quittance.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quittance.formats.Problem;
import org.quittance.intake.IntakeDesk;
import org.quittance.intake.Upload;
import org.quittance.intake.UploadProcessor;
import org.quittance.intake.UploadRequest;
import org.quittance.intake.UploadState;
import org.quittance.intake.Uploads;
import org.quittance.ledger.EntryContext.Completeness;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes files in, as the Import page does, and waits for them. */
@Command(
        name = "import",
        description =
                "Take in open items, customers, payments, bank statements or remittance advices. The same file twice changes nothing.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private static final String ACTOR = "command line";
    private static final int PROBLEMS_PRINTED = 20;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Installation installation = new Installation();

    @Mixin
    private OutputForm form = new OutputForm();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Any number of files, in this order.")
    private List<Path> files = List.of();

    @Option(names = "--entity", paramLabel = "CODE", description = "The legal entity of lines that name none.")
    private @Nullable String entity;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "The currency of lines that name none (default: the entity's).")
    private @Nullable String currency;

    @Option(names = "--full", description = "The file shows everything that is open: settle what it no longer shows.")
    private boolean full;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The business date of what is posted (default: today).")
    private @Nullable LocalDate date;

    /** What is printed of one file. */
    record Report(String file, String kind, String state, String reason, long added, long known, long refused) {}

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                throw new CommandRefused("There is no readable file " + file + ". Check the path.");
            }
        }
        int exitCode = Commands.DONE;
        try (ConfigurableApplicationContext context = installation.startQuietly()) {
            for (Path file : files) {
                Upload upload = take(file, context);
                print(upload, context.getBean(Uploads.class).problems(upload, PROBLEMS_PRINTED));
                if (upload.state() != UploadState.DONE || upload.linesRefused() > 0) {
                    exitCode = Commands.REFUSED;
                }
            }
        }
        return exitCode;
    }

    private Upload take(Path file, ApplicationContext context) throws IOException {
        IntakeDesk desk = context.getBean(IntakeDesk.class);
        Uploads uploads = context.getBean(Uploads.class);
        LocalDate day = date == null ? context.getBean(BusinessClock.class).today() : date;
        long id;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            id = desk.keep(
                    new UploadRequest(
                            String.valueOf(file.getFileName()),
                            entityId(context),
                            currency,
                            full ? Completeness.FULL : Completeness.PARTIAL,
                            day),
                    in,
                    ACTOR);
        }
        context.getBean(UploadProcessor.class).process(id);
        Upload upload = uploads.byId(id).orElseThrow();
        if (upload.state() == UploadState.NEEDS_ACCEPTANCE) {
            desk.acceptGone(upload, ACTOR);
        }
        return uploads.byId(id).orElseThrow();
    }

    private @Nullable Long entityId(ApplicationContext context) {
        if (entity == null) {
            return null;
        }
        return context.getBean(LegalEntities.class)
                .byCode(entity)
                .map(LegalEntity::id)
                .orElseThrow(() -> new CommandRefused("There is no legal entity " + entity
                        + ". Add it with `quittance entity " + entity + " --name … --currency …`."));
    }

    private void print(Upload upload, List<Problem> problems) {
        PrintWriter out = OutputForm.out(spec);
        Report report = new Report(
                upload.fileName(),
                upload.contentKind(),
                upload.state().name(),
                upload.stateReason(),
                upload.linesAdded(),
                upload.linesKnown(),
                upload.linesRefused());
        if (form.isJson()) {
            form.print(report, out);
            return;
        }
        out.printf(
                "%s: %s. %s: %d new, %d known, %d refused. %s%n",
                report.file(),
                upload.state().label(),
                report.kind().isEmpty() ? "not recognised" : report.kind(),
                report.added(),
                report.known(),
                report.refused(),
                report.reason());
        problems.forEach(problem -> out.println("  " + problem));
        if (problems.size() == PROBLEMS_PRINTED) {
            out.println("  … the Import page lists all of them.");
        }
        out.flush();
    }
}
