package org.quittance.web.disputes;

import java.util.List;
import java.util.Map;
import org.quittance.core.dispute.DisputeReason;
import org.quittance.core.dispute.DisputeRoute;
import org.quittance.core.money.Money;
import org.quittance.disputes.DisputeLine;
import org.quittance.identity.Person;
import org.quittance.ledger.ItemView;
import org.quittance.respondents.Respondent;
import org.quittance.web.page.Problems;

/**
 * The form that opens a dispute about a part of an item.
 *
 * @param disputes about the item so far
 */
public record DisputeFormView(
        ItemView item,
        List<DisputeLine> disputes,
        Map<DisputeReason, DisputeRoute> routes,
        List<Person> people,
        List<Respondent> respondents,
        DisputeForm form,
        Problems problems) {

    public DisputeFormView {
        disputes = List.copyOf(disputes);
        routes = Map.copyOf(routes);
        people = List.copyOf(people);
        respondents = List.copyOf(respondents);
    }

    public Money open() {
        return Money.ofMinor(item.item().openMinor(), item.item().currency());
    }

    /** As it was typed, or all that is open and not disputed yet. */
    public String amount() {
        if (form.amount() != null) {
            return form.amount();
        }
        Money free = open();
        for (DisputeLine line : disputes) {
            free = free.minus(line.leftOut());
        }
        return free.isPositive() ? free.toDecimal().toPlainString() : "";
    }

    /** A reason with whom it goes to and by when. */
    public String told(DisputeReason reason) {
        DisputeRoute route = routes.getOrDefault(reason, DisputeRoute.standard(reason));
        String days = route.workingDays() == 1 ? "1 working day" : route.workingDays() + " working days";
        String owner = people.stream()
                .filter(person -> person.login().equals(route.owner()))
                .map(person -> person.name() + ", ")
                .findFirst()
                .orElse("");
        return "%s (%s%s)".formatted(reason.label(), owner, days);
    }
}
