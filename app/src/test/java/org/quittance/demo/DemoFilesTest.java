package org.quittance.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.core.cash.AdviceJoin;
import org.quittance.core.cash.AdviceJoin.Arrived;
import org.quittance.core.cash.AdviceJoin.Waiting;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.core.cash.SettlementReport;
import org.quittance.core.money.Money;
import org.quittance.demo.DemoFiles.DemoFile;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;
import org.quittance.formats.bank.BankEntry;
import org.quittance.formats.bank.BankStatement;
import org.quittance.formats.bank.StatementReader;
import org.quittance.formats.extract.Defaults;
import org.quittance.formats.extract.ExtractReader;
import org.quittance.formats.extract.ItemLine;
import org.quittance.formats.extract.Recogniser;
import org.quittance.formats.extract.Recognition;
import org.quittance.formats.extract.SettlementLine;
import org.quittance.formats.extract.SettlementReports;
import org.quittance.formats.remittance.RemittanceReader;
import org.quittance.formats.table.TableFile;

class DemoFilesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final DemoCompany COMPANY = DemoCompany.on(TODAY);
    private static final Map<String, String> FILES =
            DemoFiles.of(COMPANY).stream().collect(Collectors.toMap(DemoFile::name, DemoFile::text));

    @TempDir
    private Path folder;

    @Test
    void theSameCompanyGivesTheSameFiles() {
        assertThat(DemoFiles.of(DemoCompany.on(TODAY))).isEqualTo(DemoFiles.of(COMPANY));
    }

    @ParameterizedTest
    @CsvSource({
        "1-bank-EUR-camt053.xml, DE, camt.053.001.08",
        "2-bank-GBP-mt940.sta, UK, MT940",
        "3-bank-USD-bai2.bai, US, BAI2"
    })
    void aWeekOfStatementsIsReadWithoutAProblemAndEveryBalanceClosesIntoTheNext(
            String name, DemoEntity entity, String format) throws IOException {
        List<BankStatement> statements = statements(name);
        assertThat(statements).hasSize(Backlog.WEEK.businessDays());
        assertThat(statements).extracting(BankStatement::date).isEqualTo(COMPANY.bankDays());
        assertThat(statements).extracting(BankStatement::format).containsOnly(format);
        assertThat(statements).extracting(BankStatement::account).containsOnly(entity.bankAccount());
        assertThat(statements).extracting(BankStatement::difference).containsOnly(Money.ofMinor(0, entity.currency()));
        for (int i = 1; i < statements.size(); i++) {
            assertThat(statements.get(i).opening())
                    .isEqualTo(statements.get(i - 1).closing());
        }
    }

    @Test
    void theStatementsHoldEveryPaymentThatTheHistoryLeavesOut() throws IOException {
        long lines = 0;
        for (DemoEntity entity : DemoEntity.values()) {
            long reported = COMPANY.reported().stream()
                    .filter(payment -> payment.account().entity() == entity)
                    .mapToLong(Payment::minor)
                    .sum();
            List<BankEntry> entries = statements(bankFile(entity)).stream()
                    .flatMap(statement -> statement.entries().stream())
                    .toList();
            lines += entries.size();
            long received = entries.stream()
                    .map(entry -> entry.amount().minor())
                    .filter(minor -> minor > 0)
                    .mapToLong(minor -> minor)
                    .sum();
            assertThat(received).isGreaterThan(reported * 9 / 10);
            assertThat(entries).anyMatch(entry -> entry.kind() == BankEntry.Kind.RETURN);
            assertThat(entries).anyMatch(entry -> entry.remittanceText().contains("77"));
        }
        assertThat(lines).isBetween(220L, 400L);
    }

    @Test
    void aMonthIsMoreThanAThousandLinesAndClosesToTheLastDay() throws IOException {
        long lines = 0;
        for (DemoFile file : DemoFiles.of(DemoCompany.on(TODAY, Backlog.MONTH))) {
            if (isWholeStatement(file)) {
                List<BankStatement> statements = read(file.name(), file.text());
                assertThat(statements).hasSize(Backlog.MONTH.businessDays());
                assertThat(statements)
                        .allSatisfy(statement ->
                                assertThat(statement.difference()).isEqualTo(Money.ofMinor(0, statement.currency())));
                lines += statements.stream()
                        .mapToLong(statement -> statement.entries().size())
                        .sum();
            }
        }
        assertThat(lines).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23", "2026-11-27", "2027-01-01", "2026-08-16"})
    void theWeekHoldsTogetherOnAnyDay(LocalDate today) throws IOException {
        for (DemoFile file : DemoFiles.of(DemoCompany.on(today))) {
            if (isWholeStatement(file)) {
                for (BankStatement statement : read(file.name(), file.text())) {
                    assertThat(Objects.requireNonNull(statement.difference()).isZero())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void oneStatementMissesItsClosingBalanceByTenPounds() throws IOException {
        List<BankStatement> broken = statements("6-bank-GBP-does-not-close-by-10.00.sta");
        assertThat(broken).hasSize(1);
        assertThat(broken.getFirst().difference()).isEqualTo(Money.of("10.00", "GBP"));
        assertThat(broken.getFirst().entries()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4-new-invoices-HRDE-sap-fbl5n.csv, DE, sap", "5-new-invoices-HRUS-oracle.csv, US, oracle"})
    void theListsOfTheErpsAreRecognisedAndReadToTheLastBill(String name, DemoEntity entity, String source)
            throws IOException {
        List<Bill> bills = COMPANY.extracted().stream()
                .filter(bill -> bill.account().entity() == entity)
                .toList();
        Path path = Files.writeString(folder.resolve(name), file(name));
        TableFile file = TableFile.open(name, path).get();
        Recognition.Recognised found =
                (Recognition.Recognised) Recogniser.standard().recognise(file);
        assertThat(found.layout().source()).isEqualTo(source);

        List<ItemLine> items = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        ExtractReader.of(found.layout(), Defaults.none()).read(file, line -> items.add((ItemLine) line), problems::add);

        assertThat(problems).isEmpty();
        assertThat(items).hasSameSizeAs(bills);
        for (int i = 0; i < bills.size(); i++) {
            assertThat(items.get(i).entity()).isEqualTo(entity.code());
            assertThat(items.get(i).customer().key())
                    .isEqualTo(bills.get(i).account().customer().number());
            assertThat(items.get(i).document().key()).isEqualTo(bills.get(i).document());
            assertThat(items.get(i).kind()).isEqualTo(bills.get(i).kind());
            assertThat(items.get(i).dates().documentDate())
                    .isEqualTo(bills.get(i).date());
            assertThat(items.get(i).dates().dueDate()).isEqualTo(bills.get(i).due());
            assertThat(items.get(i).amounts().openMoney())
                    .isEqualTo(Money.ofMinor(bills.get(i).minor(), entity.currency()));
            assertThat(items.get(i).references().purchaseOrder())
                    .isEqualTo(bills.get(i).order());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "7-advices-USD-x12-820.edi, X12 820, 2026-03-02",
        "8-advices-EUR-remadv.edi, EDIFACT REMADV, 2026-03-02",
        "9-advices-GBP-remadv.edi, EDIFACT REMADV, 2026-03-02",
        "10-advice-GBP-mail.eml, E-mail, 2026-03-02",
        "7-advices-USD-x12-820.edi, X12 820, 2026-11-25",
        "8-advices-EUR-remadv.edi, EDIFACT REMADV, 2026-08-16",
        "9-advices-GBP-remadv.edi, EDIFACT REMADV, 2027-01-01",
        "10-advice-GBP-mail.eml, E-mail, 2027-01-01"
    })
    void theAdvicesOfPayersWhoWriteNothingIntoTheBanksLineAddUp(String name, String format, LocalDate today)
            throws IOException {
        String text = DemoFiles.of(DemoCompany.on(today)).stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow()
                .text();
        Parsed<List<RemittanceAdvice>> parsed =
                RemittanceReader.read(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.get()).isNotEmpty().allSatisfy(advice -> {
            assertThat(advice.format()).startsWith(format);
            assertThat(advice.paymentLines()).isNotEmpty();
            assertThat(advice.reference()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02", "2026-11-23", "2027-01-01", "2026-08-16"})
    void theReportOfTheCardProcessorComesToOneSumOfTheStatement(LocalDate today) throws IOException {
        Map<String, String> files =
                DemoFiles.of(DemoCompany.on(today)).stream().collect(Collectors.toMap(DemoFile::name, DemoFile::text));
        String name = "11-settlement-EUR-stripe.csv";
        TableFile file = TableFile.open(
                        name, Files.writeString(folder.resolve(name), Objects.requireNonNull(files.get(name))))
                .get();
        Recognition.Recognised found =
                (Recognition.Recognised) Recogniser.standard().recognise(file);
        List<SettlementLine> lines = new ArrayList<>();
        ExtractReader.of(found.layout(), Defaults.none())
                .read(file, line -> lines.add((SettlementLine) line), problem -> fail(problem.toString()));
        List<SettlementReport> reports = SettlementReports.of(name, found.layout(), found.label(), lines, List.of())
                .get();
        List<BankEntry> entries =
                read("1-bank-EUR-camt053.xml", Objects.requireNonNull(files.get("1-bank-EUR-camt053.xml"))).stream()
                        .flatMap(statement -> statement.entries().stream())
                        .toList();
        assertThat(reports).hasSize(1).allSatisfy(report -> {
            assertThat(report.difference().isZero()).isTrue();
            assertThat(report.fees().isPositive()).isTrue();
            assertThat(entries)
                    .filteredOn(entry -> entry.remittanceText().contains(report.reference()))
                    .extracting(BankEntry::amount)
                    .containsExactly(report.net());
        });
    }

    @Test
    void mostAdvicesFindTheirPayment() throws IOException {
        int advised = 0;
        int joined = 0;
        for (DemoEntity entity : DemoEntity.values()) {
            List<Arrived> payments = new ArrayList<>();
            for (BankStatement statement : statements(bankFile(entity))) {
                for (BankEntry entry : statement.entries()) {
                    payments.add(new Arrived(
                            payments.size(),
                            entry.amount(),
                            entry.counterpartyName(),
                            entry.counterpartyAccount(),
                            entry.valueDate(),
                            false,
                            entry.remittanceText()));
                }
            }
            List<Waiting> advices = new ArrayList<>();
            for (BulkAdvice advice : BankBacklog.advices(COMPANY, entity)) {
                advices.add(new Waiting(
                        advices.size(),
                        Money.ofMinor(advice.totalMinor(), entity.currency()),
                        advice.reference(),
                        advice.payer().name(),
                        advice.payer().bankAccount(),
                        advice.date(),
                        advice.parts().stream()
                                .map(part -> part.bill().document())
                                .toList()));
            }
            advised += advices.size();
            joined += AdviceJoin.decide(advices, payments).size();
        }
        assertThat(advised).isGreaterThan(10);
        assertThat(joined).isGreaterThan(advised * 2 / 3);
    }

    private static boolean isWholeStatement(DemoFile file) {
        return file.name().contains("-bank-") && !file.name().contains("not-close");
    }

    private static String bankFile(DemoEntity entity) {
        return FILES.keySet().stream()
                .filter(name -> name.contains("-bank-" + entity.currency()) && !name.contains("not-close"))
                .findFirst()
                .orElseThrow();
    }

    private static List<BankStatement> statements(String name) throws IOException {
        return read(name, file(name));
    }

    private static List<BankStatement> read(String name, String text) throws IOException {
        Parsed<List<BankStatement>> parsed =
                StatementReader.read(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(parsed.problems()).isEmpty();
        return parsed.get();
    }

    private static String file(String name) {
        return Objects.requireNonNull(FILES.get(name), name);
    }
}
