package org.quittance.cash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerHierarchy;
import org.quittance.ledger.CustomerPlace;
import org.quittance.ledger.HierarchyOutcome;
import org.quittance.ledger.ItemDraft;
import org.quittance.ledger.LedgerCheck;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.Statements;
import org.quittance.testing.Statements.Line;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** From the bank's line to the item, where nobody has heard of the payer, or where one pays for another. */
@ApplicationTest
class UnknownPayerTest {

    private static final String STRANGER = "Nobody We Know Ltd";

    @Autowired
    private Statements statements;

    @Autowired
    private Books books;

    @Autowired
    private PaymentReader payments;

    @Autowired
    private CustomerHierarchy hierarchy;

    @Autowired
    private LedgerCheck check;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;

    @BeforeEach
    void anEntityOfItsOwn() {
        clock.setTo(Books.TODAY);
        entity = books.entity("EUR");
    }

    private ItemId invoice(String account, String document, long minor, String assignment, String reference) {
        ItemDraft draft = new ItemDraft(
                1,
                entity.id(),
                account,
                "Customer " + account,
                ItemKind.INVOICE,
                "test",
                document,
                "",
                Books.TODAY.minusDays(30),
                Books.TODAY,
                true,
                Books.TODAY.minusDays(30),
                "EUR",
                minor,
                minor,
                null,
                30,
                null,
                assignment,
                reference,
                "");
        books.enter(List.of(draft));
        return ItemId.of(sql.fetchSingle(
                        "select id from ledger.item where entity_id = ? and document = ?", entity.id(), document)
                .get(0, Long.class));
    }

    private String firstEvidence(long payment) {
        return payments.payment(payment, Viewer.system("casper"))
                .orElseThrow()
                .evidence()
                .getFirst()
                .sentence();
    }

    @ParameterizedTest(name = "{0} / {1}")
    @CsvSource({
        "your order 4500778812,       ''",
        "order PO-4500778812,         ''",
        "delivery 80099123 thanks,    ''",
        "invoice 770031,              ''",
        "invoice INV 0077 0031,       ''",
        "'',                          RF50770031",
    })
    void anyNumberOfTheItemFindsItForAnUnknownPayer(String text, String reference) {
        ItemId item = invoice("CARA", "INV-00770031", 412_50, "PO-4500778812", "80099123");
        List<String> references = reference.isEmpty() ? List.of() : List.of(reference);

        statements.come(entity, new Line(STRANGER, "", 412_50, references, text));

        assertThat(books.open(item)).isZero();
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void theEvidenceNamesTheOrderNumberInTheText() {
        invoice("CARA", "INV-00770031", 412_50, "PO-4500778812", "");

        long payment = statements
                .come(entity, new Line(STRANGER, 412_50, "your order PO-4500778812"))
                .getFirst();

        assertThat(firstEvidence(payment)).isEqualTo("\"PO-4500778812\" in the text is invoice INV-00770031");
    }

    @Test
    void aNumberThatVeryManyItemsShareFindsNothing() {
        for (int i = 0; i < 10; i++) {
            invoice("C" + i, "D-100" + i, 75_00 + i, "2026777", "");
        }
        long payment = statements
                .come(entity, new Line(STRANGER, 75_00, "budget 2026777"))
                .getFirst();

        assertThat(payments.payment(payment, Viewer.system("casper"))
                        .orElseThrow()
                        .applied())
                .isEmpty();
    }

    @Test
    void aParentPaysItsSubsidiariesItemsBesideItsOwn() {
        ItemId own = invoice("MOTHER", "M-550011", 100_00, "", "");
        ItemId north = invoice("NORTH", "N-660022", 200_00, "", "");
        ItemId south = invoice("SOUTH", "S-660033", 300_00, "", "");
        place("NORTH");
        place("SOUTH");

        statements.come(entity, new Line("Customer MOTHER", 600_00, "550011 660022 660033"));

        assertThat(List.of(books.open(own), books.open(north), books.open(south)))
                .containsOnly(0L);
    }

    @Test
    void aDamagedNumberIsReadAmongTheItemsOfThoseForWhomThePayerPays() {
        invoice("MOTHER", "M-550011", 100_00, "", "");
        ItemId north = invoice("NORTH", "N-66002244", 200_00, "", "");
        place("NORTH");

        statements.come(entity, new Line("Customer MOTHER", 200_00, "invoice N-66002245"));

        assertThat(books.open(north)).isZero();
    }

    @Test
    void anAgentPaysForCustomersOfWhomItIsNeitherParentNorPayer() {
        ItemId east = invoice("EAST", "E-770011", 110_00, "", "");
        ItemId again = invoice("EAST", "E-770012", 130_00, "", "");
        ItemId west = invoice("WEST", "W-770022", 220_00, "", "");
        ItemId later = invoice("WEST", "W-77003344", 330_00, "", "");

        statements.come(entity, ofAgent(110_00, "770011"));
        statements.come(entity, ofAgent(350_00, "770012 / 770022"));
        assertThat(List.of(books.open(east), books.open(again), books.open(west)))
                .containsOnly(0L);

        // The account is known for both now: a number with a typing error is looked for in the books of both.
        statements.come(entity, ofAgent(330_00, "770033445"));
        assertThat(books.open(later)).isZero();
    }

    private static Line ofAgent(long minor, String text) {
        return Line.from("Pay-For-You Agency", "DE89370400440532013000", minor, text);
    }

    private void place(String child) {
        long mother = customer("MOTHER");
        HierarchyOutcome outcome = hierarchy.place(List.of(new CustomerPlace(customer(child), mother, mother)), "test");
        assertThat(outcome).isInstanceOf(HierarchyOutcome.Placed.class);
    }

    private long customer(String account) {
        return sql.fetchSingle(
                        "select customer_id from ledger.account where entity_id = ? and number = ?",
                        entity.id(),
                        account)
                .get(0, Long.class);
    }
}
