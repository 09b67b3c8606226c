package org.quittance.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.cash.AdviceView.State;
import org.quittance.cash.PaymentView.Standing;
import org.quittance.core.cash.Decision;
import org.quittance.core.cash.UndoReason;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
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

/** Remittance advices and the money that they are about, whichever comes first. */
@ApplicationTest
class AdvicesTest {

    private static final Viewer CASPER = Viewer.system("casper");

    /** Tests share a database, and amounts and references are what joins: each test has its own. */
    private static final AtomicLong NEXT = new AtomicLong(41_000_01);

    @Autowired
    private IntakeDesk intake;

    @Autowired
    private UploadProcessor processor;

    @Autowired
    private Uploads uploads;

    @Autowired
    private AdviceReader advices;

    @Autowired
    private AdviceDesk adviceDesk;

    @Autowired
    private CashDesk desk;

    @Autowired
    private CashUndo undo;

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
    private String reference;
    private String payer;
    private ItemId first;
    private ItemId second;

    @BeforeEach
    void twoInvoicesOfOnePayer() {
        clock.setTo(Books.TODAY);
        entity = books.entity("USD");
        amount = NEXT.getAndAdd(1_11);
        reference = "TRACE" + amount;
        payer = "Customer " + entity.code() + "MART";
        first = books.invoice(entity, entity.code() + "MART", "DOC" + amount + "1", amount, Books.TODAY);
        second = books.invoice(entity, entity.code() + "MART", "DOC" + amount + "2", 500_00, Books.TODAY);
    }

    private Upload advised(String text) throws IOException {
        long id = intake.keep(
                new UploadRequest("advice.edi", null, null, Completeness.PARTIAL, Books.TODAY),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                "test");
        processor.process(id);
        return uploads.byId(id).orElseThrow();
    }

    /** An 820 that pays the first invoice less 40.00 and takes 35.00 off the second for a reason. */
    private String advice() {
        return advice(amount + 425_00, reference, first820());
    }

    private String first820() {
        return """
                RMR*IV*DOC%1$d1**%2$s~
                RMR*IV*DOC%1$d2**425.00*460.00~
                ADX*-35.00*06~
                """.formatted(amount, decimal(amount));
    }

    private String advice(long total, String trace, String lines) {
        return """
                ISA*00*          *00*          *ZZ*PAYER          *ZZ*PAYEE          *260302*0900*U*00401*000000001*0*P*>~
                GS*RA*PAYER*PAYEE*20260302*0900*1*X*004010~
                ST*820*0001~
                BPR*C*%s*C*ACH************20260301~
                TRN*1*%s~
                CUR*PR*USD~
                N1*PR*%s~
                %sSE*%d*0001~
                GE*1*1~
                IEA*1*000000001~
                """.formatted(decimal(total), trace, payer, lines, 6 + lines.split("~", -1).length - 1);
    }

    private static String decimal(long minor) {
        return String.format(Locale.ROOT, "%d.%02d", minor / 100, minor % 100);
    }

    private long money(String from, long minor, String text) {
        return statements.come(entity, new Line(from, minor, text)).getFirst();
    }

    private Standing standing(long payment) {
        return payments.payment(payment, CASPER).orElseThrow().money();
    }

    private AdviceView.Row row() {
        return advices.rows(null, 0, 1_000).stream()
                .filter(row -> row.reference().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    private void assertPaidWithItsDeduction(long payment) {
        assertThat(standing(payment)).isEqualTo(new Standing(amount + 425_00, 0, 0, 0));
        assertThat(books.open(first)).isZero();
        assertThat(books.open(second)).isEqualTo(75_00);
        assertThat(sql.fetch(
                        "select kind, amount_minor, reason from cash.difference_view where payment_id = ?", payment))
                .extracting(row -> tuple(row.get(0), row.get(1), row.get(2)))
                .containsExactly(tuple(Decision.Difference.Kind.DEDUCTION.name(), 35_00L, "reason 06"));
        assertThat(row().state()).isEqualTo(State.JOINED);
        assertThat(row().paymentId()).isEqualTo(payment);
        assertThat(certificates.at(Books.TODAY).stream()
                        .allMatch(line -> line.difference().isZero()))
                .isTrue();
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void anAdviceWaitsForItsMoneyAndDecidesWhatItIsFor() throws IOException {
        Upload upload = advised(advice());
        assertThat(upload.state()).isEqualTo(UploadState.DONE);
        assertThat(upload.contentKind()).isEqualTo("Remittance advice, X12 820");
        assertThat(upload.linesAdded()).isEqualTo(1);
        assertThat(row().state()).isEqualTo(State.WAITING);

        assertPaidWithItsDeduction(money(payer, amount + 425_00, "see advice " + reference));
    }

    @Test
    void aMailThatAPersonWroteIsAnAdviceTooAndIsTakenOnce() throws IOException {
        long payment = money("Somebody", amount + 500_00, "see our mail");
        String mail = """
                From: "%s" <ada@mart.example>
                Subject: Our payment
                Date: Sun, 01 Mar 2026 09:14:00 +0100
                Content-Type: text/plain; charset=UTF-8

                Dear all, we have paid USD %s for:
                Invoice DOC%d1   %s
                Invoice DOC%d2   500.00
                """.formatted(payer, decimal(amount + 500_00), amount, decimal(amount), amount);
        assertThat(advised(mail).stateReason())
                .isEqualTo("Remittance advices: 1 read, 0 joined to a payment, 0 applied as they say");
        AdviceView.Row told = advices.rows(null, 0, 1_000).stream()
                .filter(row -> row.payerName().equals(payer) && row.format().equals("E-mail"))
                .findFirst()
                .orElseThrow();
        assertThat(adviceDesk.join(told.id(), payment, CASPER)).isInstanceOf(DeskOutcome.Done.class);
        assertThat(books.open(first) + books.open(second)).isZero();
        assertThat(standing(payment)).isEqualTo(new Standing(amount + 500_00, 0, 0, 0));
        assertThat(advised(mail + "\n").linesKnown()).isEqualTo(1);
    }

    /** Two payers in one file, and one deposit of both on the statement. */
    private String deposit() {
        String one = advice(amount, reference, "RMR*IV*DOC%d1**%s~\n".formatted(amount, decimal(amount)));
        String transaction = one.substring(one.indexOf("ST*820"), one.indexOf("GE*1*1"))
                .replace("0001~", "0002~")
                .replace(reference, reference + "B")
                .replace("DOC" + amount + "1", "DOC" + amount + "2")
                .replace(decimal(amount), "500.00");
        return one.replace("GE*1*1~", transaction + "GE*2*1~");
    }

    private void assertBothArePaid(long payment) {
        assertThat(books.open(first) + books.open(second)).isZero();
        assertThat(standing(payment)).isEqualTo(new Standing(amount + 500_00, 0, 0, 0));
        assertThat(advices.ofPayment(payment)).hasSize(2);
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void theAdvicesOfAFileThatComeToOneDepositTogetherSayWhatItIsFor() throws IOException {
        long payment = money("LOCKBOX 7781", amount + 500_00, "deposit");
        assertThat(advised(deposit()).stateReason())
                .isEqualTo("Remittance advices: 2 read, 2 joined to a payment, 1 applied as they say");
        assertBothArePaid(payment);
    }

    @Test
    void aDepositThatComesAfterItsAdvicesIsKnownToo() throws IOException {
        advised(deposit());
        assertBothArePaid(money("LOCKBOX 7781", amount + 500_00, "deposit"));
    }

    @Test
    void aPersonJoinsSeveralAdvicesToOnePaymentAsLongAsTheyComeToNoMoreThanIt() throws IOException {
        long payment = money("Somebody", amount + 600_00, "collective credit");
        advised(deposit());
        List<Long> ids = advices.rows(null, 0, 1_000).stream()
                .filter(row -> row.reference().startsWith(reference))
                .map(AdviceView.Row::id)
                .toList();
        assertThat(ids).hasSize(2);
        for (Long id : ids) {
            assertThat(adviceDesk.join(id, payment, CASPER)).isInstanceOf(DeskOutcome.Done.class);
        }
        advised(advice(200_00, reference + "C", "RMR*IV*DOCX%d**200.00~\n".formatted(amount)));
        long third = advices.rows(null, 0, 1_000).stream()
                .filter(row -> row.reference().equals(reference + "C"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(adviceDesk.join(third, payment, CASPER))
                .isInstanceOfSatisfying(
                        DeskOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(AdviceRefusal.PAYMENT_ADVISED));
    }

    @Test
    void moneyThatLiesOnAccountIsAppliedWhenItsAdviceComes() throws IOException {
        long payment = money(payer, amount + 425_00, "see advice");
        assertThat(standing(payment)).isEqualTo(new Standing(0, amount + 425_00, 0, 0));

        assertThat(advised(advice()).stateReason())
                .isEqualTo("Remittance advices: 1 read, 1 joined to a payment, 1 applied as they say");
        assertPaidWithItsDeduction(payment);
    }

    @Test
    void moneyOnAccountWhoseAdviceNamesWhatIsNotOpenIsProposedAsTheRestOfItSays() throws IOException {
        long payment = money(payer, amount + 425_00, "see advice");
        String lines = "RMR*IV*DOC%1$d1**%2$s~RMR*IV*UNKNOWN%1$d**425.00~".formatted(amount, decimal(amount));
        assertThat(advised(advice(amount + 425_00, reference, lines)).stateReason())
                .isEqualTo("Remittance advices: 1 read, 1 joined to a payment, 0 applied as they say");

        assertThat(standing(payment)).isEqualTo(new Standing(0, 0, 0, amount + 425_00));
        List<Proposal> proposals =
                payments.payment(payment, CASPER).orElseThrow().proposals();
        assertThat(desk.assign(payment, proposals.getFirst().wish(), CASPER)).isInstanceOf(DeskOutcome.Done.class);
        assertThat(standing(payment)).isEqualTo(new Standing(amount, 425_00, 0, 0));
        assertThat(books.open(first)).isZero();
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void moneyOfNobodyIsAppliedWhenItsAdviceComes() throws IOException {
        long payment = money("Treasury Agents", amount + 425_00, "transfer " + reference);
        assertThat(standing(payment)).isEqualTo(new Standing(0, 0, 0, amount + 425_00));

        advised(advice());
        assertPaidWithItsDeduction(payment);
    }

    @Test
    void moneyThatLiesOnTheWrongAccountIsTakenBackByEntriesAgainstItFirst() throws IOException {
        books.invoice(entity, "AGENT", "ZZ9", 7_00, Books.TODAY);
        long payment = money("Customer AGENT", amount + 425_00, "transfer " + reference);
        ItemId credit = ItemId.of(payments.payment(payment, CASPER)
                .orElseThrow()
                .assigned()
                .getFirst()
                .itemId());
        assertThat(books.open(credit)).isEqualTo(-(amount + 425_00));

        advised(advice());
        assertPaidWithItsDeduction(payment);
        assertThat(books.open(credit)).isZero();
        assertThat(payments.payment(payment, CASPER).orElseThrow().undone())
                .extracting(PaymentView.Undone::reason)
                .containsExactly(UndoReason.PAYER_ASKED);
    }

    @Test
    void theSameAdviceTwiceChangesNothing() throws IOException {
        advised(advice());
        long payment = money(payer, amount + 425_00, "see advice " + reference);
        Upload again = advised(advice());
        assertThat(again.linesAdded()).isZero();
        assertThat(again.linesKnown()).isEqualTo(1);
        assertPaidWithItsDeduction(payment);
        assertThat(sql.fetchValue("select count(*) from cash.advice where reference = ?", reference))
                .isEqualTo(1L);
    }

    @Test
    void anUploadThatWasInterruptedGoesOnWhereItStood() throws IOException {
        long payment = money(payer, amount + 425_00, "see advice");
        Upload upload = advised(advice());
        sql.execute("update intake.upload set state = 'RUNNING' where id = ?", upload.id());
        processor.process(upload.id());
        assertThat(uploads.byId(upload.id()).orElseThrow().linesAdded()).isEqualTo(1);
        assertPaidWithItsDeduction(payment);
    }

    @Test
    void anotherAmountIsNotItsMoneyUntilAPersonSaysSo() throws IOException {
        long payment = money(payer, amount + 424_00, "see advice " + reference);
        advised(advice());
        assertThat(row().state()).isEqualTo(State.WAITING);
        assertThat(standing(payment)).isEqualTo(new Standing(0, amount + 424_00, 0, 0));

        long id = row().id();
        assertThat(advices.advice(id).orElseThrow().candidates())
                .extracting(AdviceView.Candidate::paymentId)
                .contains(payment);
        assertThat(adviceDesk.join(id, payment, CASPER)).isInstanceOf(DeskOutcome.Done.class);
        assertThat(row().state()).isEqualTo(State.JOINED);
        assertThat(standing(payment)).isEqualTo(new Standing(0, amount + 424_00, 0, 0));
    }

    @Test
    void ofTwoPaymentsThatAreEquallyGoodAPersonChooses() throws IOException {
        List<Long> twins = statements.come(
                entity, new Line(payer, amount + 425_00, "goods"), new Line(payer, amount + 425_00, "goods again"));
        advised(advice());
        assertThat(row().state()).isEqualTo(State.NEEDS_A_PERSON);

        assertThat(adviceDesk.join(row().id(), twins.get(1), CASPER).toString())
                .contains("it is applied as the advice says");
        assertPaidWithItsDeduction(twins.get(1));
        assertThat(standing(twins.get(0))).isEqualTo(new Standing(0, amount + 425_00, 0, 0));
        assertThat(adviceDesk.join(row().id(), twins.get(0), CASPER))
                .isInstanceOfSatisfying(
                        DeskOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(AdviceRefusal.JOINED_ALREADY));
    }

    @Test
    void twoAdvicesOfOneFileForOnePaymentAreLeftToAPerson() throws IOException {
        long payment = money(payer, amount + 425_00, "see advice");
        String one = advice();
        String other = one.replace("*06~", "*07~");
        String both = one.substring(0, one.indexOf("GE*1*1~"))
                + other.substring(other.indexOf("ST*820"), other.indexOf("GE*1*1~"))
                + one.substring(one.indexOf("GE*1*1~"));
        assertThat(advised(both).linesAdded()).isEqualTo(2);
        assertThat(row().state()).isEqualTo(State.NEEDS_A_PERSON);
        assertThat(standing(payment)).isEqualTo(new Standing(0, amount + 425_00, 0, 0));
    }

    @Test
    void anAdviceThatAPersonHasSeparatedIsNotJoinedAgainByItself() throws IOException {
        advised(advice());
        long payment = money(payer, amount + 425_00, "see advice " + reference);
        assertThat(adviceDesk.separate(row().id(), " ", CASPER))
                .isInstanceOfSatisfying(
                        DeskOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(AdviceRefusal.NO_REASON));
        adviceDesk.separate(row().id(), "theirs is of another month", CASPER);
        assertThat(row().state()).isEqualTo(State.NEEDS_A_PERSON);
        money(payer, amount + 425_00, "see advice " + reference);
        assertThat(row().paymentId()).isNull();
        assertThat(standing(payment).appliedMinor()).isEqualTo(amount + 425_00);
    }

    @Test
    void whatAPersonHasTakenBackIsNotAppliedAgainByAnAdvice() throws IOException {
        long payment = money(payer, amount + 425_00, "see advice");
        ItemId credit = ItemId.of(payments.payment(payment, CASPER)
                .orElseThrow()
                .assigned()
                .getFirst()
                .itemId());
        undo.takeBack(payment, credit, new CashUndo.Why(UndoReason.WRONG_CUSTOMER, "not theirs"), null, CASPER);
        advised(advice());
        assertThat(row().state()).isEqualTo(State.JOINED);
        assertThat(standing(payment)).isEqualTo(new Standing(0, 0, 0, amount + 425_00));
    }

    @Test
    void aCreditNoteThatTheAdviceTakesIsUsedUp() throws IOException {
        ItemId note =
                books.item(entity, entity.code() + "MART", ItemKind.CREDIT_NOTE, "CN" + amount, -25_00, Books.TODAY);
        advised(advice(
                amount - 25_00,
                reference,
                "RMR*IV*DOC%d1**%s~\nRMR*CM*CN%d**-25.00~\n".formatted(amount, decimal(amount), amount)));
        money(payer, amount - 25_00, reference);
        assertThat(books.open(first)).isZero();
        assertThat(books.open(note)).isZero();
    }

    private Upload list(String name, String text) throws IOException {
        long id = intake.keep(
                new UploadRequest(name, entity.id(), null, Completeness.PARTIAL, Books.TODAY),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                "test");
        processor.process(id);
        return uploads.byId(id).orElseThrow();
    }

    @Test
    void theLinesOfAListOfChequesThatHaveOneNumberAreOneAdvice() throws IOException {
        long payment = money("BANK COUNTER", amount + 425_00, "cheque " + amount + "9 paid in");
        Upload upload = list("cheques.csv", """
                Cheque number,Cheque date,Payer,Invoice number,Invoice amount,Adjustment,Reason,Amount paid
                %1$d9,2026-03-01,%2$s,DOC%1$d1,%3$s,,,%3$s
                %1$d9,2026-03-01,%2$s,DOC%1$d2,460.00,-35.00,06,425.00
                %1$d8,2026-03-01,%2$s,,10.00,,,10.00
                """.formatted(amount, payer, decimal(amount)));
        assertThat(upload.state()).isEqualTo(UploadState.DONE);
        assertThat(upload.contentKind()).isEqualTo("List of remittances");
        assertThat(upload.linesAdded()).isEqualTo(1);
        assertThat(upload.linesRefused()).isEqualTo(1);
        assertThat(uploads.problems(upload, 10)).anySatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.message()).isEqualTo("The line names no document");
        });
        reference = amount + "9";
        assertPaidWithItsDeduction(payment);
    }

    @Test
    void thePortalOfAPayerIsMappedOnceAndReadAtOnceAfterwards() throws IOException {
        long payment = money("SETTLEMENT", amount + 425_00, "run " + amount + "9");
        String file = """
                Lot %4$s,Beleg ref,Was,Weg,Wofuer,Rest
                %1$d9,DOC%1$d1,%3$s,,,x
                %1$d9,DOC%1$d2,425.00,35.00,06,x
                """.formatted(amount, payer, decimal(amount), entity.code());
        Upload upload = list("portal.csv", file);
        assertThat(upload.state()).isEqualTo(UploadState.NEEDS_MAPPING);
        intake.map(
                upload.id(),
                new Mapping(
                        "portal",
                        Content.ADVICES,
                        0,
                        1,
                        List.of(
                                Field.REFERENCE,
                                Field.DOCUMENT,
                                Field.ORIGINAL_AMOUNT,
                                Field.DEDUCTION,
                                Field.DEDUCTION_REASON,
                                Field.IGNORED)),
                "casper");
        processor.process(upload.id());
        reference = amount + "9";
        assertPaidWithItsDeduction(payment);
        Upload again = list("portal-next.csv", file);
        assertThat(again.state()).isEqualTo(UploadState.DONE);
        assertThat(again.linesKnown()).isEqualTo(1);
        assertThat(again.linesAdded()).isZero();
    }

    @Test
    void whatCannotBeReadIsToldWithItsPlaceAndTheOthersAreTaken() throws IOException {
        String good = advice();
        String bad = good.substring(good.indexOf("ST*820"), good.indexOf("GE*1*1~"))
                .replace("BPR*C*" + decimal(amount + 425_00), "BPR*C*many");
        String both = good.substring(0, good.indexOf("GE*1*1~")) + bad + good.substring(good.indexOf("GE*1*1~"));
        Upload upload = advised(both);
        assertThat(upload.state()).isEqualTo(UploadState.DONE);
        assertThat(upload.linesAdded()).isEqualTo(1);
        assertThat(upload.linesRefused()).isEqualTo(1);
        assertThat(uploads.problems(upload, 10)).anySatisfy(problem -> {
            assertThat(problem.field()).isEqualTo("BPR02");
            assertThat(problem.excerpt()).isEqualTo("many");
        });

        Upload refused = advised("ISA*00*nothing that is one~");
        assertThat(refused.state()).isEqualTo(UploadState.REFUSED);
        assertThat(refused.stateReason()).contains("ISA");
    }
}
