package org.quittance.core.ledger;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to whom, and who pays for whom.
 *
 * <p>Parents are a forest of any depth. Payers are one level: whoever pays for others pays for itself, so that a payer with all it pays
 * for is one payer group, in which money and debts meet. A payer need not be the parent.
 *
 * <p>Example: Alder Group is the parent of Alder North and pays for it; Alder North cannot then pay for Alder South.
 */
public final class Hierarchy {

    private final Map<CustomerId, Links> links;
    private final Set<CustomerId> payers;

    /** @param links every customer that is asked about, with all above it, as they are to be */
    public Hierarchy(Map<CustomerId, Links> links) {
        this.links = Map.copyOf(links);
        this.payers = this.links.values().stream()
                .map(Links::payer)
                .filter(Objects::nonNull)
                .collect(toUnmodifiableSet());
    }

    /**
     * Where a customer stands.
     *
     * @param parent the customer that owns it; null at the top
     * @param payer the customer that pays for it; null where it pays for itself
     */
    public record Links(
            @Nullable CustomerId parent, @Nullable CustomerId payer) {

        public static final Links NONE = new Links(null, null);
    }

    /** The first rule that each of these customers breaks, in the order of their numbers; empty where all may stand as they do. */
    public Map<CustomerId, HierarchyRefusal> refusals(Set<CustomerId> customers) {
        Map<CustomerId, HierarchyRefusal> refusals = new TreeMap<>(Comparator.comparingLong(CustomerId::value));
        customers.forEach(customer -> refusal(customer).ifPresent(refusal -> refusals.put(customer, refusal)));
        return refusals;
    }

    private Optional<HierarchyRefusal> refusal(CustomerId customer) {
        Links own = links.get(customer);
        if (own == null || isUnknown(own.parent()) || isUnknown(own.payer())) {
            return Optional.of(HierarchyRefusal.NO_SUCH_CUSTOMER);
        }
        if (customer.equals(own.parent())) {
            return Optional.of(HierarchyRefusal.ITS_OWN_PARENT);
        }
        if (customer.equals(own.payer())) {
            return Optional.of(HierarchyRefusal.ITS_OWN_PAYER);
        }
        if (isOnCircle(customer)) {
            return Optional.of(HierarchyRefusal.CIRCLE);
        }
        if (own.payer() == null) {
            return Optional.empty();
        }
        if (links.getOrDefault(own.payer(), Links.NONE).payer() != null) {
            return Optional.of(HierarchyRefusal.PAYER_HAS_PAYER);
        }
        return payers.contains(customer) ? Optional.of(HierarchyRefusal.PAYS_FOR_OTHERS) : Optional.empty();
    }

    private boolean isUnknown(@Nullable CustomerId customer) {
        return customer != null && !links.containsKey(customer);
    }

    private boolean isOnCircle(CustomerId customer) {
        Set<CustomerId> passed = new HashSet<>();
        CustomerId above = customer;
        while (above != null) {
            if (!passed.add(above)) {
                return true;
            }
            above = links.getOrDefault(above, Links.NONE).parent();
        }
        return false;
    }
}
