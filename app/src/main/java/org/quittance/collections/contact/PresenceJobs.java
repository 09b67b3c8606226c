package org.quittance.collections.contact;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import org.quittance.platform.Jobs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets who had a customer open: nothing is kept of it for longer than it is of use. */
@Configuration(proxyBeanMethods = false)
class PresenceJobs {

    private static final Duration PAUSE = Duration.ofMinutes(5);

    @Bean
    RecurringTask<Void> presenceJob(ObjectProvider<Presences> presences) {
        return Jobs.every(PAUSE, "presences", () -> presences.getObject().sweep());
    }
}
