package org.quittance.collections.team;

import java.util.List;
import org.quittance.identity.Portfolio;

/**
 * Somebody who owns portfolios, with what there is to do in them and what they have done.
 *
 * @param toDo accounts of their portfolios that can be worked now
 * @param contactsToday messages, calls and the like that they made today
 * @param contacts the same in the last seven days, today among them
 * @param promises promises that they took in the last seven days
 */
public record TeamLine(
        long personId,
        String login,
        String name,
        List<Portfolio> portfolios,
        long toDo,
        long contactsToday,
        long contacts,
        long promises) {

    public TeamLine {
        portfolios = List.copyOf(portfolios);
    }
}
