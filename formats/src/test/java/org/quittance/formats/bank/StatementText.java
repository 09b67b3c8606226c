package org.quittance.formats.bank;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;

/** What was read, as text that stands beside the sample and that a person can compare with it. */
final class StatementText {

    private final List<String> lines = new ArrayList<>();

    private StatementText() {}

    static String of(Parsed<List<BankStatement>> parsed) {
        StatementText text = new StatementText();
        if (parsed.isRefused()) {
            text.lines.add("refused");
        } else {
            parsed.get().forEach(text::statement);
        }
        parsed.problems().forEach(text::problem);
        return String.join("\n", text.lines) + "\n";
    }

    private void statement(BankStatement s) {
        lines.add("%s %s of %s, %s, %s".formatted(s.format(), s.kind(), s.account(), s.currency(), s.date()));
        detail("  ", "reference", s.reference());
        detail("  ", "sequence", s.sequence());
        lines.add("  opening %s, closing %s, difference %s"
                .formatted(plain(s.opening()), plain(s.closing()), plain(s.difference())));
        s.entries().forEach(this::entry);
    }

    private void entry(BankEntry e) {
        String value = e.valueDate().equals(e.bookingDate()) ? "" : " value " + e.valueDate();
        lines.add("  line %d: %s %s %s %s%s"
                .formatted(e.line(), plain(e.amount()), e.status(), e.kind(), e.bookingDate(), value));
        detail("    ", "from/to", (e.counterpartyName() + " / " + e.counterpartyAccount()).replaceFirst("^ / $", ""));
        detail("    ", "bank", e.bankReference());
        detail("    ", "end-to-end", e.endToEndReference());
        detail("    ", "mandate", e.mandateReference());
        detail("    ", "batch", e.batchReference());
        detail("    ", "structured", String.join(", ", e.structuredReferences()));
        detail("    ", "text", e.remittanceText().replace("\n", " | "));
        detail("    ", "charges", e.charges() == null ? "" : e.charges().toString());
        detail("    ", "original", e.original() == null ? "" : e.original().toString());
        detail("    ", "code", e.transactionCode());
        detail("    ", "reason", e.returnReason());
        detail("    ", "sent to", e.creditedAccount());
    }

    private void detail(String indent, String name, String value) {
        if (!value.isEmpty()) {
            lines.add(indent + name + ": " + value);
        }
    }

    private void problem(Problem p) {
        String field = p.field().isEmpty() ? "" : " " + p.field();
        String excerpt = p.excerpt().isEmpty() ? "" : " [" + p.excerpt().strip() + "]";
        lines.add("%s line %d%s: %s%s".formatted(p.severity(), p.line(), field, p.message(), excerpt));
        lines.add("  -> " + p.remedy());
    }

    private static String plain(@Nullable Money amount) {
        return amount == null ? "-" : amount.toDecimal().toPlainString();
    }
}
