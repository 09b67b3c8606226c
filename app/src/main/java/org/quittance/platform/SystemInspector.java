package org.quittance.platform;

import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads what runs here, for the page about the system and for whoever asks for help with it. */
@Component
public class SystemInspector {

    private final DSLContext sql;
    private final Flyway flyway;
    private final Clock clock;

    SystemInspector(DSLContext sql, Flyway flyway, Clock clock) {
        this.sql = sql;
        this.flyway = flyway;
        this.clock = clock;
    }

    public SystemFacts inspect() {
        String packaged = SystemInspector.class.getPackage().getImplementationVersion();
        MigrationInfo migration = flyway.info().current();
        return new SystemFacts(
                packaged == null ? "from source" : packaged,
                Runtime.version().toString(),
                String.valueOf(sql.fetchValue("show server_version")),
                migration == null ? "none" : String.valueOf(migration.getVersion()),
                clock.getZone());
    }
}
