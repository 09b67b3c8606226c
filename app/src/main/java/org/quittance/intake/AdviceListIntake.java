package org.quittance.intake;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.core.money.Money;
import org.quittance.formats.Problem;
import org.quittance.formats.extract.AdviceLine;
import org.quittance.formats.extract.ExtractReader;
import org.quittance.formats.table.TableFile;
import org.springframework.stereotype.Component;

/**
 * Takes a list of what payments are for: of a payer's portal, or of cheques. The lines of one payment, which have its reference, payer, day and
 * currency in common, are one remittance advice; what they come to is its total.
 */
@Component
class AdviceListIntake {

    private final RemittanceIntake remittances;

    AdviceListIntake(RemittanceIntake remittances) {
        this.remittances = remittances;
    }

    /** What the lines of one payment have in common. */
    private record Payment(
            String reference,
            String payerName,
            String payerAccount,
            Currency currency,
            @Nullable LocalDate paidOn) {}

    /** Returns in words what has become of the file. */
    String take(Upload upload, TableFile file, ExtractReader reader) throws IOException {
        Map<Payment, List<AdviceLine>> payments = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        reader.read(
                file,
                line -> {
                    if (line instanceof AdviceLine one) {
                        payments.computeIfAbsent(paymentOf(one), _ -> new ArrayList<>())
                                .add(one);
                    } else {
                        throw new IllegalStateException("Line " + line.line() + " of a list of remittances is none");
                    }
                },
                problems::add);
        List<RemittanceAdvice> advices = new ArrayList<>();
        payments.forEach((payment, lines) -> {
            try {
                advices.add(advice(payment, lines));
            } catch (IllegalArgumentException | ArithmeticException beyondMeasure) {
                problems.add(Problem.row(
                        upload.fileName(),
                        lines.getFirst().line(),
                        "",
                        payment.reference(),
                        "The lines of this payment come to less than nothing, or to more than any payment is",
                        "Correct the amounts and feed the lines again"));
            }
        });
        return remittances.take(upload, advices, problems);
    }

    private static Payment paymentOf(AdviceLine line) {
        return new Payment(
                line.reference(),
                line.payerName(),
                line.payerAccount().replace(" ", "").toUpperCase(Locale.ROOT),
                line.currency(),
                line.paidOn());
    }

    private static RemittanceAdvice advice(Payment payment, List<AdviceLine> lines) {
        Money total = Money.zero(payment.currency());
        List<RemittanceAdvice.Line> documents = new ArrayList<>();
        for (AdviceLine line : lines) {
            RemittanceAdvice.Line document = document(line);
            documents.add(document);
            total = total.plus(document.net());
        }
        return new RemittanceAdvice(
                "List of remittances",
                payment.payerName(),
                payment.payerAccount(),
                "",
                payment.reference(),
                payment.paidOn(),
                total,
                documents);
    }

    private static RemittanceAdvice.Line document(AdviceLine line) {
        Money deduction = money(line.deduction(), line.currency());
        return new RemittanceAdvice.Line(
                line.document(),
                line.order().isEmpty() ? List.of() : List.of(line.order()),
                money(line.gross(), line.currency()),
                money(line.discount(), line.currency()),
                deduction == null ? null : deduction.negated(),
                line.reason(),
                Money.of(line.paid(), line.currency()));
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, Currency currency) {
        return amount == null ? null : Money.of(amount, currency);
    }
}
