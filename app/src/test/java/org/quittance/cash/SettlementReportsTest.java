package org.quittance.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.cash.SettlementReportView.Fate;
import org.quittance.cash.SettlementReportView.LineView;
import org.quittance.cash.SettlementReportView.State;
import org.quittance.core.cash.Assignments;
import org.quittance.core.cash.Decision;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.formats.extract.Content;
import org.quittance.formats.extract.Field;
import org.quittance.formats.extract.Mapping;
import org.quittance.identity.Viewer;
import org.quittance.intake.IntakeDesk;
import org.quittance.intake.Upload;
import org.quittance.intake.UploadProcessor;
import org.quittance.intake.UploadRequest;
import org.quittance.intake.UploadState;
import org.quittance.intake.Uploads;
import org.quittance.ledger.EntryContext.Completeness;
import org.quittance.ledger.LedgerCheck;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.Statements;
import org.quittance.testing.Statements.Line;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** Settlement reports, the sums that they explain, and what the payments behind those pay. */
@ApplicationTest
class SettlementReportsTest {

    private static final Viewer CASPER = Viewer.system("casper");
    private static final String HEADER =
            "automatic_payout_id,automatic_payout_effective_at,balance_transaction_id,created,"
                    + "reporting_category,gross,fee,net,currency,description,charge_id,customer_id,customer_name\n";

    /** Tests share a database, and sums are what joins: each test has its own. */
    private static final AtomicLong NEXT = new AtomicLong(61_000_01);

    @Autowired
    private IntakeDesk intake;

    @Autowired
    private UploadProcessor processor;

    @Autowired
    private Uploads uploads;

    @Autowired
    private SettlementReader reports;

    @Autowired
    private SettlementDesk desk;

    @Autowired
    private SettlementApplication application;

    @Autowired
    private CashDesk cashDesk;

    @Autowired
    private PaymentReader payments;

    @Autowired
    private Certificates certificates;

    @Autowired
    private Statements statements;

    @Autowired
    private Books books;

    @Autowired
    private LedgerCheck check;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private long amount;
    private String payout;
    private ItemId ofAda;
    private ItemId ofBea;

    @BeforeEach
    void invoicesOfTwoCustomers() {
        clock.setTo(Books.TODAY);
        entity = books.entity("EUR");
        amount = NEXT.getAndAdd(1_13);
        payout = "po_1" + entity.code() + amount;
        ofAda = books.invoice(entity, entity.code() + "ADA", "STL" + amount + "1", amount, Books.TODAY);
        ofBea = books.invoice(entity, entity.code() + "BEA", "STL" + amount + "2", 500_00, Books.TODAY);
    }

    private Upload imported(String name, String text) throws IOException {
        long id = intake.keep(
                new UploadRequest(name, entity.id(), null, Completeness.PARTIAL, Books.TODAY),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                "test");
        processor.process(id);
        return uploads.byId(id).orElseThrow();
    }

    private static String decimal(long minor) {
        return String.format(
                Locale.ROOT, "%s%d.%02d", minor < 0 ? "-" : "", Math.abs(minor) / 100, Math.abs(minor) % 100);
    }

    private String line(String payoutId, String category, long gross, long fee, String text, String charge) {
        return "%s,2026-02-28 00:00:00,txn_%s%s,2026-02-26 10:00:00,%s,%s,%s,%s,eur,%s,%s,cus_%s,Somebody\n"
                .formatted(
                        payoutId,
                        charge,
                        category,
                        category,
                        decimal(gross),
                        decimal(fee),
                        decimal(gross - fee),
                        text,
                        charge,
                        charge);
    }

    private String charge(String suffix) {
        return "ch_" + amount + suffix;
    }

    /** Both invoices less fees, 70.00 of a stranger, and a monthly fee. */
    private String report() {
        return HEADER
                + line(payout, "charge", amount, 3_10, "Payment for STL" + amount + "1", charge("A"))
                + line(payout, "charge", 500_00, 14_80, "Payment for STL" + amount + "2", charge("B"))
                + line(payout, "charge", 70_00, 2_30, "thank you", charge("C"))
                + line(payout, "fee", -10_00, 0, "Billing", "");
    }

    private long net() {
        return amount + 570_00 - 30_20;
    }

    private long comes(long minor, String text) {
        long id = statements
                .come(entity, new Line("STRIPE PAYMENTS", minor, text))
                .getFirst();
        application.apply("matcher");
        return id;
    }

    private SettlementReportView view() {
        return reports.rows(null, 0, 1_000).stream()
                .filter(row -> row.reference().startsWith(payout))
                .findFirst()
                .flatMap(row -> reports.report(row.id(), CASPER))
                .orElseThrow();
    }

    private long part(int index) {
        return Objects.requireNonNull(view().lines().get(index).paymentId());
    }

    private void assertWhole() {
        assertThat(certificates.at(Books.TODAY))
                .allSatisfy(line -> assertThat(line.difference().isZero()).isTrue());
        assertThat(check.faults()).isEmpty();
    }

    private void assertTheReportIsApplied(long sum) {
        SettlementReportView view = view();
        assertThat(view.row().state()).isEqualTo(State.JOINED);
        assertThat(view.row().paymentId()).isEqualTo(sum);
        assertThat(view.report().fees()).isEqualTo(Money.of("30.20", "EUR"));
        assertThat(view.lines())
                .extracting(LineView::fate, LineView::documents)
                .containsExactly(
                        tuple(Fate.APPLIED, List.of("STL" + amount + "1")),
                        tuple(Fate.APPLIED, List.of("STL" + amount + "2")),
                        tuple(Fate.NEEDS_A_PERSON, List.of()),
                        tuple(Fate.KEPT, List.of()));
        assertThat(books.open(ofAda) + books.open(ofBea)).isZero();
        assertThat(payments.payment(sum, CASPER).orElseThrow().money().unidentifiedMinor())
                .isZero();
        List<Certificates.Line> own = certificates.at(Books.TODAY).stream()
                .filter(line -> line.bankAccountId() == bankAccount(sum))
                .toList();
        assertThat(own)
                .extracting(Certificates.Line::book, Certificates.Line::receivedMinor, Certificates.Line::settledMinor)
                .containsExactly(
                        tuple(Certificates.Book.BANK, net(), net()),
                        tuple(Certificates.Book.BEHIND_SUMS, amount + 570_00, 0L));
        assertThat(own.get(1).appliedMinor()).isEqualTo(amount + 500_00);
        assertThat(own.get(1).unidentifiedMinor()).isEqualTo(70_00);
        assertWhole();
    }

    private long bankAccount(long payment) {
        return sql.fetchSingle("select bank_account_id from cash.payment where id = ?", payment)
                .get(0, Long.class);
    }

    @Test
    void aReportWaitsForItsSumAndSettlesTheInvoicesOfSeveralCustomers() throws IOException {
        Upload upload = imported("stripe.csv", report());
        assertThat(upload.state()).isEqualTo(UploadState.DONE);
        assertThat(upload.contentKind()).isEqualTo("Stripe settlement report");
        assertThat(upload.stateReason())
                .isEqualTo("Settlement reports: 1 read, 0 joined to a line of the bank, 1 waiting for money");
        assertThat(view().row().state()).isEqualTo(State.WAITING);
        assertThat(view().lines().getFirst().fate()).isEqualTo(Fate.NOT_YET);
        long sum = comes(net(), "STRIPE PAYOUT");
        assertTheReportIsApplied(sum);
        assertThat(view().joined())
                .isNotNull()
                .satisfies(joined ->
                        assertThat(joined.reason()).isEqualTo("The same amount from the processor of the report"));

        assertThat(imported("stripe again.csv", report()).linesKnown()).isEqualTo(1);
        assertTheReportIsApplied(sum);
    }

    @Test
    void aReportThatComesAfterItsSumSaysWhatThatIsFor() throws IOException {
        long sum = comes(net(), "PAYOUT " + payout);
        assertThat(payments.payment(sum, CASPER).orElseThrow().money().unidentifiedMinor())
                .isEqualTo(net());
        assertThat(imported("stripe.csv", report()).stateReason())
                .isEqualTo("Settlement reports: 1 read, 1 joined to a line of the bank;"
                        + " of 3 payments 2 applied, 1 for a person to decide");
        assertTheReportIsApplied(sum);
        assertThat(reports.tieOf(sum))
                .hasValueSatisfying(tie -> assertThat(tie.line()).isNull());
        long part = part(0);
        assertThat(reports.tieOf(part)).hasValueSatisfying(tie -> {
            assertThat(tie.sumId()).isEqualTo(sum);
            assertThat(tie.line()).isNotNull();
        });
        DeskOutcome again = cashDesk.assign(sum, new Assignments.Wish(List.of(), List.of(), Map.of(), null), CASPER);
        assertThat(again).isEqualTo(new DeskOutcome.Refused(DeskRefusal.SETTLED, DeskRefusal.SETTLED.sentence()));
    }

    @Test
    void whatTheLinesNameThatIsUnknownIsAssignedByAPersonLikeAnyPayment() throws IOException {
        comes(net(), "STRIPE");
        imported("stripe.csv", report());
        long stranger = part(2);
        ItemId other = books.invoice(entity, entity.code() + "CEA", "STL" + amount + "3", 70_00, Books.TODAY);
        DeskOutcome done = cashDesk.assign(
                stranger,
                new Assignments.Wish(List.of(new Decision.Line(other, 70_00)), List.of(), Map.of(), null),
                CASPER);
        assertThat(done).isInstanceOf(DeskOutcome.Done.class);
        assertThat(books.open(other)).isZero();
        assertThat(view().lines().get(2).fate()).isEqualTo(Fate.APPLIED);
        assertWhole();
    }

    @Test
    void aRefundAndAChargebackOfALaterReportOpenWhatThePaymentsHadPaid() throws IOException {
        comes(net(), "STRIPE");
        imported("stripe.csv", report());
        String second = payout + "b";
        ItemId next = books.invoice(entity, entity.code() + "ADA", "STL" + amount + "4", 900_00, Books.TODAY);
        books.invoice(entity, entity.code() + "ADA", "STL" + amount + "5", 33_00, Books.TODAY);
        long sum = comes(900_00 + 33_00 - 120_00 - 500_00 - 15_00 - 33_00, "STRIPE " + second);
        Upload upload = imported(
                "stripe 2.csv",
                HEADER
                        + line(second, "charge", 900_00, 0, "STL" + amount + "4", charge("D"))
                        + line(second, "charge", 33_00, 0, "STL" + amount + "5", charge("E"))
                        + line(second, "refund", -120_00, 0, "REFUND FOR CHARGE", charge("A"))
                        + line(second, "dispute", -500_00, 15_00, "Chargeback", charge("B"))
                        + line(second, "refund", -33_00, 0, "REFUND FOR CHARGE", charge("Z")));
        assertThat(upload.stateReason())
                .isEqualTo(
                        "Settlement reports: 1 read, 1 joined to a line of the bank; of 2 payments 2 applied, 0 for a"
                                + " person to decide; 2 came back, 1 that went back for a person to decide");
        assertThat(books.open(next)).isZero();
        assertThat(books.open(ofAda)).isEqualTo(120_00);
        assertThat(books.open(ofBea)).isEqualTo(500_00);
        SettlementReportView later = reports.rows(null, 0, 1_000).stream()
                .filter(row -> row.reference().equals(second))
                .findFirst()
                .flatMap(row -> reports.report(row.id(), CASPER))
                .orElseThrow();
        assertThat(later.row().paymentId()).isEqualTo(sum);
        assertThat(later.lines())
                .extracting(LineView::fate)
                .containsExactly(
                        Fate.APPLIED, Fate.APPLIED, Fate.OPEN_AGAIN, Fate.OPEN_AGAIN, Fate.RETURN_NEEDS_A_PERSON);
        SettlementReportView first = reports.rows(null, 0, 1_000).stream()
                .filter(row -> row.reference().equals(payout))
                .findFirst()
                .flatMap(row -> reports.report(row.id(), CASPER))
                .orElseThrow();
        assertThat(first.lines())
                .extracting(LineView::fate)
                .containsExactly(Fate.APPLIED, Fate.HAS_COME_BACK, Fate.NEEDS_A_PERSON, Fate.KEPT);
        assertWhole();
    }

    @Test
    void aReportWhoseLinesMissItsSumIsHeldAndNothingIsApplied() throws IOException {
        long sum = comes(net() + 1_00, "STRIPE");
        Upload upload = imported("generic.csv", """
                Payout ID,Transaction ID,Type,Invoice,Gross,Fee,Net,Currency
                %1$s,T1,Payment,STL%2$d1,%3$s,0.00,%3$s,EUR
                %1$s,,Payout,,-%4$s,,-%4$s,EUR
                """.formatted(payout, amount, decimal(amount), decimal(net() + 1_00)));
        assertThat(upload.stateReason())
                .isEqualTo(
                        "Settlement reports: 1 read, 0 joined to a line of the bank, 1 held because its lines miss its"
                                + " sum");
        assertThat(uploads.problems(upload, 10))
                .anySatisfy(problem -> assertThat(problem.message())
                        .isEqualTo(
                                "The lines of the report miss the EUR %s that it says to be paid out by EUR %s: it is held"
                                        .formatted(decimal(net() + 1_00), decimal(net() + 1_00 - amount))));
        assertThat(view().row().state()).isEqualTo(State.HELD);
        assertThat(desk.join(view().row().id(), sum, CASPER))
                .isInstanceOfSatisfying(
                        DeskOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(SettlementRefusal.DOES_NOT_ADD_UP));
        assertThat(books.open(ofAda)).isEqualTo(amount);
        assertThat(payments.payment(sum, CASPER).orElseThrow().money().unidentifiedMinor())
                .isEqualTo(net() + 1_00);
    }

    @Test
    void ofTwoSumsThatAreEquallyGoodAPersonChooses() throws IOException {
        long one = comes(net(), "STRIPE");
        long two = comes(net(), "STRIPE");
        imported("stripe.csv", report());
        assertThat(view().row().state()).isEqualTo(State.NEEDS_A_PERSON);
        assertThat(view().candidates())
                .extracting(AdviceView.Candidate::paymentId)
                .containsExactly(one, two);
        long other = comes(net() + 5, "STRIPE");
        assertThat(desk.join(view().row().id(), other, CASPER))
                .isInstanceOfSatisfying(
                        DeskOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(SettlementRefusal.NOT_THAT_MONEY));
        assertThat(desk.join(view().row().id(), two, CASPER)).isInstanceOf(DeskOutcome.Done.class);
        assertThat(desk.join(view().row().id(), one, CASPER))
                .isInstanceOfSatisfying(
                        DeskOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(SettlementRefusal.JOINED_ALREADY));
        assertThat(books.open(ofAda) + books.open(ofBea)).isZero();
        assertWhole();
    }

    @Test
    void moneyThatIsForSomethingAlreadyIsNotASum() throws IOException {
        long sum = comes(net(), "STRIPE");
        cashDesk.assign(
                sum,
                new Assignments.Wish(
                        List.of(new Decision.Line(ofAda, 1_00)),
                        List.of(),
                        Map.of(),
                        books.account(entity, entity.code() + "ADA")),
                CASPER);
        imported("stripe.csv", report());
        assertThat(desk.join(view().row().id(), sum, CASPER))
                .isInstanceOfSatisfying(
                        DeskOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(SettlementRefusal.NOT_FREE));
    }

    @Test
    void noNumberOfACardIsKeptNeitherInTheBooksNorAsAFile() throws IOException {
        comes(net(), "STRIPE");
        Upload upload = imported("stripe.csv", report().replace("thank you", "paid with 4111 1111 1111 1111"));
        assertThat(upload.state()).isEqualTo(UploadState.DONE);
        assertThat(uploads.problems(upload, 10))
                .anySatisfy(problem -> assertThat(problem.message())
                        .startsWith("The file holds what looks like numbers of payment cards"));
        assertThat(sql.fetch("select 1 from intake.upload_chunk where upload_id = ?", upload.id()))
                .isEmpty();
        assertThat(view().lines().get(2).line().text()).isEqualTo("paid with **** 1111");
        long part = part(2);
        assertThat(payments.payment(part, CASPER).orElseThrow().line().remittance())
                .isEqualTo("paid with **** 1111");
        assertThat(sql.fetch("select 1 from cash.settlement_line where body like '%1111 1111%'"))
                .isEmpty();
    }

    @Test
    void aProcessorThatNobodyKnowsIsMappedOnce() throws IOException {
        comes(amount + 500_00 - 3_00, "WORLDPAY");
        String file = """
                Lauf %5$s,Nr,Art,Bezug,Umsatz,Entgelt,Rest
                %1$s,T%2$d1,x,STL%2$d1,%3$s,1.00,x
                %1$s,T%2$d2,x,STL%2$d2,500.00,2.00,x
                """.formatted(payout, amount, decimal(amount), "", entity.code());
        Upload upload = imported("worldpay.csv", file);
        assertThat(upload.state()).isEqualTo(UploadState.NEEDS_MAPPING);
        intake.map(
                upload.id(),
                new Mapping(
                        "Worldpay",
                        Content.SETTLEMENTS,
                        0,
                        1,
                        List.of(
                                Field.REFERENCE,
                                Field.TRANSACTION,
                                Field.DOCUMENT_TYPE,
                                Field.DOCUMENT,
                                Field.ORIGINAL_AMOUNT,
                                Field.FEE,
                                Field.IGNORED)),
                "casper");
        processor.process(upload.id());
        assertThat(uploads.byId(upload.id()).orElseThrow().stateReason())
                .isEqualTo(
                        "Settlement reports: 1 read, 1 joined to a line of the bank; of 2 payments 2 applied, 0 for a"
                                + " person to decide");
        assertThat(view().row().format()).isEqualTo("Worldpay settlement report");
        assertThat(books.open(ofAda) + books.open(ofBea)).isZero();
        assertWhole();
        assertThat(imported("worldpay next.csv", file).linesKnown()).isEqualTo(1);
    }

    private String collection(String id, long first, long second) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.008.001.08"><CstmrDrctDbtInitn>
                <GrpHdr><MsgId>MSG-%1$s</MsgId></GrpHdr>
                <PmtInf><PmtInfId>%1$s</PmtInfId><PmtMtd>DD</PmtMtd><BtchBookg>true</BtchBookg>
                <ReqdColltnDt>2026-03-01</ReqdColltnDt>
                <CdtrAcct><Id><IBAN>DESK%2$s</IBAN></Id></CdtrAcct>
                <DrctDbtTxInf><PmtId><EndToEndId>E1-%1$s</EndToEndId></PmtId><InstdAmt Ccy="EUR">%3$s</InstdAmt>
                <Dbtr><Nm>Ada</Nm></Dbtr><RmtInf><Ustrd>STL%5$d1</Ustrd></RmtInf></DrctDbtTxInf>
                <DrctDbtTxInf><PmtId><EndToEndId>E2-%1$s</EndToEndId></PmtId><InstdAmt Ccy="EUR">%4$s</InstdAmt>
                <Dbtr><Nm>Bea</Nm></Dbtr><RmtInf><Ustrd>STL%5$d2</Ustrd></RmtInf></DrctDbtTxInf>
                </PmtInf></CstmrDrctDbtInitn></Document>
                """.formatted(id, entity.code(), decimal(first), decimal(second), amount);
    }

    private String rejection(String id, String endToEnd) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
                <OrgnlGrpInfAndSts><OrgnlMsgId>MSG-%1$s</OrgnlMsgId></OrgnlGrpInfAndSts>
                <OrgnlPmtInfAndSts><OrgnlPmtInfId>%1$s</OrgnlPmtInfId>
                <TxInfAndSts><OrgnlEndToEndId>%2$s</OrgnlEndToEndId><TxSts>RJCT</TxSts>
                <StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf></TxInfAndSts>
                </OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
                """.formatted(id, endToEnd);
    }

    @Test
    void theSumOfADirectDebitCollectionSettlesWhatWasCollectedAndAReturnOpensItAgain() throws IOException {
        payout = "COLL-" + amount;
        Upload upload = imported("collection.xml", collection(payout, amount, 500_00));
        assertThat(upload.contentKind()).isEqualTo("Direct debit collection, pain.008");
        assertThat(upload.stateReason())
                .isEqualTo("Settlement reports: 1 read, 0 joined to a line of the bank, 1 waiting for money");
        statements.come(entity, new Line("", amount + 500_00, "SEPA DD " + payout));
        application.apply("matcher");
        assertThat(books.open(ofAda) + books.open(ofBea)).isZero();
        assertThat(view().joined())
                .isNotNull()
                .satisfies(joined -> assertThat(joined.reason()).isEqualTo("The bank's line names the payout"));
        statements.comeBack(entity, new Line("Bea", -500_00, "RETURN MD01 E2-" + payout));
        assertThat(books.open(ofAda)).isZero();
        assertThat(books.open(ofBea)).isEqualTo(500_00);
        assertThat(view().lines()).extracting(LineView::fate).containsExactly(Fate.APPLIED, Fate.HAS_COME_BACK);
        assertWhole();
    }

    @Test
    void whatTheBankRejectsIsNotInTheSumThatIsWaitedFor() throws IOException {
        payout = "COLL-" + amount;
        imported("collection.xml", collection(payout, amount, 500_00));
        comes(amount, "SEPA DD");
        assertThat(view().row().state()).isEqualTo(State.WAITING);
        Upload status = imported("status.xml", rejection(payout, "E2-" + payout));
        assertThat(status.contentKind()).isEqualTo("Status of direct debits, pain.002");
        assertThat(status.stateReason())
                .isEqualTo(
                        "Status of direct debits: 1 rejected, 1 of them taken out of the sum that is waited for, 0 known");
        assertThat(view().row().state()).isEqualTo(State.JOINED);
        assertThat(view().lines()).extracting(LineView::fate).containsExactly(Fate.APPLIED, Fate.NOT_COLLECTED);
        assertThat(view().lines().get(1).code()).isEqualTo("AC04");
        assertThat(books.open(ofAda)).isZero();
        assertThat(books.open(ofBea)).isEqualTo(500_00);
        assertWhole();

        assertThat(imported("status again.xml", rejection(payout, "E2-" + payout))
                        .linesKnown())
                .isEqualTo(1);
        assertThat(uploads.problems(imported("late.xml", rejection(payout, "E1-" + payout)), 10))
                .anySatisfy(problem -> assertThat(problem.message()).endsWith("had come before this rejection"));
        assertThat(uploads.problems(imported("unknown.xml", rejection("X" + payout, "E1-" + payout)), 10))
                .anySatisfy(
                        problem -> assertThat(problem.message()).isEqualTo("No such direct debit has been taken in"));
        assertWhole();
    }

    @Test
    void theDebitsOfAnAchFileAreCreditedAsOneSum() throws IOException {
        entity = books.entity("USD");
        ofAda = books.invoice(entity, entity.code() + "ADA", "STL" + amount + "7", amount, Books.TODAY);
        payout = "1234567890 INVOICES, batch 7";
        String file = """
                101 091000019 1210002482602280900A094101TEST BANK              HALDEN & ROWE INC
                5225HALDEN & ROWE                       1234567890CCDINVOICES  260228260301   1121000240000007
                627091400606123456789        %1$010dSTL%1$d7   ADA                     0121000240000001
                82250000010009140060%1$012d000000000000                         121000240000007
                9000001000001000000010009140060%1$012d000000000000
                """.formatted(amount);
        assertThat(imported("debits.ach", file).contentKind()).isEqualTo("Direct debit collection, NACHA");
        statements.come(entity, new Line("HALDEN & ROWE", amount, "INVOICES 1234567890"));
        application.apply("matcher");
        assertThat(books.open(ofAda)).isZero();
        assertWhole();
    }
}
