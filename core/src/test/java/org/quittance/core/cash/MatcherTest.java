package org.quittance.core.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quittance.core.cash.SmallLedger.payment;
import static org.quittance.core.cash.SmallLedger.told;

import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.cash.Evidence.Kind;
import org.quittance.core.cash.Payment.RemittanceLine;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;

class MatcherTest {

    private final SmallLedger ledger = SmallLedger.ofAlderAndBirch();

    @ParameterizedTest(name = "{0}: {1} \"{2}\" is {3}")
    @CsvSource({
        // The number, however it is written.
        "Alder Ltd, 100, invoice INV000010021,             applied 1=100.00",
        "Alder Ltd, 100, inv-0000-10021,                   applied 1=100.00",
        "Alder Ltd, 100, invoice 10021,                    applied 1=100.00",
        "Alder Ltd, 100, invoice 000010021,                applied 1=100.00",
        "Alder Ltd, 100, INV00 0010021,                    applied 1=100.00",
        "somebody,  100, invoice INV000010021,             applied 1=100.00",
        // Several, run together or listed; credits taken along.
        "Alder Ltd, 350, INV000010021 INV000010022,        applied 1=100.00 2=250.00",
        "Alder Ltd, 350, 1002110022,                       applied 1=100.00 2=250.00",
        "Alder Ltd, 350, ref 0: 10021ref 1: 10022,         applied 1=100.00 2=250.00",
        "Alder Ltd, 320, 10021/10022 less CN000000305,     applied 4=-30.00 1=100.00 2=250.00",
        "Alder Ltd, 320, 10021 and 10022,                  applied 4=-30.00 1=100.00 2=250.00",
        // An order that is billed with two invoices stands for both, or for the one that fits.
        "Alder Ltd, 350, order PO-88123,                   applied 1=100.00 2=250.00",
        "Alder Ltd, 250, order PO-88123,                   applied 2=250.00",
        // Damaged numbers need the payer and the amount.
        "Alder Ltd, 100, INV000010012,                     applied 1=100.00",
        "Alder Ltd, 100, NV00010021,                       applied 1=100.00",
        "Alder Ltd, 100, INV0000100211,                    applied 1=100.00",
        "Alder Ltd, 250, your no. 0022,                    applied 2=250.00",
        "somebody,  100, INV000010012,                     unidentified",
        "Birch AG,  100, INV000010012,                     on account 70020",
        // The amount alone.
        "Alder Ltd, 60,  thank you,                        applied 3=60.00",
        "ALDER LTD., 60, '',                               applied 3=60.00",
        "somebody,  60,  customer 70010,                    applied 3=60.00",
        "Alder Ltd, 380, all we owe,                       applied 4=-30.00 3=60.00 1=100.00 2=250.00",
        "Alder Ltd, 160, two of them,                      applied 3=60.00 1=100.00",
        "Alder Ltd, 60,  our invoice 9988776,              proposed 3=60.00",
        "Birch AG,  75,  thank you,                        proposed 5=75.00 | 9=75.00",
        "Alder Ltd, 61,  thank you,                        on account 70010",
        "somebody,  60,  thank you,                        unidentified",
        // Less and more than the item.
        "Alder Ltd, 40,  INV000010021,                     applied 1=40.00",
        "somebody,  40,  INV000010021,                     proposed 1=40.00",
        "Birch AG,  40,  INV000010021,                     proposed 1=40.00",
        "Alder Ltd, 110, INV000010021,                     applied 1=100.00 rest 10.00",
        "Alder Ltd, 200.01, INV000010021,                  proposed 1=100.00 rest 100.01",
        "Alder Ltd, 110, INV000010021 and 9988776,         proposed 1=100.00 rest 10.00",
        "Alder Ltd, 300, INV000010021 INV000010022,        proposed 1=100.00 2=200.00",
        "Alder Ltd, 249.80, INV000010022,                  applied 2=249.80",
    })
    void aPaymentGoesWhereItsTextAndAmountSay(String payer, double euros, String text, String expected) {
        assertThat(told(ledger.match(payer, euros, text))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1} \"{2}\" is {3}")
    @CsvSource({
        // An ending stands for the number before it; a range for whatever the customer owes inside it.
        "Cedar BV, 60,  '4711001, 002, 03',             applied 21=10.00 22=20.00 23=30.00",
        "Cedar BV, 60,  4711001/02/03,                  applied 21=10.00 22=20.00 23=30.00",
        "Cedar BV, 60,  4711001 - 4711003,              applied 21=10.00 22=20.00 23=30.00",
        "Cedar BV, 110, 4711001 bis 005,                applied 21=10.00 22=20.00 23=30.00 25=50.00",
        "somebody, 110, invoices 4711001 to 4711005,    applied 21=10.00 22=20.00 23=30.00 25=50.00",
        // The number is one item's to the letter, the amount that of its neighbour: a person decides.
        "Cedar BV, 50,  '4711001, 004',                 proposed 25=50.00",
        // A day and an amount are no endings.
        "Cedar BV, 10,  '4711001, 02.05.2026',          applied 21=10.00",
        "Cedar BV, 10,  4711001 10.02,                  applied 21=10.00",
        "Cedar BV, 20,  4711003 and 4711009 less 10,    proposed 22=20.00",
        // The bank has broken the line inside the number.
        "Cedar BV, 40,  47110|01 4711|003,              applied 21=10.00 23=30.00",
    })
    void aListOrARangeOfWhichOnlyTheFirstNumberIsWholeIsReadToItsEnd(
            String payer, double euros, String text, String expected) {
        SmallLedger cedar = new SmallLedger()
                .invoice(21, "70030", "Cedar BV", "4711001", 10)
                .invoice(22, "70030", "Cedar BV", "4711002", 20)
                .invoice(23, "70030", "Cedar BV", "4711003", 30)
                .invoice(24, "70040", "Dorn SA", "4711004", 40)
                .invoice(25, "70030", "Cedar BV", "4711005", 50);

        assertThat(told(cedar.match(payer, euros, text.replace('|', '\n')))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: \"{1}\" is {2}")
    @CsvSource({
        // The bank writes the payer's name in front of the text: whatever needs a known payer is found.
        "60,  ALDER LTD,                              applied 3=60.00",
        "250, ALDER LTD YOUR NO. 0022,                applied 2=250.00",
        "61,  Alder Ltd thank you,                    on account 70010",
        "75,  BIRCH AG YOUR 0091,                     applied 5=75.00",
        "61,  payment of Alder Ltd,                   unidentified",
        "61,  ALDER LTD. 70020,                       on account 70020",
    })
    void aNameInFrontOfTheTextIsThePayersWhereTheBankGivesNone(double euros, String text, String expected) {
        assertThat(told(ledger.match("", euros, text))).isEqualTo(expected);
    }

    @Test
    void theEvidenceForANameInTheTextPointsToIt() {
        Match match = ledger.match("", 61, "ALDER LTD thank you");
        assertThat(match.evidence().getFirst())
                .isEqualTo(new Evidence(
                        Kind.PAYER_NAME, 0, 9, null, "\"ALDER LTD\" in the text is the name of customer 70010"));
    }

    @ParameterizedTest(name = "{0}: {1} \"{2}\" is {3}")
    @CsvSource({
        // Endings only, less the discount of the terms to the cent; less something else, or more, is for a person.
        "Alder Ltd, 343.00,  invoices 0021/0022,       applied 1=98.00 2=245.00",
        "Alder Ltd, 98.00,   invoice 0021,             applied 1=98.00",
        "Alder Ltd, 340.00,  invoices 0021/0022,       proposed 1=100.00 2=240.00",
        "Alder Ltd, 400.00,  invoices 0021/0022,       proposed 1=100.00 2=250.00 rest 50.00",
        "Alder Ltd, 343.00,  invoices 0021/0022/9988,  on account 70010",
        "somebody,  343.00,  invoices 0021/0022,       unidentified",
    })
    void endingsOfNumbersLessAnExactReasonAreTheItems(String payer, double euros, String text, String expected) {
        MatchPolicy terms = MatchPolicy.standard().granting(new MatchPolicy.Discount(200, 60, 0));
        assertThat(told(SmallLedger.ofAlderAndBirch().under(terms).match(payer, euros, text)))
                .isEqualTo(expected);
    }

    @Test
    void anItemsOwnTermsComeBeforeThoseOfThePolicy() {
        SmallLedger own = new SmallLedger()
                .granting(300, 45)
                .invoice(31, "70050", "Elm Ltd", "INV000020001", 100)
                .granting(200, 5)
                .invoice(32, "70050", "Elm Ltd", "INV000020002", 200)
                .under(MatchPolicy.standard().granting(new MatchPolicy.Discount(500, 60, 0)));

        assertThat(told(own.match("Elm Ltd", 97, "INV000020001"))).isEqualTo("applied 31=97.00");
        assertThat(own.match("Elm Ltd", 97, "INV000020001").evidence())
                .extracting(Evidence::sentence)
                .contains("What is missing is exactly the discount of 3 %, taken within the terms");
        // Forty days after the document a discount within five is late: it stays open.
        assertThat(((Decision.Applied) own.match("Elm Ltd", 196, "INV000020002").decision())
                        .division()
                        .differences())
                .containsExactly(new Decision.Difference(
                        ItemId.of(32), Decision.Difference.Kind.DEDUCTION, 4_00, "Discount taken 35 days late"));
        // Five per cent is what the policy grants, and not these items.
        assertThat(own.match("Elm Ltd", 95, "INV000020001").evidence())
                .extracting(Evidence::kind)
                .doesNotContain(Kind.CASH_DISCOUNT);
    }

    @ParameterizedTest(name = "{0}: {1} \"{2}\" is {3}")
    @CsvSource({
        "Alder Ltd, 425, 100211002210091, applied 1=100.00 2=250.00 5=75.00",
        "somebody,  425, 100211002210091, applied 1=100.00 2=250.00 5=75.00",
    })
    void numbersRunTogetherMayBeOfAllForWhomThePayerPays(String payer, double euros, String text, String expected) {
        assertThat(told(ledger.match(payer, euros, text))).doesNotStartWith("applied");
        assertThat(told(ledger.paying("70010", "70020").match(payer, euros, text)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1} \"{2}\" is {3}")
    @CsvSource({
        "Birch AG, 410, invoice 1814,              applied 6=410.00",
        // 14 is neither inside 1814 nor long enough to be read alone.
        "Birch AG, 33,  invoice 1814,              proposed 7=33.00",
        "Birch AG, 20,  invoice 14,                on account 70020",
        "Birch AG, 99,  paid on 14.07.2026,        on account 70020",
        "Birch AG, 99,  paid on 2026-07-14,        on account 70020",
        // Eight digits that are a day too name the item only where the amount agrees.
        "Birch AG, 520, 20260714,                  applied 8=520.00",
        "Birch AG, 99,  20260714,                  on account 70020",
        // The customer's own number is nobody's invoice.
        "x,        99,  customer 70020,             on account 70020",
    })
    void aShortNumberADateOrAPartysCodeIsNoDocument(String payer, double euros, String text, String expected) {
        assertThat(told(ledger.match(payer, euros, text))).isEqualTo(expected);
    }

    @Test
    void theEvidencePointsToTheNumberInTheText() {
        Match match = ledger.match("Alder Ltd", 100, "invoice INV000010021, thanks");

        assertThat(match.confidence()).isGreaterThan(0.99);
        assertThat(match.evidence())
                .extracting(Evidence::kind)
                .containsExactly(Kind.DOCUMENT_NUMBER, Kind.AMOUNT, Kind.PAYER_NAME);
        Evidence number = match.evidence().getFirst();
        assertThat(match.payment().remittanceText().substring(number.start(), number.end()))
                .isEqualTo("INV000010021");
        assertThat(number.sentence()).isEqualTo("\"INV000010021\" in the text is invoice INV000010021");
    }

    @Test
    void twoEquallyGoodAnswersAreNeverApplied() {
        Match match = ledger.match("Birch AG", 75, "thank you");

        assertThat(match.decision()).isInstanceOf(Decision.Proposed.class);
        assertThat(match.confidence()).isLessThanOrEqualTo(0.5);
        assertThat(match.evidence()).extracting(Evidence::kind).contains(Kind.AMBIGUOUS);
    }

    @ParameterizedTest(name = "structured reference {0}")
    @CsvSource({"RF18539007547034, applied 10=77.00", "RF17539007547034, on account 70020"})
    void aStructuredReferenceInItsOwnFieldNamesTheItem(String reference, String expected) {
        Payment plain = payment("p", "Birch AG", 77, "");
        Payment payment = withReferences(plain, List.of(reference), List.of());

        // 77.00 is the item's amount as well: without it the amount alone would say the same.
        assertThat(told(SmallLedger.ofAlderAndBirch().under(withoutAllowances()).match(payment)))
                .isEqualTo(expected.startsWith("applied") ? expected : "proposed 10=77.00");
    }

    @Test
    void theLinesOfAnAdviceDecideEachAmount() {
        List<RemittanceLine> lines = List.of(line("INV000010021", 90), line("10022", 250), line("CN000000305", -30));
        Payment payment = withReferences(payment("p", "Alder Ltd", 310, "see advice"), List.of(), lines);

        assertThat(told(ledger.match(payment))).isEqualTo("applied 4=-30.00 1=90.00 2=250.00");
    }

    @Test
    void whatAnAdviceTakesOffStaysOpenAsADeductionWithItsReason() {
        List<RemittanceLine> lines = List.of(
                new RemittanceLine("INV000010021", Money.ofMinor(90_00, "EUR"), 4_00, "reason 06"), line("10022", 250));
        Match match = ledger.match(withReferences(payment("p", "Alder Ltd", 340, "see advice"), List.of(), lines));

        assertThat(told(match)).isEqualTo("applied 1=90.00 2=250.00");
        assertThat(((Decision.Applied) match.decision()).division().differences())
                .containsExactly(
                        new Decision.Difference(ItemId.of(1), Decision.Difference.Kind.DEDUCTION, 4_00, "reason 06"));
    }

    @Test
    void noMoreIsDeductedThanIsLeftOpen() {
        List<RemittanceLine> lines =
                List.of(new RemittanceLine("INV000010021", Money.ofMinor(100_00, "EUR"), 4_00, "reason 06"));
        Match match = ledger.match(withReferences(payment("p", "Alder Ltd", 100, "see advice"), List.of(), lines));

        assertThat(((Decision.Applied) match.decision()).division().differences())
                .isEmpty();
    }

    @Test
    void ofAnAdviceThatNamesADocumentThatIsNotOpenTheOthersAreProposed() {
        List<RemittanceLine> lines = List.of(line("INV000010021", 90), line("9988776", 250));
        Match match = ledger.match(withReferences(payment("p", "Alder Ltd", 340, "see advice"), List.of(), lines));

        assertThat(told(match)).isEqualTo("proposed 1=90.00 rest 250.00");
        assertThat(match.evidence())
                .extracting(Evidence::sentence)
                .contains("The remittance advice also names 9988776, of which not so much is open");
    }

    @Test
    void whoPaysForAnotherNamesTheOthersItemsInTheAdvice() {
        List<RemittanceLine> lines = List.of(line("INV000010021", 90));
        Payment payment = withReferences(payment("p", "Birch AG", 90, "see advice"), List.of(), lines);

        assertThat(told(ledger.match(payment))).isEqualTo("applied 1=90.00");
    }

    @Test
    void anAdviceThatDoesNotAddUpIsNotFollowed() {
        List<RemittanceLine> lines = List.of(line("INV000010021", 90), line("10022", 250));
        Payment payment = withReferences(payment("p", "Alder Ltd", 310, "see advice"), List.of(), lines);

        assertThat(told(ledger.match(payment))).isEqualTo("proposed 3=60.00 2=250.00");
    }

    @Test
    void anItemInAnotherCurrencyIsNoCandidate() {
        Payment dollars = new Payment(
                "p",
                Money.ofMinor(10_000, Currency.getInstance("USD")),
                SmallLedger.DAY,
                "Alder Ltd",
                "",
                List.of(),
                "invoice INV000010021",
                List.of());

        assertThat(told(ledger.match(dollars))).isEqualTo("on account 70010");
    }

    @Test
    void aBankAccountThatHasPaidBeforeKnowsThePayerWhateverTheName() {
        SmallLedger known = ledger.payer("70010", "GB29NWBK60161331926819");
        Payment payment = new Payment(
                "p",
                Money.of("60", "EUR"),
                SmallLedger.DAY,
                "A. Trading",
                "GB29 NWBK 6016 1331 9268 19",
                List.of(),
                "",
                List.of());

        assertThat(told(known.match(payment))).isEqualTo("applied 3=60.00");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Alder Ltd, 40,  INV000010021,       proposed 1=40.00",
        "Alder Ltd, 110, INV000010021,       proposed 1=100.00 rest 10.00",
        "Alder Ltd, 60,  thank you,          proposed 3=60.00",
        "Alder Ltd, 160, two of them,        proposed 3=60.00 1=100.00",
        "Alder Ltd, 320, 10021 and 10022,    proposed 1=100.00 2=220.00",
        "Alder Ltd, 100, INV000010021,       applied 1=100.00",
    })
    void whatThePolicyDoesNotAllowIsProposed(String payer, double euros, String text, String expected) {
        assertThat(told(ledger.under(withoutAllowances()).match(payer, euros, text)))
                .isEqualTo(expected);
    }

    @Test
    void moneyThatWentOutIsNotMatched() {
        assertThatThrownBy(() -> payment("p", "Alder Ltd", -5, "")).isInstanceOf(IllegalArgumentException.class);
    }

    private static MatchPolicy withoutAllowances() {
        return MatchPolicy.standard().allowing(Set.of());
    }

    private static RemittanceLine line(String reference, long euros) {
        return new RemittanceLine(reference, Money.ofMinor(euros * 100, "EUR"));
    }

    private static Payment withReferences(Payment plain, List<String> references, List<RemittanceLine> lines) {
        return new Payment(
                plain.id(),
                plain.amount(),
                plain.valueDate(),
                plain.payerName(),
                plain.payerAccount(),
                references,
                plain.remittanceText(),
                lines);
    }

    @Test
    void knowsWhoPaysByTheVirtualAccountThatWasPaidOrNamed() {
        SmallLedger known = SmallLedger.ofAlderAndBirch()
                .withVirtualAccount("70020", "DE02100100100006820101")
                .payer("70010", "GB29NWBK60161331926819");
        Payment sent = new Payment(
                "p",
                Money.of("410", "EUR"),
                SmallLedger.DAY,
                "somebody",
                "GB29NWBK60161331926819",
                List.of(),
                "thank you",
                List.of(),
                0,
                null,
                "DE02100100100006820101",
                null);

        Match match = known.match(sent);

        assertThat(told(match)).isEqualTo("applied 6=410.00");
        assertThat(match.evidence())
                .anyMatch(one -> one.kind() == Kind.VIRTUAL_ACCOUNT
                        && one.sentence().equals("The money was sent to the virtual account of customer 70020"));
        assertThat(told(known.match("somebody", 410, "paid to DE02 1001 0010 0006 8201 01")))
                .isEqualTo("applied 6=410.00");
        assertThat(told(known.match("somebody", 411, "to DE02100100100006820101")))
                .isEqualTo("on account 70020");
    }
}
