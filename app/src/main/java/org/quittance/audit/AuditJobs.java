package org.quittance.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import org.quittance.platform.Jobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Seals what was written, a few seconds after it was. */
@Configuration(proxyBeanMethods = false)
class AuditJobs {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Bean
    RecurringTask<Void> auditSealing(AuditTrail trail) {
        return Jobs.every(PAUSE, "audit.seal", trail::seal);
    }
}
