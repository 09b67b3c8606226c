package org.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plug is pulled on the database server alone, while it works. */
class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void aServerThatWasKilledInTheMiddleOfAQueryIsStartedAgainAtOnce() throws Exception {
        EmbeddedDatabase killed = EmbeddedDatabase.open(folder);
        try (Connection connection = connect(killed)) {
            Thread busy = Thread.ofVirtual().start(() -> workForMinutes(connection));
            try (Connection watching = connect(killed);
                    Statement statement = watching.createStatement()) {
                await().until(() -> isWorking(statement));
            }
            ProcessHandle server = Postmaster.read(folder.resolve("postgres"))
                    .flatMap(Postmaster::process)
                    .orElseThrow();
            assertThat(server.destroyForcibly()).isTrue();
            server.onExit().join();
            killed.close();

            try (EmbeddedDatabase next = EmbeddedDatabase.open(folder);
                    Connection again = connect(next)) {
                assertThat(again.isValid(5)).isTrue();
            }
            busy.join();
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        DatabaseAccess access = database.access();
        return DriverManager.getConnection(access.url(), access.ownerUser(), access.ownerPassword());
    }

    /** A command that never looks up: nothing tells it that its server is gone. */
    private static void workForMinutes(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("do $$ declare began timestamptz := clock_timestamp(); begin"
                    + " while clock_timestamp() < began + interval '2 minutes' loop null; end loop; end $$");
        } catch (SQLException e) {
            // The connection breaks with the server.
        }
    }

    private static boolean isWorking(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery(
                "select 1 from pg_stat_activity where state = 'active' and query like 'do $$%'")) {
            return rows.next();
        }
    }
}
