package org.quittance.web.outbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quittance.core.contact.TextLength;
import org.quittance.correspondence.Answer;
import org.quittance.correspondence.ListedItem;
import org.quittance.correspondence.Message;
import org.quittance.correspondence.PaymentReference;
import org.quittance.correspondence.TextReceipt;
import org.quittance.ledger.ItemLine;

/**
 * One message with all that left, or would.
 *
 * @param answers what has come back of it, and who has answered
 * @param receipts what the service that sends text messages has said of it
 * @param references what the customer is asked to quote
 * @param items those that the references stand for, as far as the viewer may see them
 */
public record MessageView(
        Message message,
        List<Answer> answers,
        Receipts receipts,
        List<PaymentReference> references,
        Map<Long, ItemLine> items) {

    /**
     * What became of it on its way.
     *
     * @param failing why text messages to the number do not arrive; null where they do, and for a mail
     * @param batch in which a letter on paper was taken out; null before, and for what is none
     */
    public record Receipts(
            List<TextReceipt> all,
            @Nullable String failing,
            @Nullable Long batch) {
        public Receipts {
            all = List.copyOf(all);
        }
    }

    public MessageView {
        answers = List.copyOf(answers);
        references = List.copyOf(references);
        items = Map.copyOf(items);
    }

    static MessageView of(
            Message message,
            List<Answer> answers,
            Receipts receipts,
            List<PaymentReference> references,
            List<ItemLine> items) {
        return new MessageView(
                message,
                answers,
                receipts,
                references,
                items.stream().collect(Collectors.toMap(ItemLine::id, item -> item)));
    }

    public @Nullable Long batchId() {
        return receipts.batch();
    }

    /** How long a text message is; null for a mail. */
    public @Nullable TextLength length() {
        return message.envelope().isTextMessage() ? TextLength.of(message.text()) : null;
    }

    /** The item as the ledger has it; null where it is in a portfolio that the viewer does not see. */
    public @Nullable ItemLine item(ListedItem listed) {
        return items.get(listed.item().value());
    }
}
