package org.quittance.cash;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import org.quittance.cash.SecondLook.Scope;
import org.quittance.platform.Jobs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks again in the background at money that waits for a person. */
@Configuration(proxyBeanMethods = false)
class CashJobs {

    @Bean
    OneTimeTask<Void> secondLookTask(ObjectProvider<SecondLook> look) {
        return Jobs.once("second-look", job -> look.getObject().look(Scope.ofJob(job)));
    }
}
