package org.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class RecordedUntilTest {

    private static final Duration TAKEN_OFF = Duration.ofMinutes(1);

    @Autowired
    private DSLContext sql;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aTransactionThatIsStillOpenHoldsTheMarkBackToItsBeginning() throws Exception {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch marked = new CountDownLatch(1);
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<Instant> recorded = writer.submit(() -> transaction.execute(_ -> {
                Instant moment = sql.fetchSingle("select now()").get(0, Instant.class);
                begun.countDown();
                await(marked);
                return moment;
            }));
            begun.await();
            sql.execute("select pg_sleep(0.1)");

            Instant mark = transaction.execute(_ -> RecordedUntil.now(sql));
            marked.countDown();

            assertThat(mark.plus(TAKEN_OFF)).isBeforeOrEqualTo(recorded.get());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
