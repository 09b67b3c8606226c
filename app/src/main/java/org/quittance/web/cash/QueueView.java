package org.quittance.web.cash;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.CashQueue;
import org.quittance.cash.DeskOutcome;
import org.quittance.cash.Proposal;
import org.quittance.cash.QueueFilter;
import org.quittance.cash.QueueRow;
import org.quittance.identity.Person;
import org.quittance.ledger.LegalEntity;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Query;
import org.quittance.web.page.Sorting;

/**
 * The queue of the cash desk.
 *
 * @param asked the queue's address with everything that is asked for, from the first row on
 * @param returns how many returns of the bank wait for a person to say which payment came back
 * @param parkUntil until when several are put off if nobody says otherwise
 * @param outcome what became of the last deed, where htmx asked for the rows alone; null otherwise
 */
public record QueueView(
        QueueFilter filter,
        Query asked,
        List<QueueRow> rows,
        List<CashQueue.Total> totals,
        Pager pager,
        List<LegalEntity> entities,
        List<Person> people,
        int returns,
        LocalDate parkUntil,
        @Nullable DeskOutcome outcome) {

    public QueueView {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        entities = List.copyOf(entities);
        people = List.copyOf(people);
    }

    public Sorting sorting() {
        return filter.order() == QueueFilter.Order.DESCENDING
                ? Sorting.descending(filter.column())
                : Sorting.ascending(filter.column());
    }

    /** Where accepting a proposal is posted, with what the queue is asked for, so that the same queue comes back. */
    public String acceptUrl(long paymentId, Proposal proposal) {
        return new Query("/cash/payments/" + paymentId + "/proposals/" + proposal.key(), asked.parameters()).url();
    }

    public String parkUrl() {
        return new Query("/cash/parkings", asked.parameters()).url();
    }

    public String exportUrl(String format) {
        return new Query("/cash/export", asked.parameters())
                .with("format", format)
                .url();
    }
}
