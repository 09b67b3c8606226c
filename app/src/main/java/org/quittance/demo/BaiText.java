package org.quittance.demo;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Statements as a BAI2 prior-day file: one group a day, its control totals right. */
final class BaiText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final String SENDER = "091000019";
    private static final String RECEIVER = "HALDENROWE";
    private static final int TEXT_LINE = 70;

    private final List<String> records = new ArrayList<>();
    private long fileTotal;

    private BaiText() {}

    static String of(List<BankDay> days) {
        BaiText text = new BaiText();
        BankDay last = days.getLast();
        text.records.add("01,%s,%s,%s,0530,%03d,80,,2/"
                .formatted(SENDER, RECEIVER, last.date().plusDays(1).format(DAY), last.sequence()));
        days.forEach(text::add);
        text.records.add("99,%d,%d,%d/".formatted(text.fileTotal, days.size(), text.records.size() + 1));
        return String.join("\r\n", text.records) + "\r\n";
    }

    private void add(BankDay day) {
        int groupFrom = records.size();
        records.add("02,%s,%s,1,%s,2359,%s,2/"
                .formatted(
                        RECEIVER, SENDER, day.date().format(DAY), day.entity().currency()));
        int accountFrom = records.size();
        records.add("03,%s,%s,010,%d,,,015,%d,,/"
                .formatted(
                        day.entity().bankAccount(), day.entity().currency(), day.openingMinor(), day.closingMinor()));
        day.lines().forEach(this::add);
        long total = day.openingMinor()
                + day.closingMinor()
                + day.lines().stream().mapToLong(line -> Math.abs(line.minor())).sum();
        records.add("49,%d,%d/".formatted(total, records.size() - accountFrom + 1));
        records.add("98,%d,1,%d/".formatted(total, records.size() - groupFrom + 1));
        fileTotal += total;
    }

    private void add(BankLine line) {
        String text = (line.counterparty() + " " + String.join(" ", line.text())).strip();
        List<String> lines = cut(PlainLetters.of(text).replace('/', ' ').toUpperCase(Locale.ROOT));
        records.add("16,%s,%d,Z,%s,,%s"
                .formatted(type(line.kind()), Math.abs(line.minor()), line.reference(), lines.getFirst()));
        lines.subList(1, lines.size()).forEach(more -> records.add("88," + more));
    }

    private static String type(BankLine.Kind kind) {
        return switch (kind) {
            case RECEIVED -> "165";
            case RETURNED -> "557";
            case CHARGE -> "698";
            case PAID_OUT -> "495";
        };
    }

    private static List<String> cut(String text) {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from == 0 || from < text.length(); from += TEXT_LINE) {
            lines.add(text.substring(from, Math.min(text.length(), from + TEXT_LINE)));
        }
        return lines;
    }
}
