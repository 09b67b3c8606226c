package org.quittance.intake;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.quittance.ledger.LegalEntities;
import org.quittance.platform.BusinessClock;
import org.quittance.platform.Jobs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The background work of intake. A job finds its worker when it runs: the scheduler has to stand before whoever schedules. */
@Configuration(proxyBeanMethods = false)
class IntakeJobs {

    @Bean
    OneTimeTask<Void> uploadTask(ObjectProvider<UploadProcessor> processor) {
        return Jobs.once("upload", id -> processor.getObject().process(id));
    }

    @Bean
    @ConditionalOnProperty("quittance.copies.folder")
    CopiesFolder watchedFolder(
            @Value("${quittance.copies.folder}") Path folder,
            IntakeDesk desk,
            UploadProcessor processor,
            Uploads uploads,
            LegalEntities entities,
            BusinessClock clock) {
        return new CopiesFolder(folder, desk, processor, uploads, entities, clock);
    }

    @Bean
    @ConditionalOnProperty("quittance.copies.folder")
    RecurringTask<Void> copiesFolder(ObjectProvider<CopiesFolder> folder) {
        return Jobs.every(
                Duration.ofSeconds(30),
                "copies-folder",
                () -> folder.getObject().look());
    }

    @Bean
    @ConditionalOnProperty(name = "db-scheduler.enabled", matchIfMissing = true)
    ApplicationListener<ApplicationReadyEvent> resumingUploads(IntakeDesk desk) {
        return _ -> desk.resume();
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> abandonedCopies(BusinessClock clock) {
        return _ -> {
            try {
                Uploads.removeAbandonedCopies(Path.of(System.getProperty("java.io.tmpdir")), clock.now());
            } catch (IOException e) {
                throw new UncheckedIOException("The temporary folder cannot be read or written", e);
            }
        };
    }
}
