package org.quittance.demo;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A remittance advice as somebody in a payer's office writes it: a mail with a table in plain text. */
final class MailText {

    private MailText() {}

    static String of(BulkAdvice advice) {
        List<String> lines = new ArrayList<>();
        lines.add("From: \"%s\" <accounts-payable@payer.example>"
                .formatted(advice.payer().name()));
        lines.add("To: receivables@halden-rowe.example");
        lines.add("Subject: Our payment");
        lines.add("Date: "
                + advice.date()
                        .atTime(10, 12)
                        .atOffset(ZoneOffset.UTC)
                        .format(DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT)));
        lines.add("MIME-Version: 1.0");
        lines.add("Content-Type: text/plain; charset=UTF-8");
        lines.add("");
        lines.add("Dear all, please find below what our payment is for.");
        lines.add("Payment reference: " + advice.reference());
        lines.add("");
        lines.add("Invoice             Invoice amount            Paid");
        for (Payment.Part part : advice.parts()) {
            lines.add("%-18s %15s %15s"
                    .formatted(
                            part.bill().document(),
                            decimal(part.minor() + BulkAdvice.keptMinor(part)),
                            decimal(part.minor())));
        }
        lines.add("");
        lines.add("Amount paid %s %s".formatted(advice.entity().currency(), decimal(advice.totalMinor())));
        return String.join("\n", lines) + "\n";
    }

    private static String decimal(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }
}
