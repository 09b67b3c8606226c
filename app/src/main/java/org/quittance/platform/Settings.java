package org.quittance.platform;

import static org.quittance.db.platform.Tables.SETTING;

import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an installation remembers of itself, by name. */
@Component
public class Settings {

    private final DSLContext sql;

    Settings(DSLContext sql) {
        this.sql = sql;
    }

    public Optional<String> read(String name) {
        return sql.fetchOptional(SETTING, SETTING.NAME.eq(name)).map(row -> row.getValue());
    }

    /** Remembers a value in the transaction of whatever it tells about. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(String name, String value) {
        sql.insertInto(SETTING, SETTING.NAME, SETTING.VALUE)
                .values(name, value)
                .onConflict(SETTING.NAME)
                .doUpdate()
                .set(SETTING.VALUE, value)
                .execute();
    }
}
