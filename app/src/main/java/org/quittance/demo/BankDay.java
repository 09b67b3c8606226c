package org.quittance.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * The statement of one account for one day.
 *
 * @param sequence its running number
 * @param closingMinor opening balance and movements, unless the bank has made a mistake
 */
record BankDay(
        DemoEntity entity, LocalDate date, int sequence, long openingMinor, long closingMinor, List<BankLine> lines) {

    BankDay {
        lines = List.copyOf(lines);
    }

    static BankDay closing(DemoEntity entity, LocalDate date, int sequence, long openingMinor, List<BankLine> lines) {
        long moved = lines.stream().mapToLong(BankLine::minor).sum();
        return new BankDay(entity, date, sequence, openingMinor, openingMinor + moved, lines);
    }

    String reference() {
        return "%s-%d-%03d".formatted(entity.code(), date.getYear(), sequence);
    }
}
