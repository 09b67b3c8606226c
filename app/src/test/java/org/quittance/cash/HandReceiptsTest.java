package org.quittance.cash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.cash.Certificates.Part;
import org.quittance.cash.HandReceipts.Acceptance;
import org.quittance.cash.HandReceipts.Means;
import org.quittance.core.cash.Assignments;
import org.quittance.core.cash.Decision;
import org.quittance.core.cash.UndoReason;
import org.quittance.core.ledger.ItemId;
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

@ApplicationTest
class HandReceiptsTest {

    private static final Viewer CASPER = Viewer.system("casper");

    @Autowired
    private HandReceipts receipts;

    @Autowired
    private CashApplication cash;

    @Autowired
    private CashDesk desk;

    @Autowired
    private CashUndo undo;

    @Autowired
    private PaymentReader payments;

    @Autowired
    private Certificates certificates;

    @Autowired
    private BankAccounts bankAccounts;

    @Autowired
    private Statements statements;

    @Autowired
    private Books books;

    @Autowired
    private LedgerCheck check;

    @Autowired
    private ReturnReader returnReader;

    @Autowired
    private ReturnFees fees;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private ItemId invoice;
    private long bankAccount;

    @BeforeEach
    void aBankAccountAndAnInvoice() {
        clock.setTo(Books.TODAY);
        entity = books.entity("EUR");
        invoice = books.invoice(entity, "ADA", "8800011", 100_00, Books.TODAY);
        bankAccount = bankAccounts
                .add(entity.id(), "DESK" + entity.code(), "EUR", "Test bank", "test")
                .id();
    }

    private Acceptance cheque(String reference, String note) {
        return receipts.accept(
                new HandReceipts.Draft(
                        bankAccount,
                        Means.CHEQUE,
                        Money.ofMinor(100_00, "EUR"),
                        Books.TODAY.minusDays(1),
                        "Ada Ltd",
                        reference,
                        note),
                CASPER);
    }

    private long appliedCheque() {
        long payment = ((Acceptance.Accepted) cheque("004711", "invoice 8800011")).paymentId();
        assertThat(desk.assign(
                        payment,
                        new Assignments.Wish(List.of(new Decision.Line(invoice, 100_00)), Map.of(), null),
                        CASPER))
                .isInstanceOf(DeskOutcome.Done.class);
        return payment;
    }

    private Money certified(Certificates.Book book, Part part) {
        return certificates.at(Books.TODAY).stream()
                .filter(line -> line.bankAccountId() == bankAccount && line.book() == book)
                .map(line -> line.of(part))
                .findFirst()
                .orElse(Money.ofMinor(0, "EUR"));
    }

    @Test
    void aChequeIsAppliedAtOnceAndStandsApartUntilTheBankReportsIt() {
        appliedCheque();
        assertThat(books.open(invoice)).isZero();
        assertThat(certified(Certificates.Book.BY_HAND, Part.APPLIED)).isEqualTo(Money.ofMinor(100_00, "EUR"));
        assertThat(certified(Certificates.Book.BANK, Part.RECEIVED)).isEqualTo(Money.ofMinor(0, "EUR"));
    }

    @Test
    void moneyThatNamesItsInvoicePaysItWithoutAWordAndOnce() {
        long payment = ((Acceptance.Accepted) cheque("004712", "invoice 8800011")).paymentId();

        assertThat(cash.applyByHand(payment, "casper").applied()).isOne();

        assertThat(books.open(invoice)).isZero();
        assertThat(certified(Certificates.Book.BY_HAND, Part.APPLIED)).isEqualTo(Money.ofMinor(100_00, "EUR"));
        assertThat(cash.applyByHand(payment, "casper")).isEqualTo(new CashApplication.Applied(0, 0, 0, 0));
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void aChequeThatBouncesAfterTheBankReportedItIsOpenAgainAndItsFeeIsCharged() {
        appliedCheque();
        long bank = statements
                .come(entity, new Line("BANK COUNTER", 100_00, "cheque 004711 paid in"))
                .getFirst();
        long back = statements
                .comeBack(entity, new Line("BANK COUNTER", -100_00, "unpaid cheque"))
                .getFirst();
        assertThat(returnReader.bankReturn(back).orElseThrow().settled())
                .satisfies(settled -> assertThat(settled.paymentId()).isEqualTo(bank));
        assertThat(books.open(invoice)).isEqualTo(100_00);
        fees.set(entity.id(), Money.ofMinor(12_50, "EUR"), CASPER);
        assertThat(fees.charge(back, CASPER)).isInstanceOf(DeskOutcome.Done.class);
    }

    @Test
    void theBanksLineIsJoinedToItAndTheMoneyCountsOnce() {
        long hand = appliedCheque();
        long bank = statements
                .come(entity, new Line("BANK COUNTER", 100_00, "cheque 004711 paid in"))
                .getFirst();
        assertThat(payments.payment(bank, CASPER).orElseThrow().money())
                .isEqualTo(new PaymentView.Standing(100_00, 0, 0, 0));
        assertThat(certified(Certificates.Book.BY_HAND, Part.RECEIVED)).isEqualTo(Money.ofMinor(0, "EUR"));
        assertThat(certified(Certificates.Book.BANK, Part.APPLIED)).isEqualTo(Money.ofMinor(100_00, "EUR"));
        assertThat(sql.fetchValue(
                        "select -sum(original_minor) from ledger.item where entity_id = ? and kind = 'PAYMENT'",
                        entity.id()))
                .hasToString("10000");
        ItemId credit = ItemId.of(payments.payment(hand, CASPER)
                .orElseThrow()
                .assigned()
                .getFirst()
                .itemId());
        undo.takeBack(hand, credit, new CashUndo.Why(UndoReason.WRONG_CUSTOMER, "not theirs"), null, CASPER);
        assertThat(payments.payment(bank, CASPER).orElseThrow().money())
                .isEqualTo(new PaymentView.Standing(0, 0, 0, 100_00));
        assertThat(certificates.at(Books.TODAY).stream()
                        .filter(line -> line.bankAccountId() == bankAccount)
                        .allMatch(line -> line.difference().isZero()))
                .isTrue();
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void aPersonJoinsALineThatDoesNotNameItAndOnlyOnce() {
        long hand = appliedCheque();
        long bank = statements
                .come(entity, new Line("BANK COUNTER", 100_00, "paid in"))
                .getFirst();
        assertThat(receipts.couldBe(hand))
                .extracting(HandReceipts.BankLine::paymentId)
                .containsExactly(bank);
        assertThat(receipts.join(hand, bank, CASPER)).isInstanceOf(DeskOutcome.Done.class);
        assertThat(receipts.join(hand, bank, CASPER))
                .isInstanceOfSatisfying(
                        DeskOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(HandRefusal.NOT_THE_SAME));
        assertThat(payments.payment(bank, CASPER).orElseThrow().money())
                .isEqualTo(new PaymentView.Standing(100_00, 0, 0, 0));
    }

    @Test
    void theNumberOfACardIsRefusedWhereverItIsTyped() {
        for (Acceptance acceptance : List.of(cheque("4111 1111 1111 1111", ""), cheque("1", "card 5500000000000004"))) {
            assertThat(acceptance).isEqualTo(new Acceptance.Refused(HandRefusal.CARD_NUMBER));
        }
        assertThat(sql.fetchCount(sql.selectOne().from("cash.payment").where("remittance like '%5500000000000004%'")))
                .isZero();
    }
}
