package org.quittance.platform;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The beans that belong to no module. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    private static final int EVENT_WORKERS = 4;

    @Bean
    Clock clock(@Value("${quittance.time-zone:UTC}") ZoneId zone) {
        return Clock.system(zone);
    }

    /**
     * Who works on events after the transaction that told them. Few, with a queue: each holds up to two connections, and a flood of events
     * must not take those that people wait for. What is still queued at a stop is told again at the next start.
     */
    @Bean("applicationTaskExecutor")
    ThreadPoolTaskExecutor eventWorkers() {
        ThreadPoolTaskExecutor workers = new ThreadPoolTaskExecutor();
        workers.setThreadNamePrefix("event-");
        workers.setCorePoolSize(EVENT_WORKERS);
        workers.setMaxPoolSize(EVENT_WORKERS);
        return workers;
    }

    /** Where background work is switched off, jobs are still written down: a server does them later. */
    @Bean
    @ConditionalOnProperty(name = "db-scheduler.enabled", havingValue = "false")
    SchedulerClient schedulerClient(DataSource dataSource, @Value("${db-scheduler.table-name}") String tableName) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .tableName(tableName)
                .build();
    }
}
