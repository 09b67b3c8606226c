package org.quittance.cash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.cash.PaymentView.Standing;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.formats.remittance.AchEntry;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LedgerCheck;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.Statements;
import org.quittance.testing.Statements.Line;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** A file of ACH returns, before and after the statement that takes the money. */
@ApplicationTest
class AchReturnsTest {

    private static final Viewer CASPER = Viewer.system("casper");
    private static final String APPLIER = "matcher";

    @Autowired
    private AchReturns achReturns;

    @Autowired
    private Returns returns;

    @Autowired
    private ReturnReader reader;

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
    private ItemId invoice;
    private String payer;
    private long payment;

    @BeforeEach
    void aDebitThatHasPaidAnInvoice() {
        clock.setTo(Books.TODAY);
        entity = books.entity("USD");
        invoice = books.invoice(entity, "JONES", "8800011", 123_54, Books.TODAY);
        payer = "Customer JONES " + entity.code();
        payment = statements.come(entity, new Line(payer, 123_54, "8800011")).getFirst();
        assertThat(books.open(invoice)).isZero();
    }

    private AchEntry entry(AchEntry.Kind kind, String code, String name, long minor) {
        return new AchEntry(
                3,
                kind,
                code,
                Money.ofMinor(minor, "USD"),
                name,
                "CUST-" + entity.code(),
                "0914006" + entity.code(),
                "0910000" + entity.code(),
                kind == AchEntry.Kind.CHANGE ? "1918171614" : "",
                Books.TODAY);
    }

    private void assertItCameBackOnce() {
        assertThat(books.open(invoice)).isEqualTo(123_54);
        assertThat(payments.payment(payment, CASPER).orElseThrow().money()).isEqualTo(new Standing(123_54, 0, 0, 0));
        assertThat(sql.fetchSingle(
                                "select coalesce(sum(open_minor), 0) from ledger.open_item where entity_id = ?",
                                entity.id())
                        .get(0, Long.class))
                .isEqualTo(123_54);
        assertThat(certificates.at(Books.TODAY))
                .allMatch(line -> line.difference().isZero());
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void theFileOpensTheInvoiceAndTheLineOfTheStatementThatComesLaterIsTheSameMoney() {
        achReturns.take(List.of(entry(AchEntry.Kind.RETURN, "R01", payer, 123_54)), 1);
        assertThat(achReturns.settle(APPLIER)).isEqualTo(1);
        assertItCameBackOnce();

        long line =
                statements.comeBack(entity, new Line("", -123_54, "ACH RETURN")).getFirst();
        achReturns.reported(statementOf(line), APPLIER);
        assertThat(returns.settle(statementOf(line), APPLIER)).isZero();
        ReturnView view = reader.bankReturn(line).orElseThrow();
        assertThat(view.row().paymentId()).isEqualTo(payment);
        assertThat(view.row().reason()).contains("R01 Insufficient funds");
        assertThat(view.settled())
                .satisfies(settled -> assertThat(settled.paymentId()).isEqualTo(payment));
        assertItCameBackOnce();
    }

    @Test
    void aStatementThatCameFirstHasSettledItAndTheFileAddsTheReason() {
        long line = statements
                .comeBack(entity, new Line(payer, -123_54, "RETURN 8800011"))
                .getFirst();
        assertItCameBackOnce();
        achReturns.take(List.of(entry(AchEntry.Kind.RETURN, "R02", payer, 123_54)), 1);
        assertThat(achReturns.settle(APPLIER)).isEqualTo(1);
        assertThat(reader.bankReturn(line).orElseThrow().row().reason()).isEqualTo("R02 Account closed");
        assertItCameBackOnce();
    }

    @Test
    void aLineThatNobodyKnewIsSettledByWhatTheFileSaysOfIt() {
        long line =
                statements.comeBack(entity, new Line("", -123_54, "ACH RETURN")).getFirst();
        assertThat(books.open(invoice)).isZero();
        achReturns.take(List.of(entry(AchEntry.Kind.RETURN, "R01", payer, 123_54)), 1);
        assertThat(achReturns.settle(APPLIER)).isEqualTo(1);
        assertThat(reader.bankReturn(line).orElseThrow().row().paymentId()).isEqualTo(payment);
        assertItCameBackOnce();
    }

    @Test
    void anEntryWithoutItsPaymentWaitsAndAFileThatComesTwiceAddsNothing() {
        AchEntry unknown = entry(AchEntry.Kind.RETURN, "R03", "Nobody " + entity.code(), 9_99);
        assertThat(achReturns.take(List.of(unknown), 1)).isEqualTo(new AchReturns.Taken(1, 0));
        assertThat(achReturns.take(List.of(unknown), 2)).isEqualTo(new AchReturns.Taken(0, 1));
        assertThat(achReturns.settle(APPLIER)).isZero();
        assertThat(reader.achWaiting(1_000))
                .extracting(ReturnReader.AchLine::name)
                .contains(unknown.name());
        assertThat(books.open(invoice)).isZero();
    }

    @Test
    void aNotificationOfChangeIsKeptAndChangesNothing() {
        AchEntry change = entry(AchEntry.Kind.CHANGE, "C01", payer, 0);
        achReturns.take(List.of(change), 1);
        assertThat(achReturns.settle(APPLIER)).isZero();
        assertThat(reader.achChanges(1_000))
                .filteredOn(line -> line.name().equals(payer))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.reason()).isEqualTo("C01 Corrected account number");
                    assertThat(line.told()).isEqualTo("1918171614");
                });
        assertThat(books.open(invoice)).isZero();
    }

    private long statementOf(long line) {
        return sql.fetchSingle("select statement_id from cash.payment where id = ?", line)
                .get(0, Long.class);
    }
}
