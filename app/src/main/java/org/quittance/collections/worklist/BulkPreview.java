package org.quittance.collections.worklist;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.escalation.EscalationLine;
import org.quittance.collections.gate.SendForecast;
import org.quittance.collections.reminder.BulkView;
import org.quittance.core.collections.Action;
import org.quittance.core.contact.Brake;
import org.quittance.core.contact.Channel;
import org.quittance.core.money.Money;
import org.quittance.correspondence.letter.Language;

/**
 * What sending in bulk would do now, before anybody has decided it.
 *
 * @param receivers to whom a message would go, in the order of the list
 * @param steps as how many first notices, second notices and so on
 * @param sums what the messages ask for, one for each currency
 * @param leftOut who gets none, and why
 * @param samples a few of the messages: the first, the one in the middle, the last
 * @param waiting what we ourselves have asked about accounts of these customers and have not been answered, by customer
 * @param stop why it would wait for the credit manager; null where it would not
 */
public record BulkPreview(
        List<Receiver> receivers,
        Map<Action, Integer> steps,
        Map<Channel, Integer> ways,
        Map<Language, Integer> languages,
        List<Money> sums,
        List<BulkView.LeftOut> leftOut,
        List<Sample> samples,
        Map<Long, List<EscalationLine>> waiting,
        Brake.@Nullable Stop stop) {

    public BulkPreview {
        receivers = List.copyOf(receivers);
        sums = List.copyOf(sums);
        leftOut = List.copyOf(leftOut);
        samples = List.copyOf(samples);
        waiting = Map.copyOf(waiting);
    }

    /** What a customer's message would not wait for. */
    public List<EscalationLine> waiting(Receiver receiver) {
        return waiting.getOrDefault(receiver.customerId(), List.of());
    }

    public List<Long> customers() {
        return receivers.stream().map(Receiver::customerId).toList();
    }

    /**
     * A customer to whom a message would go.
     *
     * @param step which of the steps the message is
     * @param sums what it asks for, one for each currency
     * @param word what the gate would do with it now; null where it would let it go
     */
    public record Receiver(
            long customerId,
            String name,
            Action step,
            Channel way,
            String to,
            List<Money> sums,
            SendForecast.@Nullable Word word) {}

    /** One message as it would be. */
    public record Sample(long customerId, String name, String to, String subject, String text) {}
}
