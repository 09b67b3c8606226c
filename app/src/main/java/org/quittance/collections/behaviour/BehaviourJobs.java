package org.quittance.collections.behaviour;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.LocalTime;
import java.time.ZoneId;
import org.quittance.platform.BusinessClock;
import org.quittance.platform.Jobs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Works out in the night how the accounts pay. */
@Configuration(proxyBeanMethods = false)
class BehaviourJobs {

    private static final LocalTime AT = LocalTime.of(4, 30);

    @Bean
    RecurringTask<Void> behaviourJob(
            ObjectProvider<BehaviourBook> book, BusinessClock clock, @Value("${quittance.time-zone:UTC}") ZoneId zone) {
        return Jobs.daily(zone, AT, "payment-behaviour", () -> book.getObject().bringUpToDate(clock.today()));
    }
}
