package org.quittance.web.cash;

import java.util.List;
import java.util.Set;
import org.quittance.cash.RequestReader;

/**
 * What waits for a second person, what was answered, and who may decide about how much.
 *
 * @param handled the requests that wait and are about a payment in which whoever looks had a hand
 */
public record RequestsView(
        List<RequestReader.RequestLine> waiting,
        Set<Long> handled,
        List<RequestReader.RequestLine> answered,
        List<RequestReader.LimitLine> limits) {

    public RequestsView {
        waiting = List.copyOf(waiting);
        handled = Set.copyOf(handled);
        answered = List.copyOf(answered);
        limits = List.copyOf(limits);
    }
}
