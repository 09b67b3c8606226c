package org.quittance.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.platform.DatabaseAccess;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class AuditTrailTest {

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DSLContext sql;

    @Test
    void sealedEntriesHoldUntilOneIsRewrittenBehindTheApplicationsBack() throws SQLException {
        transaction.executeWithoutResult(status -> {
            trail.record("amira", "limit.raised", "account", 1, "from 1,000.00 to 2,000.00");
            trail.record("amira", "hold.lifted", "account", 1, "");
        });
        assertThat(trail.seal()).isGreaterThanOrEqualTo(2);
        assertThat(trail.verify().holds()).isTrue();
        long tampered = trail.entriesBefore(null, 1).getFirst().id();

        asOwner("update audit.entry set detail = 'nothing to see' where id = " + tampered);
        assertThat(trail.verify().brokenAt()).isEqualTo(tampered);

        asOwner("update audit.entry set detail = '' where id = " + tampered);
        assertThat(trail.verify().holds()).isTrue();
    }

    @Test
    void theApplicationItselfCannotChangeOrRemoveAnEntry() {
        transaction.executeWithoutResult(status -> trail.record("amira", "note.added", "customer", 7, ""));
        assertThatThrownBy(() -> sql.execute("update audit.entry set actor = 'nobody'"))
                .isInstanceOf(NonTransientDataAccessException.class)
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> sql.execute("delete from audit.entry"))
                .isInstanceOf(NonTransientDataAccessException.class)
                .hasStackTraceContaining("permission denied");
    }

    private static void asOwner(String command) throws SQLException {
        DatabaseAccess access = TestDatabase.shared().access();
        try (Connection connection =
                        DriverManager.getConnection(access.url(), access.ownerUser(), access.ownerPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
