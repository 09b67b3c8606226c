package org.quittance.demo;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Remittance advices as EDIFACT REMADV, one message for each payment. */
final class RemadvText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final String SHORT_DELIVERY = "4";

    private RemadvText() {}

    static String of(List<BulkAdvice> advices) {
        List<String> segments = new ArrayList<>();
        segments.add("UNA:+.? ");
        segments.add("UNB+UNOC:3+5790000000001:14+5790000000002:14+%s:0500+1"
                .formatted(advices.getLast().date().format(DAY).substring(2)));
        for (int i = 0; i < advices.size(); i++) {
            segments.addAll(message(advices.get(i), i + 1));
        }
        segments.add("UNZ+%d+1".formatted(advices.size()));
        return String.join("'\n", segments) + "'\n";
    }

    private static List<String> message(BulkAdvice advice, int number) {
        List<String> segments = new ArrayList<>();
        segments.add("UNH+%d+REMADV:D:96A:UN:EAN004".formatted(number));
        segments.add("BGM+481+%s+9".formatted(escaped(advice.reference())));
        segments.add("DTM+137:%s:102".formatted(advice.date().format(DAY)));
        segments.add("NAD+PR+++" + escaped(advice.payer().name()));
        segments.add("NAD+PE+++" + escaped(advice.entity().companyName()));
        segments.add("FII+OR+" + advice.payer().bankAccount());
        segments.add("CUX+2:%s:11".formatted(advice.entity().currency()));
        for (Payment.Part part : advice.parts()) {
            long kept = BulkAdvice.keptMinor(part);
            segments.add("DOC+380+" + escaped(part.bill().document()));
            segments.add("MOA+12:" + decimal(part.minor()));
            segments.add("MOA+77:" + decimal(part.minor() + kept));
            if (kept > 0) {
                segments.add("AJT+" + SHORT_DELIVERY);
                segments.add("MOA+165:-" + decimal(kept));
            }
        }
        segments.add("UNS+S");
        segments.add("MOA+12:" + decimal(advice.totalMinor()));
        segments.add("UNT+%d+%d".formatted(segments.size() + 1, number));
        return segments;
    }

    private static String decimal(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    private static String escaped(String text) {
        return text.replace("?", "??").replace("'", "?'").replace("+", "?+").replace(":", "?:");
    }
}
