package org.quittance.respondents;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.LocalTime;
import java.time.ZoneId;
import org.quittance.platform.Jobs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The daily job of the reminders, at an hour at which mail is read that day. */
@Configuration(proxyBeanMethods = false)
class RespondentJobs {

    private static final LocalTime AT = LocalTime.of(7, 0);

    @Bean
    RecurringTask<Void> questionReminders(
            ObjectProvider<Questions> questions, @Value("${quittance.time-zone:UTC}") ZoneId zone) {
        return Jobs.daily(
                zone, AT, "question-reminders", () -> questions.getObject().remind());
    }
}
