package org.quittance.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A durable PostgreSQL that lives in a folder and needs no installation.
 *
 * <p>{@link #open} starts the server, or joins the one that another process of ours has started on the same folder. Its passwords are
 * generated into {@code secrets/}, readable by the owner alone; no connection is trusted without one. The server may be killed at any
 * moment, and so may we: a server that outlived its JVM is stopped before the next start, and recovery is PostgreSQL's own.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String DATABASE = "quittance";
    private static final String OWNER = "postgres";
    private static final String APPLICATION = "quittance_app";
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    private final DatabaseAccess access;
    private final @Nullable EmbeddedPostgres server;
    private final @Nullable FileChannel lock;

    private EmbeddedDatabase(DatabaseAccess access, @Nullable EmbeddedPostgres server, @Nullable FileChannel lock) {
        this.access = access;
        this.server = server;
        this.lock = lock;
    }

    public static EmbeddedDatabase open(Path dataFolder) {
        try {
            Path folder = Files.createDirectories(dataFolder.toAbsolutePath().normalize());
            Path secrets = Files.createDirectories(folder.resolve("secrets"));
            FileChannel lock = lock(folder.resolve("postgres.lock"));
            if (lock == null) {
                return join(folder, secrets);
            }
            return start(folder, secrets, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database in " + dataFolder + " did not start", e);
        }
    }

    public DatabaseAccess access() {
        return access;
    }

    /** Whether this process has started the server: nobody else can have been at work on it. */
    public boolean isOurs() {
        return server != null;
    }

    /** Stops the server if this process has started it. */
    @Override
    public void close() {
        try (FileChannel _ = lock) {
            if (server != null) {
                server.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database did not stop cleanly", e);
        }
    }

    private static EmbeddedDatabase join(Path folder, Path secrets) throws IOException {
        int port = Postmaster.read(folder.resolve("postgres"))
                .orElseThrow(() -> new IOException(
                        "Another process holds " + folder + " but its database is not up yet. Wait a moment"))
                .port();
        return new EmbeddedDatabase(accessAt(port, secrets), null, null);
    }

    private static EmbeddedDatabase start(Path folder, Path secrets, FileChannel lock) throws IOException {
        Path cluster = folder.resolve("postgres");
        stopOrphan(cluster);
        stopLeftChildren(cluster);
        awaitTheNumberOfADeadServer(cluster);
        Path passwordFile = secret(secrets, "postgres-owner");
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.resolve("postgres-program").toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_PATIENCE)
                // The library starts initdb with trusted connections; these later words of the same command line
                // overrule it.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setConnectConfig("password", Files.readString(passwordFile))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("checkpoint_timeout", "15min")
                .setServerConfig("max_connections", "60")
                // Rows here and there cost hardly more than rows in a line, on anything but a turning disk.
                .setServerConfig("random_page_cost", "1.1")
                .start();
        DatabaseAccess access = accessAt(server.getPort(), secrets);
        try {
            prepare(access);
        } catch (SQLException e) {
            server.close();
            throw new IOException("The embedded database refused its first commands", e);
        }
        return new EmbeddedDatabase(access, server, lock);
    }

    private static DatabaseAccess accessAt(int port, Path secrets) throws IOException {
        return new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE,
                OWNER,
                Files.readString(secret(secrets, "postgres-owner")),
                APPLICATION,
                Files.readString(secret(secrets, "postgres-application")));
    }

    private static void prepare(DatabaseAccess access) throws SQLException {
        String maintenance = access.url().replace("/" + DATABASE, "/postgres");
        try (Connection connection =
                        DriverManager.getConnection(maintenance, access.ownerUser(), access.ownerPassword());
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + APPLICATION + "'")) {
                // Generated, URL-safe and without quotes: nothing to escape.
                statement.execute(
                        "create role " + APPLICATION + " login password '" + access.applicationPassword() + "'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE);
                statement.execute("grant temporary on database " + DATABASE + " to " + APPLICATION);
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static Path secret(Path secrets, String name) throws IOException {
        Path file = secrets.resolve(name);
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return file;
    }

    private static @Nullable FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // This very process holds it already: join, as another process would.
        }
        channel.close();
        return null;
    }

    /** A server whose JVM was killed goes on without us, and would hold the folder against the next start. */
    private static void stopOrphan(Path cluster) throws IOException {
        ProcessHandle orphan =
                Postmaster.read(cluster).flatMap(Postmaster::process).orElse(null);
        if (orphan == null) {
            return;
        }
        try {
            new ProcessBuilder(List.of("kill", "-INT", Long.toString(orphan.pid())))
                    .start()
                    .waitFor();
            orphan.onExit().get(START_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while stopping the previous database server", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The previous database server (process " + orphan.pid() + ") does not stop", e);
        }
    }

    /**
     * A server that was killed leaves its children: those that wait for work end by themselves, those in the middle of a query when it is done.
     * While one of them lives, PostgreSQL refuses to start on the folder.
     */
    private static void stopLeftChildren(Path cluster) throws IOException {
        List<ProcessHandle> left = ProcessHandle.allProcesses()
                .filter(process -> worksIn(process, cluster))
                .toList();
        left.forEach(ProcessHandle::destroy);
        try {
            CompletableFuture.allOf(left.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(START_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for what the previous database server has left", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(
                    "The previous database server was killed and has left processes that do not stop: "
                            + left.stream()
                                    .filter(ProcessHandle::isAlive)
                                    .map(ProcessHandle::pid)
                                    .toList()
                            + ". End them, then start again",
                    e);
        }
    }

    /**
     * A server that was killed keeps its number until its heir has taken note of its end; until then PostgreSQL takes it for one that runs. It has
     * no program any more, by which it is told from a process that was given the same number since.
     */
    private static void awaitTheNumberOfADeadServer(Path cluster) throws IOException {
        ProcessHandle dead = Postmaster.read(cluster)
                .flatMap(server -> ProcessHandle.of(server.pid()))
                .filter(process -> process.info().command().isEmpty())
                .orElse(null);
        if (dead == null) {
            return;
        }
        try {
            dead.onExit().get(START_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the end of the previous database server", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(
                    "The previous database server (process " + dead.pid()
                            + ") was killed, and its number is not free yet. Start again in a moment",
                    e);
        }
    }

    /** A process of the server has the folder of its data as its own; where the system does not tell, nobody is taken for one. */
    private static boolean worksIn(ProcessHandle process, Path cluster) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), cluster);
        } catch (IOException e) {
            return false;
        }
    }
}
