package org.quittance.intake;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import org.quittance.platform.Jobs;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The background work of intake. */
@Configuration(proxyBeanMethods = false)
class IntakeJobs {

    @Bean
    OneTimeTask<Void> uploadTask(UploadProcessor processor) {
        return Jobs.once("upload", processor::process);
    }

    @Bean
    @ConditionalOnProperty(name = "db-scheduler.enabled", matchIfMissing = true)
    ApplicationListener<ApplicationReadyEvent> resumingUploads(IntakeDesk desk) {
        return _ -> desk.resume();
    }
}
