package org.quittance.formats.extract;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quittance.formats.Problem;
import org.quittance.formats.table.TableFile;

/** What was read from a file, as text that a person can compare with the file. */
final class ExtractText {

    private ExtractText() {}

    static String of(TableFile file, Defaults defaults) throws IOException {
        return switch (Recogniser.standard().recognise(file)) {
            case Recognition.Recognised found -> recognised(file, found, defaults);
            case Recognition.Unrecognised unknown -> unrecognised(unknown);
        };
    }

    private static String recognised(TableFile file, Recognition.Recognised found, Defaults defaults)
            throws IOException {
        Layout layout = found.layout();
        List<String> text = new ArrayList<>();
        text.add("%s, %s: header in line %d, dates %s, decimal %s"
                .formatted(
                        layout.family(),
                        layout.content().label().toLowerCase(Locale.ROOT),
                        layout.headerLine(),
                        layout.dateOrder(),
                        layout.decimalMark()));
        text.add(IntStream.range(0, layout.columns().size())
                .filter(i -> layout.columns().get(i) != Field.IGNORED)
                .mapToObj(i -> layout.headers().get(i).strip() + " -> "
                        + layout.columns().get(i).label())
                .collect(Collectors.joining("\n  ", "  ", "")));
        found.remarks().forEach(remark -> text.add("remark: " + remark));
        List<String> lines = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        ReadSummary summary =
                ExtractReader.of(layout, defaults).read(file, line -> lines.add(line(line)), problems::add);
        text.addAll(lines);
        problems.forEach(problem -> text.add("%s: %s".formatted(word(problem), problem)));
        text.add("%d taken, %d refused, %d passed over, %d totals"
                .formatted(summary.lines(), summary.refused(), summary.passedOver(), summary.totals()));
        summary.sums()
                .forEach(sum -> text.add("sum: %s %d lines, %s, open %s"
                        .formatted(sum.currency(), sum.lines(), plain(sum.original()), plain(sum.open()))));
        return String.join("\n", text) + "\n";
    }

    private static String unrecognised(Recognition.Unrecognised unknown) {
        MappingProposal proposal = unknown.proposal();
        return Stream.concat(
                        Stream.of(
                                unknown.problem().toString(),
                                "proposal: %s, header in line %d".formatted(proposal.content(), proposal.headerLine())),
                        proposal.columns().stream()
                                .map(guess -> "  %s -> %s (%s)"
                                        .formatted(guess.header(), guess.field().label(), guess.why())))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String word(Problem problem) {
        return switch (problem.severity()) {
            case REMARK -> "remark";
            case ROW_REFUSED -> "refused";
            case FILE_REFUSED -> "file refused";
        };
    }

    static String line(ExtractLine line) {
        return switch (line) {
            case ItemLine item -> item(item);
            case CustomerLine customer ->
                "%d: customer %s %s, terms %s, limit %s%s%s"
                        .formatted(
                                customer.line(),
                                customer.entity(),
                                customer(customer.customer()),
                                customer.terms(),
                                customer.creditLimit(),
                                customer.discount() == null
                                        ? ""
                                        : ", discount %s %% in %d days"
                                                .formatted(
                                                        customer.discount().percent(),
                                                        customer.discount().days()),
                                customer.virtualAccount().isEmpty() ? "" : ", pays to " + customer.virtualAccount());
            case PaymentLine payment ->
                "%d: payment %s %s %s %s from %s [%s] ref [%s] text [%s]"
                        .formatted(
                                payment.line(),
                                payment.entity(),
                                payment.valueDate(),
                                payment.currency(),
                                plain(payment.amount()),
                                payment.payerName(),
                                payment.payerAccount(),
                                payment.reference(),
                                payment.remittanceText());
            case SettlementLine settled ->
                "%d: %s %s %s, fee %s, of payout [%s] on %s: [%s] taken back [%s] for [%s] by %s [%s] on %s, text [%s] [%s]"
                        .formatted(
                                settled.line(),
                                settled.type(),
                                settled.currency(),
                                plain(settled.gross()),
                                plain(settled.fee()),
                                settled.reference(),
                                settled.paidOn(),
                                settled.transaction(),
                                settled.takenBack(),
                                settled.document(),
                                settled.payerName(),
                                settled.customer(),
                                settled.day(),
                                settled.text().replace("\n", " / "),
                                settled.reason());
            case AdviceLine advice ->
                "%d: %s %s for %s [%s] of payment [%s] on %s by %s [%s]; gross %s, discount %s, deduction %s [%s]"
                        .formatted(
                                advice.line(),
                                advice.currency(),
                                plain(advice.paid()),
                                advice.document(),
                                advice.order(),
                                advice.reference(),
                                advice.paidOn(),
                                advice.payerName(),
                                advice.payerAccount(),
                                advice.gross(),
                                advice.discount(),
                                advice.deduction(),
                                advice.reason());
        };
    }

    private static String item(ItemLine item) {
        ItemLine.References references = item.references();
        String others = Stream.of(
                        references.assignment(),
                        references.reference(),
                        references.billingDocument(),
                        references.delivery(),
                        references.purchaseOrder(),
                        references.clearingDocument(),
                        references.text())
                .collect(Collectors.joining("|"));
        return "%d: %s %s %s %s (%s) of %s due %s: %s %s, open %s%s [%s]"
                .formatted(
                        item.line(),
                        item.entity(),
                        customer(item.customer()),
                        item.kind().label(),
                        item.document().key(),
                        item.documentType(),
                        item.dates().documentDate(),
                        item.dates().dueDate(),
                        item.amounts().currency(),
                        plain(item.amounts().original()),
                        plain(item.amounts().open()),
                        item.dates().clearedOn() == null
                                ? ""
                                : ", cleared " + item.dates().clearedOn(),
                        others);
    }

    private static String customer(CustomerDetails customer) {
        return Stream.of(
                        customer.number(),
                        customer.name(),
                        customer.payer(),
                        customer.email(),
                        customer.phone(),
                        customer.mobile(),
                        customer.street(),
                        customer.postalCode(),
                        customer.city(),
                        customer.country(),
                        customer.language(),
                        customer.taxNumber())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/"));
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }
}
