package org.quittance.formats.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.quittance.core.money.Money;

/** One cell of a table that is written: {@code Value.of("INV-7")}, {@code Value.of(dueDate)}, {@code Value.of(open)}. */
public sealed interface Value {

    /** Nothing; goes into every column. */
    record Blank() implements Value {}

    record Text(String text) implements Value {
        public Text {
            Objects.requireNonNull(text, "text");
        }
    }

    record Day(LocalDate date) implements Value {
        public Day {
            Objects.requireNonNull(date, "date");
        }
    }

    record Amount(Money money) implements Value {
        public Amount {
            Objects.requireNonNull(money, "money");
        }
    }

    record Whole(long number) implements Value {}

    record Decimal(BigDecimal number) implements Value {
        public Decimal {
            Objects.requireNonNull(number, "number");
        }
    }

    static Value blank() {
        return new Blank();
    }

    static Value of(String text) {
        return new Text(text);
    }

    static Value of(LocalDate date) {
        return new Day(date);
    }

    static Value of(Money money) {
        return new Amount(money);
    }

    static Value of(long number) {
        return new Whole(number);
    }

    static Value of(BigDecimal number) {
        return new Decimal(number);
    }

    /** Whether the cell may stand in a column of the type. */
    default boolean fits(Column.Type type) {
        return switch (this) {
            case Blank _ -> true;
            case Text _ -> type == Column.Type.TEXT;
            case Day _ -> type == Column.Type.DATE;
            case Amount _ -> type == Column.Type.MONEY;
            case Whole _ -> type == Column.Type.INTEGER;
            case Decimal _ -> type == Column.Type.DECIMAL;
        };
    }
}
