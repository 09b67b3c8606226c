package org.quittance.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quittance.QuittanceApplication;
import org.quittance.platform.DatabaseAccess;
import org.quittance.platform.EmbeddedDatabase;
import org.quittance.platform.InterruptedJobs;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import picocli.CommandLine.Option;

/** Which database a command works on, and how the application is started over it. Mixed into every command that needs one. */
public final class Installation {

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "${env:QUITTANCE_DATA:-var}",
            description =
                    "Folder of the embedded database and of everything else that is kept (default: ${DEFAULT-VALUE}). "
                            + "Not used for the database when QUITTANCE_DB_URL names one.")
    private Path dataFolder = Path.of("var");

    public Path dataFolder() {
        return dataFolder.toAbsolutePath().normalize();
    }

    /** Starts the application without web server and background work; closing the context stops what was started. */
    public ConfigurableApplicationContext startQuietly() {
        return start(WebApplicationType.NONE, "command", Map.of("db-scheduler.enabled", "false"));
    }

    /** Starts the application with its web server. */
    public ConfigurableApplicationContext startServer(String profile, Map<String, String> settings) {
        return start(WebApplicationType.SERVLET, profile, settings);
    }

    private ConfigurableApplicationContext start(
            WebApplicationType type, String profile, Map<String, String> settings) {
        Map<String, Object> properties = new HashMap<>(settings);
        properties.put("quittance.data", dataFolder().toString());
        SpringApplicationBuilder builder = new SpringApplicationBuilder(QuittanceApplication.class)
                .web(type)
                .profiles(profile)
                .bannerMode(Banner.Mode.OFF);
        DatabaseAccess external = externalDatabase();
        if (external != null) {
            properties.putAll(external.asProperties());
            return builder.properties(properties).run();
        }
        EmbeddedDatabase database = EmbeddedDatabase.open(dataFolder());
        properties.putAll(database.access().asProperties());
        properties.put(InterruptedJobs.ALONE, database.isOurs());
        try {
            return builder.properties(properties).initializers(owning(database)).run();
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** What is registered first is destroyed last: the database outlives every bean that uses it. */
    private static ApplicationContextInitializer<ConfigurableApplicationContext> owning(EmbeddedDatabase database) {
        return context -> ((GenericApplicationContext) context)
                .getDefaultListableBeanFactory()
                .registerDisposableBean("embeddedDatabase", database::close);
    }

    private static @Nullable DatabaseAccess externalDatabase() {
        String url = System.getenv("QUITTANCE_DB_URL");
        if (url == null || url.isBlank()) {
            return null;
        }
        return new DatabaseAccess(
                url,
                required("QUITTANCE_DB_OWNER"),
                required("QUITTANCE_DB_OWNER_PASSWORD"),
                required("QUITTANCE_DB_USER"),
                required("QUITTANCE_DB_PASSWORD"));
    }

    private static String required(String variable) {
        String value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            throw new CommandRefused(
                    "QUITTANCE_DB_URL is set, but " + variable
                            + " is not. Set it: the owner migrates the database, the user works in it and may not change postings.");
        }
        return value;
    }
}
