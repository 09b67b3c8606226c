package org.quittance.demo;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Remittance advices as X12 820, one transaction for each payment. */
final class X12Text {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final String QUANTITY_CONTESTED = "06";

    private X12Text() {}

    static String of(List<BulkAdvice> advices) {
        BulkAdvice last = advices.getLast();
        String day = last.date().format(DAY);
        List<String> segments = new ArrayList<>();
        segments.add("ISA*00*          *00*          *ZZ*%-15s*ZZ*%-15s*%s*0500*U*00401*000000001*0*P*>"
                .formatted("QTTABANK", "HALDENROWE", day.substring(2)));
        segments.add("GS*RA*QTTABANK*HALDENROWE*%s*0500*1*X*004010".formatted(day));
        for (int i = 0; i < advices.size(); i++) {
            segments.addAll(transaction(advices.get(i), "%04d".formatted(i + 1)));
        }
        segments.add("GE*%d*1".formatted(advices.size()));
        segments.add("IEA*1*000000001");
        return String.join("~\n", segments) + "~\n";
    }

    private static List<String> transaction(BulkAdvice advice, String number) {
        List<String> segments = new ArrayList<>();
        segments.add("ST*820*" + number);
        segments.add("BPR*C*%s*C*ACH*CTX*01*091000019*DA*%s*******%s"
                .formatted(
                        decimal(advice.totalMinor()),
                        advice.payer().bankAccount(),
                        advice.date().format(DAY)));
        segments.add("TRN*1*" + advice.reference());
        segments.add("CUR*PR*" + advice.entity().currency());
        segments.add("N1*PR*" + plain(advice.payer().name()));
        segments.add("N1*PE*" + plain(advice.entity().companyName()));
        segments.add("ENT*1");
        for (Payment.Part part : advice.parts()) {
            long kept = BulkAdvice.keptMinor(part);
            segments.add("RMR*IV*%s*PI*%s*%s"
                    .formatted(part.bill().document(), decimal(part.minor()), decimal(part.minor() + kept)));
            if (!part.bill().order().isEmpty()) {
                segments.add("REF*PO*" + plain(part.bill().order()));
            }
            if (kept > 0) {
                segments.add("ADX*-%s*%s".formatted(decimal(kept), QUANTITY_CONTESTED));
            }
        }
        segments.add("SE*%d*%s".formatted(segments.size() + 1, number));
        return segments;
    }

    private static String decimal(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    private static String plain(String text) {
        return PlainLetters.of(text).toUpperCase(Locale.ROOT);
    }
}
