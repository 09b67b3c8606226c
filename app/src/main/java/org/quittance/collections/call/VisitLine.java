package org.quittance.collections.call;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * A visit, a meeting or hospitality as a list shows it.
 *
 * @param met who was met; may be empty
 * @param cost null where it cost nothing worth noting
 */
public record VisitLine(
        long activityId,
        LocalDate on,
        VisitReport.Kind kind,
        VisitReport.Result result,
        long customerId,
        String customerName,
        String met,
        String note,
        @Nullable Money cost,
        String actor) {}
