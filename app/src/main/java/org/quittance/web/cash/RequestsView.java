package org.quittance.web.cash;

import java.util.List;
import org.quittance.cash.RequestReader;

/** What waits for a second person, what was answered, and who may decide about how much. */
public record RequestsView(
        List<RequestReader.RequestLine> waiting,
        List<RequestReader.RequestLine> answered,
        List<RequestReader.LimitLine> limits) {

    public RequestsView {
        waiting = List.copyOf(waiting);
        answered = List.copyOf(answered);
        limits = List.copyOf(limits);
    }
}
