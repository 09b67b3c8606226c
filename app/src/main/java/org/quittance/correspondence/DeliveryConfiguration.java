package org.quittance.correspondence;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import org.quittance.platform.Jobs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The work behind the jobs of {@link DeliveryQueue}. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    @Bean
    OneTimeTask<Void> deliverMessage(Delivery delivery) {
        return Jobs.once(DeliveryQueue.JOB, id -> delivery.deliver(MessageId.of(id)));
    }

    @Bean
    OneTimeTask<Void> askAgainAboutHeldMessages(ObjectProvider<HeldMessages> held) {
        return Jobs.once(HeldMessages.JOB, _ -> held.getObject().askAgainAboutAll());
    }

    @Bean
    OneTimeTask<Void> deliverInternalMail(InternalDelivery delivery) {
        return Jobs.once(InternalOutbox.JOB, delivery::deliver);
    }
}
