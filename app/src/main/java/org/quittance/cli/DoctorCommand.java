package org.quittance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.correspondence.ConnectionCheck;
import org.quittance.platform.StartRefused;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks an installation over, and says what to do about what is wrong. */
@Command(
        name = "doctor",
        description = "Look the installation over: Java, disk, database, durability, migrations, mail server, mailbox.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    private static final long LEAST_FREE_BYTES = 1L << 30;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Installation installation = new Installation();

    @Mixin
    private OutputForm form = new OutputForm();

    /** One thing looked at. */
    record Finding(String what, boolean well, String finding) {}

    @Override
    public Integer call() throws IOException {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(
                "Java", Runtime.version().feature() >= 25, "Java " + Runtime.version() + "; 25 or newer is needed"));
        findings.add(disk());
        try (ConfigurableApplicationContext context = installation.startQuietly()) {
            findings.addAll(database(context));
            context.getBean(ConnectionCheck.class).look().stream()
                    .map(look -> new Finding(look.what(), look.isWell(), look.finding()))
                    .forEach(findings::add);
        } catch (RuntimeException e) {
            findings.add(notStarted(e));
        }
        PrintWriter out = OutputForm.out(spec);
        for (Finding finding : findings) {
            if (form.isJson()) {
                form.print(finding, out);
            } else {
                out.printf("%-12s %-5s %s%n", finding.what(), finding.well() ? "well" : "BAD", finding.finding());
            }
        }
        out.flush();
        return findings.stream().allMatch(Finding::well) ? Commands.DONE : Commands.REFUSED;
    }

    private Finding disk() throws IOException {
        Path folder = Files.createDirectories(installation.dataFolder());
        FileStore store = Files.getFileStore(folder);
        long free = store.getUsableSpace();
        return new Finding("Disk", free >= LEAST_FREE_BYTES, "%,d MB free at %s".formatted(free >> 20, folder));
    }

    private static List<Finding> database(ConfigurableApplicationContext context) {
        DSLContext sql = context.getBean(DSLContext.class);
        String version = sql.fetchSingle("select version()").get(0, String.class);
        String fsync = sql.fetchSingle("show fsync").get(0, String.class);
        boolean mayUpdate = sql.fetchSingle("select has_table_privilege('ledger.posting', 'update')")
                .get(0, Boolean.class);
        int pending = context.getBean(Flyway.class).info().pending().length;
        return List.of(
                new Finding("Database", true, version),
                new Finding(
                        "Durability",
                        fsync.equals("on"),
                        "fsync is " + fsync
                                + (fsync.equals("on") ? "" : "; switch it on, or a power cut costs postings")),
                new Finding(
                        "Postings",
                        !mayUpdate,
                        mayUpdate
                                ? "the application's role may change postings; use a role that does not own the tables"
                                : "the application cannot change what is posted"),
                new Finding("Migrations", pending == 0, pending + " pending"));
    }

    private static Finding notStarted(RuntimeException thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && !(root instanceof StartRefused)) {
            root = root.getCause();
        }
        return root instanceof StartRefused refused
                ? new Finding("Start", false, refused.getMessage() + " " + refused.remedy())
                : new Finding("Database", false, String.valueOf(root.getMessage()));
    }
}
