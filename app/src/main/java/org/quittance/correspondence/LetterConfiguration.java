package org.quittance.correspondence;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.quittance.platform.Jobs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The work that letters on paper want done in the background. */
@Configuration(proxyBeanMethods = false)
class LetterConfiguration {

    private static final String NIGHT = "letters-taken-out";

    @Bean
    OneTimeTask<Void> lettersHandOverTask(ObjectProvider<LetterFolder> folder) {
        return Jobs.once(LetterFolder.JOB, batch -> folder.getObject().handOver(batch));
    }

    /** Takes out what may be posted every day at the time that the environment names; without one, people do. */
    @Bean
    @ConditionalOnExpression("!'${quittance.letters.at:}'.isBlank()")
    RecurringTask<Void> lettersTakenOutJob(
            ObjectProvider<LetterBatches> batches,
            @Value("${quittance.letters.at:}") String at,
            @Value("${quittance.time-zone:UTC}") ZoneId zone) {
        return Jobs.daily(zone, time(at), NIGHT, () -> {
            while (batches.getObject().takeOut(_ -> true, NIGHT) instanceof LetterBatches.TakingOut.Done) {
                // Batch after batch, until nothing is left that may be posted.
            }
        });
    }

    private static LocalTime time(String at) {
        try {
            return LocalTime.parse(at.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "QUITTANCE_LETTERS_AT is %s. Give a time of the day, such as 06:00.".formatted(at), e);
        }
    }
}
