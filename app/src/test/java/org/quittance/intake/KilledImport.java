package org.quittance.intake;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.quittance.QuittanceApplication;
import org.quittance.cli.Quittance;
import org.quittance.platform.DatabaseAccess;
import org.quittance.testing.TestDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A database of its own on the server of the tests, and the command {@code import} as a process of its own that is killed while it waits
 * for a row that we hold: in the middle of a transaction, at the same line each time.
 */
final class KilledImport implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 20;

    private final String name;
    private final DatabaseAccess access;
    private final Path folder;

    private KilledImport(String name, DatabaseAccess access, Path folder) {
        this.name = name;
        this.access = access;
        this.folder = folder;
    }

    static KilledImport on(String name, Path folder) throws SQLException {
        DatabaseAccess shared = TestDatabase.shared().access();
        try (Connection maintenance = owner(shared);
                Statement statement = maintenance.createStatement()) {
            statement.execute("create database " + name);
            statement.execute("grant temporary on database " + name + " to " + shared.applicationUser());
        }
        DatabaseAccess access = new DatabaseAccess(
                shared.url().replaceAll("/[^/]*$", "/" + name),
                shared.ownerUser(),
                shared.ownerPassword(),
                shared.applicationUser(),
                shared.applicationPassword());
        Flyway.configure()
                .dataSource(access.url(), access.ownerUser(), access.ownerPassword())
                .locations("classpath:db/migration")
                .placeholders(Map.of("app_role", access.applicationUser()))
                .load()
                .migrate();
        return new KilledImport(name, access, folder);
    }

    /** As the owner of the tables, every statement a transaction of its own. */
    Connection owner() throws SQLException {
        return owner(access);
    }

    /** Starts the command, and kills it when it waits for the row that the query locks. */
    void killWhileItWaitsFor(String lockingQuery, List<Path> files) throws SQLException, IOException {
        try (Connection holder = owner();
                Statement lock = holder.createStatement()) {
            holder.setAutoCommit(false);
            lock.execute(lockingQuery);
            Path output = folder.resolve("import.log");
            Process process = start(files, output);
            try {
                awaitLock(process, output);
            } finally {
                process.destroyForcibly().onExit().join();
            }
            holder.rollback();
        }
    }

    /** A new application over the same database, which reads on whatever was left in the middle, as each start does. */
    ConfigurableApplicationContext startAgain() {
        Map<String, Object> properties = new HashMap<>(access.asProperties());
        properties.put("quittance.data", folder.toString());
        properties.put("db-scheduler.enabled", "false");
        ConfigurableApplicationContext context = new SpringApplicationBuilder(QuittanceApplication.class)
                .web(WebApplicationType.NONE)
                .profiles("command")
                .properties(properties)
                .run();
        context.getBean(Uploads.class).underWay().forEach(context.getBean(UploadProcessor.class)::process);
        return context;
    }

    @Override
    public void close() throws SQLException {
        try (Connection maintenance = owner(TestDatabase.shared().access());
                Statement statement = maintenance.createStatement()) {
            statement.execute("drop database " + name + " with (force)");
        }
    }

    private Process start(List<Path> files, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Quittance.class.getName(),
                "import",
                "--date",
                "2026-03-02",
                "--data",
                folder.toString());
        files.forEach(file -> builder.command().add(file.toString()));
        builder.environment()
                .putAll(Map.of(
                        "QUITTANCE_DB_URL", access.url(),
                        "QUITTANCE_DB_OWNER", access.ownerUser(),
                        "QUITTANCE_DB_OWNER_PASSWORD", access.ownerPassword(),
                        "QUITTANCE_DB_USER", access.applicationUser(),
                        "QUITTANCE_DB_PASSWORD", access.applicationPassword()));
        return builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .directory(new File("."))
                .start();
    }

    private void awaitLock(Process process, Path output) throws SQLException, IOException {
        Instant end = Instant.now().plus(PATIENCE);
        try (Connection observer = owner();
                Statement query = observer.createStatement()) {
            while (!isWaiting(query)) {
                if (ended(process) || Instant.now().isAfter(end)) {
                    throw new IllegalStateException(
                            "The import did not come to the row that is held: " + Files.readString(output));
                }
            }
        }
    }

    private boolean isWaiting(Statement query) throws SQLException {
        try (ResultSet row = query.executeQuery("select count(*) from pg_stat_activity where datname = '" + name
                + "' and wait_event_type = 'Lock' and usename = '" + access.applicationUser() + "'")) {
            row.next();
            return row.getInt(1) > 0;
        }
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the import ran", e);
        }
    }

    private static Connection owner(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(access.url(), access.ownerUser(), access.ownerPassword());
    }
}
