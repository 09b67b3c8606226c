package org.quittance.web.cash;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.QueueFilter;
import org.quittance.cash.QueueReason;
import org.quittance.web.page.Query;
import org.quittance.web.page.Sorting;

/** What the address of the queue asks for; what it leaves out is all that can be worked now, the largest first. */
record QueueAsked(
        QueueFilter.@Nullable Show show,
        @Nullable Long entity,
        @Nullable String currency,
        @Nullable QueueReason reason,
        @Nullable String owner,
        @Nullable Integer older,
        @Nullable String sort,
        @Nullable Integer from) {

    QueueFilter filter() {
        Sorting sorting = Sorting.parse(sort, QueueFilter.COLUMNS, Sorting.descending("amount"));
        return new QueueFilter(
                show == null ? QueueFilter.Show.TO_DO : show,
                entity,
                currency == null || currency.isBlank() ? null : currency.strip(),
                reason,
                owner == null || owner.isBlank() ? null : owner,
                older,
                sorting.column(),
                sorting.isDescending() ? QueueFilter.Order.DESCENDING : QueueFilter.Order.ASCENDING);
    }

    int start() {
        return from == null ? 0 : Math.max(0, from);
    }

    Query query() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "show", show);
        put(parameters, "entity", entity);
        put(parameters, "currency", filter().currency());
        put(parameters, "reason", reason);
        put(parameters, "owner", filter().owner());
        put(parameters, "older", older);
        put(parameters, "sort", sort);
        return new Query("/cash", parameters);
    }

    private static void put(Map<String, List<String>> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, List.of(value.toString()));
        }
    }
}
