package org.quittance.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.quittance.platform.EmbeddedDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** One embedded PostgreSQL for all tests of a JVM, started with the first and removed with the last. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final class Holder {
        static final EmbeddedDatabase DATABASE = start();
    }

    public static EmbeddedDatabase shared() {
        return Holder.DATABASE;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(shared().access().asProperties().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue()))
                // The contexts of all classes of tests stay open beside each other: what one does not use is there for
                // the next.
                .and("spring.datasource.hikari.minimum-idle=1", "spring.datasource.hikari.idle-timeout=10000")
                .applyTo(context);
    }

    private static EmbeddedDatabase start() {
        try {
            Path folder = Files.createTempDirectory("quittance-test");
            EmbeddedDatabase database = EmbeddedDatabase.open(folder);
            // After every context has closed: the event registry reads the database once more when it goes down.
            SpringApplication.getShutdownHandlers().add(() -> {
                database.close();
                remove(folder);
            });
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
