package org.quittance.correspondence;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import org.quittance.platform.Jobs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** The mailbox that the environment names, and the job that reads it. */
@Configuration(proxyBeanMethods = false)
class IncomingMailConfiguration {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    @Profile("!demo")
    IncomingMailbox incomingMailbox(Environment environment) {
        return IncomingMailbox.of(environment);
    }

    @Bean
    RecurringTask<Void> mailReading(ObjectProvider<MailRound> round) {
        return Jobs.every(
                PAUSE, "correspondence.read-mail", () -> round.getObject().read());
    }
}
