package org.quittance.correspondence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quittance.core.ledger.CustomerId;
import org.quittance.platform.BusinessClock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands over what the demo says was handed over in the course of the day, whatever the hour at which somebody starts it: at night the gate would
 * keep it until the morning, and there would be nothing to look at. What a visitor sends is asked about like anything else.
 */
@Profile("demo")
@Component
public class DemoHandOff {

    private final MessageStore messages;
    private final HandOffs handOffs;
    private final DeliveryNotes notes;
    private final TextWay way;
    private final BusinessClock clock;

    DemoHandOff(MessageStore messages, HandOffs handOffs, DeliveryNotes notes, TextWay way, BusinessClock clock) {
        this.messages = messages;
        this.handOffs = handOffs;
        this.notes = notes;
        this.way = way;
        this.clock = clock;
    }

    /** Lets letters be taken out at once that the demo says were written earlier in the day. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endCallBack(List<MessageId> letters) {
        letters.forEach(id -> messages.hold(messages.lock(id).id(), clock.now(), ""));
    }

    /** All of them in one file, in the folder of the demo. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(List<MessageId> ids) {
        List<Message> all = ids.stream().map(messages::lock).toList();
        Map<CustomerId, String> numbers = handOffs.customerNumbers(all);
        List<HandOffs.Taken> taken = new ArrayList<>();
        List<TextHandOver> lines = new ArrayList<>();
        for (Message message : all) {
            taken.add(new HandOffs.Taken(message.id(), messages.startAttempt(message, clock.now())));
            lines.add(TextHandOver.of(message, Objects.requireNonNull(numbers.get(message.customer())), clock.now()));
        }
        byte[] content = TextFolder.content(lines);
        String name = handOffs.keep(content, taken, clock.now());
        if (way instanceof TextWay.Folder(var path)
                && TextFolder.write(path, name, content) instanceof MailReply.TryLater(String words)) {
            throw new IllegalStateException(words);
        }
        for (int i = 0; i < all.size(); i++) {
            notes.sent(all.get(i), taken.get(i).attempt());
        }
    }
}
