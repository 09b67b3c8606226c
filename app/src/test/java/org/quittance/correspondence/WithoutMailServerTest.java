package org.quittance.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quittance.db.platform.Tables.SCHEDULED_TASK;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.core.contact.Attempt.Origin;
import org.quittance.correspondence.letter.Language;
import org.quittance.platform.BusinessClock;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
@Import(Debts.class)
class WithoutMailServerTest {

    @Autowired
    private Outbox outbox;

    @Autowired
    private Delivery delivery;

    @Autowired
    private DeliveryQueue queue;

    @Autowired
    private Debts debts;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TestClock testClock;

    @Autowired
    private DSLContext sql;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aMessageStaysInTheQueueSaysWhyAndIsTakenUpAtTheNextStart() {
        OutgoingMessage plain = new OutgoingMessage(
                debts.overdueOn(clock.today()).customer(),
                "INVOICE_COPIES",
                Language.ENGLISH,
                new MailAddress("credit@alder-paper.example", ""),
                new MailAddress("jana@noerdlinger.example", ""),
                "Copies of your invoices",
                "Please find them attached.",
                "<p>Please find them attached.</p>",
                List.of(),
                List.of(),
                clock.today(),
                "amira",
                Origin.BY_HAND);
        MessageId id = Objects.requireNonNull(transaction.execute(status -> outbox.queue(plain)));
        testClock.advance(Duration.ofSeconds(10));
        sql.deleteFrom(SCHEDULED_TASK).where(jobOf(id)).execute();
        delivery.deliver(id);

        Message waiting = outbox.message(id).orElseThrow();
        assertThat(waiting.state()).isEqualTo(MessageState.QUEUED);
        assertThat(waiting.progress().reason()).contains("Set QUITTANCE_SMTP_HOST");
        assertThat(waiting.progress().attempts()).isZero();

        queue.takeUpWhatWaits();
        queue.takeUpWhatWaits();
        assertThat(sql.fetchCount(SCHEDULED_TASK, jobOf(id))).isEqualTo(1);
        assertThat(outbox.recall(id, "amira")).isEqualTo(new RecallOutcome.Recalled());
    }

    private static Condition jobOf(MessageId id) {
        return SCHEDULED_TASK.TASK_NAME.eq(DeliveryQueue.JOB).and(SCHEDULED_TASK.TASK_INSTANCE.eq(id.toString()));
    }
}
