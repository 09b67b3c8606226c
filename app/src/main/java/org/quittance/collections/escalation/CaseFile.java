package org.quittance.collections.escalation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.behaviour.PaymentBehaviour;
import org.quittance.core.collections.OverdueExcerpt;
import org.quittance.core.collections.PromiseCheck;
import org.quittance.core.ledger.Ageing;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Activity;

/**
 * All that somebody who has to decide about an account wants to have before them, on one page.
 *
 * @param promises the latest first; {@code morePromises} are left out
 * @param contacts what was last said or written to the customer, the latest first
 * @param escalations those that wait or are in force, the latest first
 */
public record CaseFile(
        LocalDate asOf,
        Debtor debtor,
        Ageing ageing,
        OverdueExcerpt overdue,
        List<PromiseCheck> promises,
        int morePromises,
        List<Activity> contacts,
        PaymentBehaviour behaviour,
        List<EscalationLine> escalations) {

    public CaseFile {
        promises = List.copyOf(promises);
        contacts = List.copyOf(contacts);
        escalations = List.copyOf(escalations);
    }

    /**
     * The account and its customer.
     *
     * @param limit how much the customer may owe; null where none was set
     */
    public record Debtor(
            String customerName,
            String customerNumber,
            String country,
            String segment,
            String entityName,
            String accountNumber,
            String collector,
            int termsDays,
            @Nullable Money limit) {}
}
