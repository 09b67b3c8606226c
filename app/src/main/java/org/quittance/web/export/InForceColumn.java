package org.quittance.web.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quittance.core.collections.InForce;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;

/**
 * The last column of lists of items: what was in force on the item's account, such as {@code With the agency since 3 March 2026}.
 *
 * @param byAccount of each account on which something was in force at the date of the list
 */
public record InForceColumn(Map<Long, List<InForce>> byAccount) {

    public InForceColumn {
        byAccount = Map.copyOf(byAccount);
    }

    public List<Column> after(List<Column> columns) {
        List<Column> all = new ArrayList<>(columns);
        all.add(Column.text("In force"));
        return all;
    }

    public List<Value> after(List<Value> row, long account) {
        List<Value> all = new ArrayList<>(row);
        all.add(Value.of(byAccount.getOrDefault(account, List.of()).stream()
                .map(InForce::sentence)
                .collect(Collectors.joining("; "))));
        return all;
    }
}
