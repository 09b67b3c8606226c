package org.quittance.web.outbox;

import java.util.List;
import org.quittance.correspondence.LetterBatch;
import org.quittance.correspondence.Message;

/**
 * What waits to be posted, and what was taken out.
 *
 * @param waiting those of the viewer's customers
 * @param due how many of them would be taken out now
 * @param batches the newest that the viewer may open
 */
public record LettersView(List<Message> waiting, long due, List<LetterBatch> batches) {

    public LettersView {
        waiting = List.copyOf(waiting);
        batches = List.copyOf(batches);
    }

    public String place(Message letter) {
        return letter.envelope().toAddress();
    }
}
