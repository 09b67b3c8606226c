package org.quittance.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quittance.core.ledger.HierarchyRefusal.CIRCLE;
import static org.quittance.core.ledger.HierarchyRefusal.ITS_OWN_PARENT;
import static org.quittance.core.ledger.HierarchyRefusal.ITS_OWN_PAYER;
import static org.quittance.core.ledger.HierarchyRefusal.NO_SUCH_CUSTOMER;
import static org.quittance.core.ledger.HierarchyRefusal.PAYER_HAS_PAYER;
import static org.quittance.core.ledger.HierarchyRefusal.PAYS_FOR_OTHERS;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.ledger.Hierarchy.Links;

class HierarchyTest {

    /** Each row: the customers as {@code number:parent:payer}, the one in question, and what is said of it. */
    static Object[][] rules() {
        return new Object[][] {
            {"1:-:-", 1, null},
            {"1:-:- 2:1:1 3:1:1", 2, null},
            {"1:-:- 2:1:1 3:1:1", 1, null},
            {"1:-:- 2:1:- 3:2:-", 3, null},
            {"1:-:- 2:-:1", 2, null},
            {"1:-:-", 7, NO_SUCH_CUSTOMER},
            {"1:9:-", 1, NO_SUCH_CUSTOMER},
            {"1:-:9", 1, NO_SUCH_CUSTOMER},
            {"1:1:1", 1, ITS_OWN_PARENT},
            {"1:-:1", 1, ITS_OWN_PAYER},
            {"1:2:- 2:1:-", 1, CIRCLE},
            {"1:3:- 2:1:- 3:2:-", 2, CIRCLE},
            {"1:-:- 2:1:1 3:2:2", 3, PAYER_HAS_PAYER},
            {"1:-:- 2:1:1 3:2:2", 2, PAYS_FOR_OTHERS},
        };
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aCustomerMayStandOnlyWhereParentsAreATreeAndPayersAreOneLevel(
            String customers, int customer, @Nullable HierarchyRefusal expected) {
        CustomerId id = CustomerId.of(customer);
        Map<CustomerId, HierarchyRefusal> refusals = hierarchy(customers).refusals(Set.of(id));
        assertThat(refusals).isEqualTo(expected == null ? Map.of() : Map.of(id, expected));
    }

    @Test
    void everyCustomerThatBreaksARuleIsNamed() {
        assertThat(hierarchy("1:1:- 2:3:- 3:2:- 4:-:-").refusals(Set.of(id(1), id(2), id(3), id(4))))
                .containsOnly(Map.entry(id(1), ITS_OWN_PARENT), Map.entry(id(2), CIRCLE), Map.entry(id(3), CIRCLE));
    }

    private static Hierarchy hierarchy(String customers) {
        Map<CustomerId, Links> links = new LinkedHashMap<>();
        for (String customer : customers.split(" ", -1)) {
            String[] parts = customer.split(":", -1);
            links.put(id(Long.parseLong(parts[0])), new Links(idOrNull(parts[1]), idOrNull(parts[2])));
        }
        return new Hierarchy(links);
    }

    private static @Nullable CustomerId idOrNull(String text) {
        return text.equals("-") ? null : id(Long.parseLong(text));
    }

    private static CustomerId id(long value) {
        return CustomerId.of(value);
    }
}
