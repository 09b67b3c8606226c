package org.quittance.web.page;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By which column a table is sorted, and which way. In an address it is {@code sort=due}, or {@code sort=-due} from the greatest down.
 *
 * <p>The store maps the column to an order by clause, which ends in a unique key.
 */
public record Sorting(String column, Direction direction) {

    /** Which way. */
    public enum Direction {
        ASCENDING,
        DESCENDING
    }

    public static Sorting ascending(String column) {
        return new Sorting(column, Direction.ASCENDING);
    }

    public static Sorting descending(String column) {
        return new Sorting(column, Direction.DESCENDING);
    }

    /** Reads what an address asks for; the table's own sorting where it asks for nothing, or for a column that there is not. */
    public static Sorting parse(@Nullable String asked, Set<String> columns, Sorting otherwise) {
        if (asked == null) {
            return otherwise;
        }
        Sorting sorting = asked.startsWith("-") ? descending(asked.substring(1)) : ascending(asked);
        return columns.contains(sorting.column) ? sorting : otherwise;
    }

    public boolean isBy(String other) {
        return column.equals(other);
    }

    public boolean isDescending() {
        return direction == Direction.DESCENDING;
    }

    /** What a click on the heading of a column asks for: that column, or the other way where it is that column already. */
    public String clickOn(String other) {
        return isBy(other) && !isDescending() ? "-" + other : other;
    }

    /** For screen readers: {@code aria-sort} of the heading. */
    public String ariaSort(String other) {
        if (!isBy(other)) {
            return "none";
        }
        return isDescending() ? "descending" : "ascending";
    }
}
