package org.quittance.collections.agreement;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.LocalTime;
import java.time.ZoneId;
import org.quittance.platform.BusinessClock;
import org.quittance.platform.Jobs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the night looks at before it decides: plans of which an instalment has failed or the last has come, settlements
 * that were paid or whose day is over. */
@Configuration(proxyBeanMethods = false)
class AgreementJobs {

    /** Before the nightly run, so that what has failed is chased again in the morning. */
    private static final LocalTime AT = LocalTime.of(4, 30);

    @Bean
    RecurringTask<Void> agreementJob(
            ObjectProvider<AgreementReview> review,
            BusinessClock clock,
            @Value("${quittance.time-zone:UTC}") ZoneId zone) {
        return Jobs.daily(zone, AT, "agreements", () -> {
            review.getObject().review(clock.today(), "agreements");
        });
    }
}
