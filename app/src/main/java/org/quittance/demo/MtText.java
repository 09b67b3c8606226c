package org.quittance.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Statements as SWIFT MT940, with code words between slashes in field 86. */
final class MtText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final DateTimeFormatter ENTRY_DAY = DateTimeFormatter.ofPattern("MMdd", Locale.ROOT);
    private static final int LINE = 65;

    private final List<String> lines = new ArrayList<>();

    private MtText() {}

    static String of(List<BankDay> days) {
        MtText text = new MtText();
        days.forEach(text::add);
        return String.join("\r\n", text.lines) + "\r\n";
    }

    private void add(BankDay day) {
        lines.add(":20:" + day.reference());
        lines.add(":25:" + day.entity().bankAccount());
        lines.add(":28C:%d/1".formatted(day.sequence()));
        lines.add(":60F:" + balance(day, day.date().minusDays(1), day.openingMinor()));
        for (BankLine line : day.lines()) {
            lines.add(":61:%s%s%s%s%sNONREF//%s"
                    .formatted(
                            day.date().format(DAY),
                            day.date().format(ENTRY_DAY),
                            line.minor() < 0 ? "D" : "C",
                            amount(line.minor()),
                            type(line.kind()),
                            line.reference()));
            wrapped(":86:" + details(line));
        }
        lines.add(":62F:" + balance(day, day.date(), day.closingMinor()));
        lines.add("-");
    }

    private static String details(BankLine line) {
        StringBuilder details = new StringBuilder("/TRTP/").append(told(line.kind()));
        if (!line.counterpartyAccount().isEmpty()) {
            boolean isIban = Character.isLetter(line.counterpartyAccount().charAt(0));
            details.append(isIban ? "/IBAN/" : "/ACCT/").append(line.counterpartyAccount());
        }
        if (!line.counterparty().isEmpty()) {
            details.append("/NAME/").append(PlainLetters.of(line.counterparty()));
        }
        details.append("/REMI/").append(PlainLetters.of(String.join("", line.text())));
        return details.append("/EREF/NOTPROVIDED").toString();
    }

    private static String told(BankLine.Kind kind) {
        return switch (kind) {
            case RECEIVED -> "BANK GIRO CREDIT";
            case RETURNED -> "UNPAID DIRECT DEBIT AC04";
            case CHARGE -> "CHARGES";
            case PAID_OUT -> "FASTER PAYMENT";
        };
    }

    private static String type(BankLine.Kind kind) {
        return switch (kind) {
            case RECEIVED, PAID_OUT -> "NTRF";
            case RETURNED -> "NRTI";
            case CHARGE -> "NCHG";
        };
    }

    /** The lines of a field are only transport; none begins or ends with what a reader might take for something else. */
    private void wrapped(String field) {
        int from = 0;
        while (from < field.length()) {
            int to = Math.min(field.length(), from + LINE);
            while (to < field.length() && (" -:".indexOf(field.charAt(to)) >= 0 || field.charAt(to - 1) == ' ')) {
                to--;
            }
            lines.add(field.substring(from, to));
            from = to;
        }
    }

    private static String balance(BankDay day, LocalDate date, long minor) {
        return (minor < 0 ? "D" : "C") + date.format(DAY) + day.entity().currency() + amount(minor);
    }

    private static String amount(long minor) {
        return BigDecimal.valueOf(Math.abs(minor), 2).toPlainString().replace('.', ',');
    }
}
