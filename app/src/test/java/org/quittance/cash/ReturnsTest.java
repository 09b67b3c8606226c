package org.quittance.cash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.cash.PaymentView.Standing;
import org.quittance.cash.ReturnReader.Show;
import org.quittance.core.cash.Assignments;
import org.quittance.core.cash.Decision;
import org.quittance.core.cash.UndoReason;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LedgerCheck;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.Statements;
import org.quittance.testing.Statements.Line;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a payment when the bank takes the money back. */
@ApplicationTest
class ReturnsTest {

    private static final Viewer CASPER = Viewer.system("casper");

    @Autowired
    private Returns returns;

    @Autowired
    private ReturnReader reader;

    @Autowired
    private ReturnFees fees;

    @Autowired
    private CashDesk desk;

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
    private ItemId first;
    private ItemId second;

    @BeforeEach
    void twoInvoices() {
        clock.setTo(Books.TODAY);
        entity = books.entity("EUR");
        first = books.invoice(entity, "ADA", "8800011", 100_00, Books.TODAY);
        second = books.invoice(entity, "ADA", "8800022", 50_00, Books.TODAY);
    }

    private long paid(String payer, long minor, String text) {
        return statements.come(entity, new Line(payer, minor, text)).getFirst();
    }

    private long returned(String payer, long minor, String text) {
        return statements.comeBack(entity, new Line(payer, -minor, text)).getFirst();
    }

    private Standing standing(long payment) {
        return payments.payment(payment, CASPER).orElseThrow().money();
    }

    private void assertEverythingIsAccountedFor() {
        List<Certificates.Line> lines = certificates.at(Books.TODAY);
        assertThat(lines).isNotEmpty().allMatch(line -> line.difference().isZero());
        assertThat(check.faults()).isEmpty();
    }

    /** What the account owes now, on account money taken off. */
    private long owed() {
        return sql.fetchSingle(
                        "select coalesce(sum(o.open_minor), 0) from ledger.open_item o where o.entity_id = ?",
                        entity.id())
                .get(0, Long.class);
    }

    @Test
    void whatAPaymentHadPaidIsOpenAgainAndTheCertificateClears() {
        long payment = paid("Customer ADA", 150_00, "8800011 8800022");
        assertThat(owed()).isZero();

        long back = returned("Customer ADA", 150_00, "RETURN 8800011 8800022");
        assertThat(books.open(first)).isEqualTo(100_00);
        assertThat(books.open(second)).isEqualTo(50_00);
        assertThat(owed()).isEqualTo(150_00);
        assertThat(standing(payment)).isEqualTo(new Standing(150_00, 0, 0, 0));
        assertThat(reader.bankReturn(back).orElseThrow().settled())
                .satisfies(settled -> assertThat(settled.paymentId()).isEqualTo(payment));
        assertThat(payments.payment(payment, CASPER).orElseThrow().undone())
                .extracting(PaymentView.Undone::reason)
                .containsExactly(UndoReason.RETURNED_BY_BANK);
        assertEverythingIsAccountedFor();
    }

    /** The promise of somebody whose payment bounced is not kept, and they have not paid on time. */
    @Test
    void whatCameBackCountsAsNoMoneyThatCameForAnything() {
        paid("Customer ADA", 150_00, "8800011 8800022");
        assertThat(rows("receipt_view")).isEqualTo(2);
        returned("Customer ADA", 150_00, "RETURN 8800011 8800022");
        assertThat(rows("receipt_view")).isZero();
        assertThat(rows("paid_view")).isZero();
        assertThat(rows("settled_item_view")).isZero();
    }

    private int rows(String view) {
        return sql.fetchCount(sql.select()
                .from("ledger.%s v".formatted(view))
                .where("v.account_id = ?", books.account(entity, "ADA").value()));
    }

    @Test
    void moneyOnAccountThatComesBackIsGoneFromTheAccount() {
        long payment = paid("Customer ADA", 77_00, "in advance");
        assertThat(standing(payment).onAccountMinor()).isEqualTo(77_00);
        returned("Customer ADA", 77_00, "no funds");
        assertThat(standing(payment)).isEqualTo(new Standing(77_00, 0, 0, 0));
        assertThat(owed()).isEqualTo(150_00);
        assertEverythingIsAccountedFor();
    }

    @Test
    void aPaymentOfTwoCustomersComesBackFromBoth() {
        ItemId ofBo = books.invoice(entity, "BO", "8800033", 60_00, Books.TODAY);
        long payment = paid("Somebody", 160_00, "two of them");
        desk.assign(
                payment,
                new Assignments.Wish(
                        List.of(new Decision.Line(first, 100_00), new Decision.Line(ofBo, 60_00)), Map.of(), null),
                CASPER);
        returned("Somebody", 160_00, "back");
        assertThat(books.open(first)).isEqualTo(100_00);
        assertThat(books.open(ofBo)).isEqualTo(60_00);
        assertThat(owed()).isEqualTo(210_00);
        assertEverythingIsAccountedFor();
    }

    @Test
    void creditNotesThatThePaymentTookAreOpenAgainToo() {
        ItemId note = books.item(entity, "ADA", ItemKind.CREDIT_NOTE, "CN8800099", -20_00, Books.TODAY);
        paid("Customer ADA", 80_00, "8800011 less CN8800099");
        assertThat(books.open(note)).isZero();
        returned("Customer ADA", 80_00, "RETURN 8800011 less CN8800099");
        assertThat(books.open(note)).isEqualTo(-20_00);
        assertThat(books.open(first)).isEqualTo(100_00);
        assertEverythingIsAccountedFor();
    }

    @Test
    void aReturnOfAnUnknownPaymentWaitsForAPersonAndIsSettledOnce() {
        long one = paid("Customer ADA", 50_00, "8800022");
        long other = paid("Customer ADA", 50_00, "part of 8800011");
        long back = returned("Customer ADA", 50_00, "refer to drawer");
        assertThat(reader.rows(Show.NEEDS_A_PERSON, 0, 1_000))
                .extracting(ReturnView.Row::id)
                .contains(back);
        assertThat(reader.bankReturn(back).orElseThrow().candidates())
                .extracting(ReturnView.Candidate::paymentId)
                .containsExactlyInAnyOrder(one, other);
        assertThat(returns.settle(back, other, CASPER)).isInstanceOf(DeskOutcome.Done.class);
        assertThat(books.open(first)).isEqualTo(100_00);
        assertThat(books.open(second)).isZero();
        assertRefused(returns.settle(back, one, CASPER), ReturnRefusal.SETTLED_ALREADY);
        assertRefused(returns.settle(one, other, CASPER), ReturnRefusal.NOT_A_RETURN);
        long again = returned("Customer ADA", 50_00, "refer to drawer");
        assertThat(reader.bankReturn(again).orElseThrow().settled())
                .as("what has come back cannot come back again: the other is the only one left")
                .satisfies(settled -> assertThat(settled.paymentId()).isEqualTo(one));
        assertEverythingIsAccountedFor();
    }

    @Test
    void aReturnOfMoneyThatNobodyHasIdentifiedOrOfAnotherAmountIsRefused() {
        long unknown = paid("Nobody known", 33_00, "hello");
        long back = returned("Nobody known", 33_00, "back");
        assertThat(reader.bankReturn(back).orElseThrow().settled()).isNull();
        assertRefused(returns.settle(back, unknown, CASPER), ReturnRefusal.NOT_IDENTIFIED);
        long another = paid("Customer ADA", 100_00, "8800011");
        assertRefused(returns.settle(back, another, CASPER), ReturnRefusal.NOT_THAT_PAYMENT);
        assertThat(books.open(first)).isZero();
        assertEverythingIsAccountedFor();
    }

    @Test
    void aPartThatComesBackOpensSoMuchOfWhatWasPaidLastAndTheRestStaysPaid() {
        long payment = paid("Customer ADA", 150_00, "8800011 8800022");
        long back = returned("Customer ADA", 30_00, "partly refused");
        assertThat(reader.bankReturn(back).orElseThrow().candidates())
                .as("the payer's name says whose it could be, and a person says that it is")
                .extracting(ReturnView.Candidate::paymentId)
                .contains(payment);
        assertThat(returns.settle(back, payment, CASPER)).isInstanceOf(DeskOutcome.Done.class);
        assertThat(books.open(first) + books.open(second)).isEqualTo(30_00);
        assertThat(owed()).isEqualTo(30_00);
        assertThat(standing(payment)).isEqualTo(new Standing(150_00, 0, 0, 0));
        assertEverythingIsAccountedFor();

        long rest = returned("Customer ADA", 120_00, "the rest of it too");
        assertThat(reader.bankReturn(rest).orElseThrow().settled())
                .satisfies(settled -> assertThat(settled.paymentId()).isEqualTo(payment));
        assertThat(books.open(first)).isEqualTo(100_00);
        assertThat(books.open(second)).isEqualTo(50_00);
        assertThat(owed()).isEqualTo(150_00);
        assertEverythingIsAccountedFor();
        long again = returned("Customer ADA", 1_00, "more than there was");
        assertRefused(returns.settle(again, payment, CASPER), ReturnRefusal.NOT_THAT_PAYMENT);
    }

    @Test
    void aPartOfWhatLiesOnAccountOpensNothing() {
        long payment = paid("Customer ADA", 77_00, "in advance");
        long back = returned("Customer ADA", 7_00, "charged back");
        assertThat(returns.settle(back, payment, CASPER)).isInstanceOf(DeskOutcome.Done.class);
        assertThat(standing(payment).onAccountMinor()).isEqualTo(70_00);
        assertThat(owed()).isEqualTo(150_00 - 70_00);
        assertEverythingIsAccountedFor();
    }

    @Test
    void aFeeIsChargedOnlyWhereTheEntityHasSetOneAndAPersonSaysSo() {
        paid("Customer ADA", 150_00, "8800011 8800022");
        long back = returned("Customer ADA", 150_00, "RETURN 8800011 8800022");
        assertRefused(fees.charge(back, CASPER), ReturnRefusal.NO_FEE);
        fees.set(entity.id(), Money.ofMinor(12_50, "EUR"), CASPER);
        assertThat(owed()).isEqualTo(150_00);
        assertThat(fees.charge(back, CASPER)).isInstanceOf(DeskOutcome.Done.class);
        assertThat(owed()).isEqualTo(162_50);
        assertRefused(fees.charge(back, CASPER), ReturnRefusal.CHARGED_ALREADY);
        assertThat(sql.fetchValue(
                        "select count(*) from ledger.item where entity_id = ? and kind = 'CHARGE'", entity.id()))
                .isEqualTo(1L);
        assertEverythingIsAccountedFor();
    }

    private static void assertRefused(DeskOutcome outcome, ReturnRefusal reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DeskOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
