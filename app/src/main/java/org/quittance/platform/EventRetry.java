package org.quittance.platform;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.IncompleteEventPublications;

/** Hands events out again whose listener has failed or died with its process. Listeners are therefore repeatable. */
@Configuration(proxyBeanMethods = false)
class EventRetry {

    /** Longer than any listener takes. */
    private static final Duration OLD_ENOUGH = Duration.ofMinutes(2);

    @Bean
    RecurringTask<Void> eventRetryJob(IncompleteEventPublications publications) {
        return Tasks.recurring("event-retry", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> publications.resubmitIncompletePublicationsOlderThan(OLD_ENOUGH));
    }
}
