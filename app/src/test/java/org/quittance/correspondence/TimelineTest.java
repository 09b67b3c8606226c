package org.quittance.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.CustomerId;
import org.quittance.platform.BusinessClock;
import org.quittance.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
@Import(Debts.class)
class TimelineTest {

    @Autowired
    private Timeline timeline;

    @Autowired
    private Debts debts;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private DSLContext sql;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void theNewestIsReadFirstAndTheRestPageByPage() {
        Debts.Debt debt = debts.overdueOn(clock.today());
        CustomerId customer = debt.customer();
        Activity call = new Activity(
                customer,
                debt.invoice().account(),
                Activity.Kind.CALL,
                Activity.Direction.OUT,
                clock.today(),
                "amira",
                31L,
                "Promise",
                "Pays AP-20417 with Thursday's cheque run",
                null);
        long first = log(call);
        long second = log(Activity.note(customer, clock.today(), "bao", "New address from April"));
        long third = log(Activity.note(customer, clock.today(), "bao", "Prefers calls before noon"));

        assertThat(timeline.of(customer, null, 2)).extracting(TimelineEntry::id).containsExactly(third, second);
        TimelineEntry oldest = timeline.of(customer, second, 2).getFirst();
        assertThat(oldest).isEqualTo(new TimelineEntry(first, clock.now(), call, null));
        assertThat(timeline.of(debts.overdueOn(clock.today()).customer(), null, 2))
                .isEmpty();
    }

    @Test
    void whatWasWrittenDownCannotBeChangedOrRemoved() {
        log(Activity.note(debts.overdueOn(clock.today()).customer(), clock.today(), "bao", "As it was"));
        for (String command : new String[] {
            "update correspondence.activity set body = 'otherwise'", "delete from correspondence.activity"
        }) {
            assertThatThrownBy(() -> sql.execute(command))
                    .isInstanceOf(NonTransientDataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    private long log(Activity activity) {
        return Objects.requireNonNull(transaction.execute(status -> timeline.log(activity)));
    }
}
