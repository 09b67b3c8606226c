package org.quittance.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.quittance.QuittanceApplication;
import org.quittance.platform.BusinessClock;
import org.quittance.platform.DatabaseAccess;
import org.quittance.platform.EmbeddedDatabase;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * An installation of its own to measure on: the embedded database in an empty folder, the application over it, and a connection as the
 * owner of the tables for what the application may not do, such as filling the ledger by hand.
 *
 * <p>It never takes a database from the environment: what it fills and empties is its own.
 */
final class Workbench implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final Connection owner;
    private final Path folder;

    private Workbench(ConfigurableApplicationContext context, Connection owner, Path folder) {
        this.context = context;
        this.owner = owner;
        this.folder = folder;
    }

    static Workbench open(Path folder) throws SQLException {
        EmbeddedDatabase database = EmbeddedDatabase.open(folder);
        DatabaseAccess access = database.access();
        ConfigurableApplicationContext context = start(folder, database);
        try {
            Connection owner = DriverManager.getConnection(access.url(), access.ownerUser(), access.ownerPassword());
            return new Workbench(context, owner, folder);
        } catch (SQLException e) {
            context.close();
            throw e;
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    LocalDate today() {
        return bean(BusinessClock.class).today();
    }

    /** As the owner of the tables, every statement a transaction of its own. */
    Connection owner() {
        return owner;
    }

    CopyManager copies() throws SQLException {
        return owner.unwrap(PGConnection.class).getCopyAPI();
    }

    /** Where files of a measurement lie. */
    Path file(String name) {
        return folder.resolve(name);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String query) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        // The server writes all that is new to its files when it stops, and of a large book that is more than its stop
        // waits for.
        execute("checkpoint");
        owner.close();
        context.close();
    }

    private static ConfigurableApplicationContext start(Path folder, EmbeddedDatabase database) {
        Map<String, Object> properties = new HashMap<>(database.access().asProperties());
        properties.put("quittance.data", folder.toString());
        properties.put("db-scheduler.enabled", "false");
        try {
            return new SpringApplicationBuilder(QuittanceApplication.class)
                    .web(WebApplicationType.NONE)
                    .profiles("command")
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .properties(properties)
                    .initializers(owning(database))
                    .run();
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** What is registered first is destroyed last: the database outlives every bean that uses it, also when somebody breaks off. */
    private static ApplicationContextInitializer<ConfigurableApplicationContext> owning(EmbeddedDatabase database) {
        return context -> ((GenericApplicationContext) context)
                .getDefaultListableBeanFactory()
                .registerDisposableBean("embeddedDatabase", database::close);
    }
}
