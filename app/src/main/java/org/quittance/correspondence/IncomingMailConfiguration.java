package org.quittance.correspondence;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import org.quittance.platform.Jobs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The mailbox that the environment names, and the job that reads it. */
@Configuration(proxyBeanMethods = false)
class IncomingMailConfiguration {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** Several parts of an environment, together a place. */
    @Bean
    @Profile("!demo")
    IncomingMailbox incomingMailbox(
            @Value("${quittance.imap.host:}") String host,
            @Value("${quittance.imap.port:993}") int port,
            @Value("${quittance.imap.user:}") String user,
            @Value("${quittance.imap.password:}") String password,
            @Value("${quittance.imap.ssl:implicit}") String protection,
            @Value("${quittance.imap.folder:INBOX}") String folder) {
        return new IncomingMailbox(host, port, user, password, IncomingMailbox.Protection.of(protection), folder);
    }

    @Bean
    RecurringTask<Void> mailReading(ObjectProvider<MailRound> round) {
        return Jobs.every(
                PAUSE, "correspondence.read-mail", () -> round.getObject().read());
    }
}
