package org.quittance.formats.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.cash.SettlementReport;
import org.quittance.core.cash.SettlementReport.Kind;
import org.quittance.core.money.Money;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;
import org.quittance.formats.table.TableFile;

class SettlementReportsTest {

    private static final String GENERIC = "Payout ID,Transaction ID,Type,Invoice,Gross,Fee,Net,Currency\n";

    @TempDir
    Path folder;

    private static Parsed<List<SettlementReport>> sample(String name) throws IOException, URISyntaxException {
        URL url = Objects.requireNonNull(SettlementReportsTest.class.getResource("samples/" + name), name);
        return read(name, Path.of(url.toURI()));
    }

    private Parsed<List<SettlementReport>> table(String rows) throws IOException {
        return read("report.csv", Files.writeString(folder.resolve("report.csv"), GENERIC + rows));
    }

    private static Parsed<List<SettlementReport>> read(String name, Path path) throws IOException {
        TableFile file = TableFile.open(name, path).get();
        if (!(Recogniser.standard().recognise(file) instanceof Recognition.Recognised found)) {
            throw new AssertionError(name + " is not recognised");
        }
        List<SettlementLine> lines = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        ExtractReader.of(found.layout(), Defaults.of("1000", Currency.getInstance("EUR")))
                .read(file, line -> lines.add((SettlementLine) line), problems::add);
        return SettlementReports.of(name, found.layout(), found.label(), lines, problems);
    }

    private static Money euro(String amount) {
        return Money.of(amount, "EUR");
    }

    @Test
    void aStripeFileIsOneReportForEachPayoutAndWhatIsNotPaidOutIsLeftOut() throws IOException, URISyntaxException {
        Parsed<List<SettlementReport>> parsed = sample("stripe-payouts.csv");
        assertThat(parsed.get()).hasSize(2);
        SettlementReport first = parsed.get().getFirst();
        assertThat(first.reference()).isEqualTo("po_1QxHalden0301");
        assertThat(first.processor()).isEqualTo("Stripe");
        assertThat(first.date()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(first.paid()).isEqualTo(euro("1280.00"));
        assertThat(first.takenBack()).isEqualTo(euro("350.00"));
        assertThat(first.fees()).isEqualTo(euro("62.72"));
        assertThat(first.net()).isEqualTo(euro("867.28"));
        assertThat(first.difference()).isEqualTo(euro("0.00"));
        assertThat(first.lines())
                .extracting(SettlementReport.Line::kind)
                .containsExactly(Kind.PAYMENT, Kind.PAYMENT, Kind.REFUND, Kind.CHARGEBACK, Kind.FEE);
        assertThat(first.lines().get(3).transaction()).isEqualTo("ch_0Y");
        assertThat(first.lines().get(3).reason()).isEqualTo("dispute, fraudulent");
        assertThat(parsed.get().get(1).lines().getFirst().kind()).isEqualTo(Kind.PAYMENT);
        assertThat(parsed.problems()).anySatisfy(problem -> {
            assertThat(problem.message()).isEqualTo("1 lines belong to no payout yet and are left out");
            assertThat(problem.line()).isEqualTo(8);
        });
    }

    @Test
    void aCardNumberIsMaskedAsTheReportIsMade() throws IOException, URISyntaxException {
        SettlementReport report = sample("stripe-payouts.csv").get().getFirst();
        assertThat(report.toString()).doesNotContain("4111 1111").doesNotContain("41111111");
        assertThat(report.lines().get(1).text()).isEqualTo("paid with **** 1111, thanks");
    }

    @Test
    void theLineOfAPayoutTellsWhatAnAdyenBatchComesTo() throws IOException, URISyntaxException {
        SettlementReport report = sample("adyen-settlements.csv").get().getFirst();
        assertThat(report.reference()).isEqualTo("TX7Q2M9XT, batch 12");
        assertThat(report.net()).isEqualTo(euro("480.50"));
        assertThat(report.paid()).isEqualTo(euro("600.00"));
        assertThat(report.takenBack()).isEqualTo(euro("100.00"));
        assertThat(report.fees()).isEqualTo(euro("19.50"));
        assertThat(report.difference().isZero()).isTrue();
        assertThat(report.lines().getFirst().transaction()).isEqualTo("8816178914079738");
    }

    @Test
    void aPayPalRefundNamesThePaymentThatItTakesBack() throws IOException, URISyntaxException {
        SettlementReport report = sample("paypal-activity.csv").get().getFirst();
        assertThat(report.net()).isEqualTo(Money.of("1113.25", "USD"));
        assertThat(report.difference().isZero()).isTrue();
        assertThat(report.lines())
                .extracting(SettlementReport.Line::transaction)
                .containsExactly("5TY05013RG002845M", "3CD22222CD222222C");
        assertThat(report.date()).isEqualTo(LocalDate.of(2026, 3, 15));
    }

    @Test
    void aFileWithALineThatContradictsItselfIsRefusedAsAWhole() throws IOException, URISyntaxException {
        Parsed<List<SettlementReport>> parsed = sample("settlement-generic-de.csv");
        assertThat(parsed.isRefused()).isTrue();
        assertThat(parsed.problems()).extracting(Problem::message).contains("10.00 less the fee of 0.50 is not 9.00");
    }

    @Test
    void aPayoutThatItsLinesMissIsKeptWithTheDifference() throws IOException {
        SettlementReport report = table("""
                7,T1,Payment,INV-1,100.00,2.00,98.00,EUR
                7,,Payout,,-97.00,,-97.00,EUR
                """).get().getFirst();
        assertThat(report.difference()).isEqualTo(euro("-1.00"));
    }

    @Test
    void severalPayoutsWithoutAReferenceCannotBeToldApart() throws IOException {
        Parsed<List<SettlementReport>> parsed = table("""
                ,T1,Payment,INV-1,100.00,2.00,98.00,EUR
                ,,Payout,,-98.00,,-98.00,EUR
                ,T2,Payment,INV-2,10.00,,10.00,EUR
                ,,Payout,,-10.00,,-10.00,EUR
                """);
        assertThat(parsed.get()).isEmpty();
        assertThat(parsed.problems())
                .anySatisfy(problem -> assertThat(problem.message()).startsWith("There are several payouts here"));
    }

    @ParameterizedTest
    @CsvSource({
        "charge,1,PAYMENT",
        "charge,-1,REFUND",
        "'',1,PAYMENT",
        "'',-1,REFUND",
        "charge_failure,-1,CHARGEBACK",
        "refund,-1,REFUND",
        "refund_failure,1,PAYMENT",
        "partial_capture_reversal,-1,REFUND",
        "dispute,-1,CHARGEBACK",
        "dispute_reversal,1,PAYMENT",
        "SecondChargeback,-1,CHARGEBACK",
        "ChargebackReversed,1,PAYMENT",
        "Settled,1,PAYMENT",
        "MerchantPayout,-1,PAYOUT",
        "General Withdrawal,-1,PAYOUT",
        "InvoiceDeduction,-1,FEE",
        "Chargeback Fee,-1,FEE",
        "network_cost,-1,FEE",
        "charge,0,FEE",
        "ReserveAdjustment,-1,OTHER",
        "Balancetransfer,1,OTHER",
        "topup,1,OTHER",
        "Rücklastschrift,-1,CHARGEBACK",
        "Gebühren,-1,FEE",
        "Kartenzahlung,1,PAYMENT"
    })
    void wordAndDirectionTellWhatAMovementIs(String word, int direction, SettlementType expected) {
        assertThat(SettlementType.of(word, direction)).isEqualTo(expected);
    }
}
