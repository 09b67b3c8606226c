package org.quittance.formats.remittance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.core.money.Money;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;

/** What was read, as text that stands beside the sample and that a person can compare with it. */
final class AdviceText {

    private AdviceText() {}

    static String of(Parsed<List<RemittanceAdvice>> parsed) {
        List<String> lines = new ArrayList<>();
        if (parsed.isRefused()) {
            lines.add("refused");
        } else {
            parsed.get().forEach(advice -> add(advice, lines));
        }
        for (Problem problem : parsed.problems()) {
            lines.add("%s line %d %s: %s [%s]"
                    .formatted(
                            problem.severity(), problem.line(), problem.field(), problem.message(), problem.excerpt()));
            lines.add("  -> " + problem.remedy());
        }
        return String.join("\n", lines) + "\n";
    }

    private static void add(RemittanceAdvice advice, List<String> lines) {
        lines.add("%s %s of %s, %s".formatted(advice.format(), advice.reference(), advice.date(), advice.total()));
        lines.add("  from %s / %s to %s".formatted(advice.payerName(), advice.payerAccount(), advice.payeeName()));
        for (RemittanceAdvice.Line line : advice.lines()) {
            lines.add("  %s: %s = gross %s, discount %s, adjustment %s %s; refers to %s"
                    .formatted(
                            line.document(),
                            plain(line.net()),
                            plain(line.gross()),
                            plain(line.discount()),
                            plain(line.adjustment()),
                            line.adjustmentReason(),
                            line.references()));
        }
        lines.add("  misses its total by " + plain(advice.difference()));
    }

    private static String plain(@Nullable Money amount) {
        return amount == null ? "-" : amount.toDecimal().toPlainString();
    }
}
