package org.quittance.collections.escalation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.agreement.PlanView;
import org.quittance.collections.agreement.SettlementView;
import org.quittance.collections.interest.InterestClaim;
import org.quittance.collections.interest.InterestWaiver;
import org.quittance.core.behaviour.PaymentBehaviour;
import org.quittance.core.collections.OverdueExcerpt;
import org.quittance.core.collections.PromiseCheck;
import org.quittance.core.ledger.Ageing;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Activity;

/**
 * All that somebody who has to decide about an account wants to have before them, on one page where it fits.
 *
 * @param promises the latest first; {@code morePromises} are left out
 * @param escalations the one that it is asked from first, then those that wait or are in force, then the others, the latest first
 */
public record CaseFile(
        LocalDate asOf,
        Debtor debtor,
        Ageing ageing,
        OverdueExcerpt overdue,
        NotOverdue notOverdue,
        List<PromiseCheck> promises,
        int morePromises,
        Contacts contacts,
        PaymentBehaviour behaviour,
        Agreed agreed,
        List<Asked> escalations) {

    public CaseFile {
        promises = List.copyOf(promises);
        escalations = List.copyOf(escalations);
    }

    /** What is open beside the overdue items, which are listed. */
    public record NotOverdue(Counted debits, Counted credits) {

        static NotOverdue of(Collection<OpenItem> items, LocalDate asOf) {
            return new NotOverdue(
                    Counted.of(items, item -> item.isDebit() && item.daysPastDue(asOf) <= 0),
                    Counted.of(items, item -> !item.isDebit()));
        }
    }

    /** How many items, and what is open of them for each currency. */
    public record Counted(int items, List<Money> amounts) {

        public Counted {
            amounts = List.copyOf(amounts);
        }

        private static Counted of(Collection<OpenItem> items, Predicate<OpenItem> which) {
            List<Money> open = items.stream().filter(which).map(OpenItem::open).toList();
            return new Counted(open.size(), sums(open));
        }
    }

    /**
     * What was last said or written to the customer, the latest first.
     *
     * @param more how many earlier ones are left out
     */
    public record Contacts(List<Activity> shown, int more) {

        public Contacts {
            shown = List.copyOf(shown);
        }
    }

    /**
     * What was agreed with the customer beside promises, and what of interest was claimed and given up; each the latest first.
     */
    public record Agreed(
            List<PlanView> plans,
            List<SettlementView> settlements,
            List<InterestClaim> claims,
            List<InterestWaiver> waivers) {

        static final Agreed NOTHING = new Agreed(List.of(), List.of(), List.of(), List.of());

        public Agreed {
            plans = List.copyOf(plans);
            settlements = List.copyOf(settlements);
            claims = List.copyOf(claims);
            waivers = List.copyOf(waivers);
        }
    }

    /**
     * An escalation with what was said to it.
     *
     * @param answer the last deed that was more than handing it over; null where there is none yet
     */
    public record Asked(EscalationLine line, @Nullable EscalationEvent answer) {}

    /** One sum for each currency, by code. */
    static List<Money> sums(Collection<Money> amounts) {
        Map<String, Money> sums = new TreeMap<>();
        amounts.forEach(amount -> sums.merge(amount.currency().getCurrencyCode(), amount, Money::plus));
        return List.copyOf(sums.values());
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
