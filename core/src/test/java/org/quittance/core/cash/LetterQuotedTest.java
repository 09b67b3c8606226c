package org.quittance.core.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quittance.core.cash.SmallLedger.payment;
import static org.quittance.core.cash.SmallLedger.told;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.cash.Decision.Applied;
import org.quittance.core.cash.Decision.Line;
import org.quittance.core.cash.Evidence.Kind;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.reference.LetterReference;
import org.quittance.core.testing.Dice;

class LetterQuotedTest {

    private static final String DUTCH = "NL91ABNA0417164300";
    private static final String RF = LetterReference.of(20417, DUTCH).value();
    private static final String SETTLED = LetterReference.of(20418, DUTCH).value();
    private static final String QRR =
            LetterReference.of(20419, "CH4431999123000889012").value();
    private static final String OGM =
            LetterReference.of(20420, "BE68539007547034").value();

    private final SmallLedger ledger = SmallLedger.ofAlderAndBirch()
            .letter(RF, 1, 2, 4, 99)
            .letter(SETTLED, 98, 99)
            .letter(QRR, 5)
            .letter(OGM, 1, 3);

    @ParameterizedTest(name = "{0}: {1} \"{2}\" is {3}")
    @CsvSource({
        // What is still open of the letter, whoever pays, however the reference is written.
        "Alder Ltd, 320, {RF},                                  applied 4=-30.00 1=100.00 2=250.00",
        "somebody,  320, {RF},                                  applied 4=-30.00 1=100.00 2=250.00",
        "Birch AG,  320, {RF},                                  applied 4=-30.00 1=100.00 2=250.00",
        "Alder Ltd, 320, your letter {rf spaced} thank you,     applied 4=-30.00 1=100.00 2=250.00",
        "Alder Ltd, 320, {rf wrapped},                          applied 4=-30.00 1=100.00 2=250.00",
        "somebody,  75,  {QRR},                                 applied 5=75.00",
        "somebody,  160, +++{ogm printed}+++,                   applied 3=60.00 1=100.00",
        "somebody,  160, {OGM} {OGM},                           applied 3=60.00 1=100.00",
        // Two letters, and a letter with one number more.
        "Alder Ltd, 395, {RF} {QRR},                            applied 4=-30.00 1=100.00 2=250.00 5=75.00",
        "Alder Ltd, 380, {RF} and INV000010047,                 applied 4=-30.00 3=60.00 1=100.00 2=250.00",
        // Numbers beside the reference say what of the letter is paid.
        "Alder Ltd, 100, {RF} invoice 10021,                    applied 1=100.00",
        // A part of the letter that nothing says is for a person, however odd the sum; a little less or more is as with
        // numbers.
        "Alder Ltd, 350, {RF},                                  proposed 1=100.00 2=250.00",
        "Alder Ltd, 150, {OGM},                                 applied 3=50.00 1=100.00",
        "Alder Ltd, 170, {OGM},                                 applied 3=60.00 1=100.00 rest 10.00",
        "Alder Ltd, 90,  {OGM},                                 proposed 1=90.00",
        // Nothing of it is open any more: neither a guess by a piece of the reference nor by the amount.
        "Alder Ltd, 60,  {SETTLED},                             proposed 3=60.00",
        "somebody,  60,  {SETTLED},                             unidentified",
        // One typing error and it is nobody's.
        "somebody,  320, {mistyped},                            unidentified",
    })
    void aLettersReferenceNamesWhatItListedAndIsStillOpen(String payer, double euros, String text, String expected) {
        assertThat(told(ledger.match(payer, euros, written(text)))).isEqualTo(expected);
    }

    /** A letter that takes 10.00 of a credit of 30.00 off, and one that lists the credit beside what it asks for. */
    @ParameterizedTest(name = "{0} \"{1}\" is {2}")
    @CsvSource({
        "90,  {OFF},    applied 4=-10.00 1=100.00",
        "70,  {OFF},    applied 4=-30.00 1=100.00",
        "350, {BESIDE}, applied 1=100.00 2=250.00",
        "320, {BESIDE}, applied 4=-30.00 1=100.00 2=250.00",
    })
    void creditsAreTakenOffAsTheLetterSaysOrAsItAllows(double euros, String reference, String expected) {
        String off = LetterReference.of(20421, DUTCH).value();
        String beside = LetterReference.of(20422, DUTCH).value();
        SmallLedger credits = SmallLedger.ofAlderAndBirch()
                .letter(off, Map.of(ItemId.of(1), 100_00L, ItemId.of(4), -10_00L))
                .letter(beside, Map.of(ItemId.of(1), 100_00L, ItemId.of(2), 250_00L), Set.of(ItemId.of(4)));

        String text = reference.equals("{OFF}") ? off : beside;

        assertThat(told(credits.match("somebody", euros, text))).isEqualTo(expected);
    }

    /** Alder's plan is about items 1 (100.00), 2 (250.00) and 3 (60.00), which fell due together. */
    @ParameterizedTest(name = "{0}: {1} \"{2}\" is {3}")
    @CsvSource({
        // An instalment, whatever it is and whoever pays it.
        "somebody,  90,  {PLAN},                     applied 1=90.00",
        "somebody,  120, {PLAN} third instalment,    applied 1=100.00 2=20.00",
        "somebody,  410, {PLAN},                     applied 3=60.00 1=100.00 2=250.00",
        // The number alone is enough of the customer, and of nobody else.
        "Alder Ltd, 120, PLAN-12 instalment 2 of 6,  applied 1=100.00 2=20.00",
        "Alder Ltd, 120, Repayment plan 12,          applied 1=100.00 2=20.00",
        "somebody,  120, PLAN-12,                    proposed 1=100.00 2=20.00",
        "Birch AG,  120, plan 12,                    proposed 1=100.00 2=20.00",
        // No plan of ours; and what else the text names says what is paid.
        "somebody,  120, PLAN-13,                    unidentified",
        "Alder Ltd, 60,  PLAN-12 INV000010047,       applied 3=60.00",
    })
    void aPlanIsPaidInTheOrderInWhichItsItemsFellDue(String payer, double euros, String text, String expected) {
        String plan = LetterReference.of(20423, DUTCH).value();
        SmallLedger withPlan = SmallLedger.ofAlderAndBirch().plan(plan, "PLAN-12", 1, 2, 3);

        assertThat(told(withPlan.match(payer, euros, text.replace("{PLAN}", plan))))
                .isEqualTo(expected);
    }

    @Test
    void whatIsPaidBeyondAPlanIsNotMadeUpOfIt() {
        String plan = LetterReference.of(20423, DUTCH).value();
        Match match = SmallLedger.ofAlderAndBirch().plan(plan, "PLAN-12", 3).match("Alder Ltd", 75, plan);

        assertThat(told(match)).isEqualTo("applied 3=60.00 rest 15.00");
    }

    @Test
    void theEvidenceSaysWhichLetterAndWhereItStands() {
        Match match = ledger.match("somebody", 320, "reminder " + RF);
        Evidence first = match.evidence().getFirst();
        assertThat(first)
                .isEqualTo(new Evidence(
                        Kind.LETTER_REFERENCE,
                        9,
                        25,
                        null,
                        "The text quotes " + RF + " of the letter of 3 March 2026: 4 items, 3 of them still open"));
        assertThat(match.evidence()).hasSize(2);
        assertThat(match.confidence()).isEqualTo(0.999);
    }

    @Test
    void aReferenceInAFieldOfItsOwnCountsLikeOneInTheText() {
        Payment field = withReference(320, RF, "");
        assertThat(told(ledger.match(field))).isEqualTo("applied 4=-30.00 1=100.00 2=250.00");
        assertThat(ledger.match(field).evidence().getFirst().sentence()).startsWith("The reference quotes " + RF);
        Payment both = withReference(320, RF, "letter " + RF);
        assertThat(ledger.match(both).evidence().getFirst().start()).isEqualTo(7);
    }

    @Test
    void whatALetterAskedForIsPaidWhereTheRestIsPromisedOrDisputed() {
        SmallLedger disputed =
                SmallLedger.ofAlderAndBirch().letter(RF, Map.of(ItemId.of(1), 10_000L, ItemId.of(2), 15_000L));
        assertThat(told(disputed.match("Alder Ltd", 250, RF))).isEqualTo("applied 1=100.00 2=150.00");
        assertThat(told(disputed.match("Alder Ltd", 350, RF))).isEqualTo("applied 1=100.00 2=250.00");
    }

    @Test
    void ofTwoPaymentsThatQuoteALetterTheSecondFindsWhatIsLeft() {
        MatchRun run = ledger.run(payment("a", "Alder Ltd", 100, "INV000010021"), payment("b", "Alder Ltd", 220, RF));
        assertThat(run.matches().stream().map(SmallLedger::told))
                .containsExactly("applied 1=100.00", "applied 4=-30.00 2=250.00");
    }

    @Test
    void aLetterThatIsSettledIsToldOf() {
        assertThat(ledger.match("somebody", 60, SETTLED).evidence())
                .extracting(Evidence::sentence)
                .contains("The text quotes " + SETTLED
                        + " of the letter of 3 March 2026: 2 items, none of them still open");
    }

    @Test
    void theDigitsOfAReferenceAreNoCustomersNumber() {
        SmallLedger likeCustomer = SmallLedger.ofAlderAndBirch()
                .invoice(11, "7000020417", "Cedar BV", "C-1", 900)
                .letter(RF, 1, 2);
        assertThat(likeCustomer.match("somebody", 350, RF).evidence())
                .extracting(Evidence::kind)
                .doesNotContain(Kind.CUSTOMER_NUMBER);
    }

    @Test
    void whateverALetterListedItIsWhatIsStillOpenOfIt() {
        Dice.roll(300, dice -> {
            SmallLedger books = new SmallLedger();
            List<Long> listed = new ArrayList<>();
            List<Line> open = new ArrayList<>();
            for (long id = 1; id <= 12; id++) {
                boolean isOpen = dice.percent(80);
                long euros = dice.between(1, 40);
                if (isOpen) {
                    books.invoice(id, "70010", "Alder Ltd", "AP-5500" + id, euros);
                }
                if (dice.percent(60)) {
                    listed.add(id);
                    if (isOpen) {
                        open.add(new Line(ItemId.of(id), euros * 100));
                    }
                }
            }
            if (!open.isEmpty()) {
                books.letter(RF, listed.stream().mapToLong(Long::longValue).toArray());
                long sum = open.stream().mapToLong(Line::amountMinor).sum();
                Match match = books.match(dice.percent(50) ? "Alder Ltd" : "somebody", sum / 100.0, RF);
                assertThat(match.decision()).isInstanceOfSatisfying(Applied.class, applied -> {
                    assertThat(applied.division().lines()).containsExactlyInAnyOrderElementsOf(open);
                    assertThat(applied.division().remainderMinor()).isZero();
                });
            }
        });
    }

    private static Payment withReference(double euros, String reference, String text) {
        Payment bare = payment("p", "somebody", euros, text);
        return new Payment(
                bare.id(), bare.amount(), bare.valueDate(), bare.payerName(), "", List.of(reference), text, List.of());
    }

    private static String written(String text) {
        return text.replace("{RF}", RF)
                .replace("{rf spaced}", RF.replaceAll("(.{4})", "$1 ").toLowerCase(java.util.Locale.ROOT))
                .replace("{rf wrapped}", RF.substring(0, 7) + "\n" + RF.substring(7))
                .replace("{QRR}", QRR)
                .replace("{OGM}", OGM)
                .replace("{ogm printed}", OGM.substring(0, 3) + "/" + OGM.substring(3, 7) + "/" + OGM.substring(7))
                .replace("{SETTLED}", SETTLED)
                .replace("{mistyped}", RF.substring(0, 15) + "8");
    }
}
