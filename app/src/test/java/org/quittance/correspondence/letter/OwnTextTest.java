package org.quittance.correspondence.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quittance.core.collections.Tone;
import org.quittance.core.contact.TextLength;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;
import org.quittance.correspondence.letter.OwnText.Part;

class OwnTextTest {

    private static final OwnText GOOD =
            new OwnText("Reminder", "{entity}: reminder", "Dear all,\nplease pay.", "Thank you.");

    /** The first fault of a part in this order: nothing there, lines, length, places, braces, signs. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "TITLE   | ''                      | A letter is not sent without it. Write something.",
                "AFTER   | '  '                    | A letter is not sent without it. Write something.",
                "SUBJECT | 'two\nlines {bogus}'    | It has one line. Take the line break out.",
                "BEFORE  | 'Pay by {payby}.'       | Nothing is put in for {payby} here.",
                "BEFORE  | 'Pay {}'                | Nothing is put in for {} here.",
                "BEFORE  | 'Pay {totals now'       | A brace stands alone.",
                "BEFORE  | 'Pay {{totals}}'        | A brace stands alone.",
                "AFTER   | 'Thank you \uD83D\uDE00' | The letters' font has no sign for “\uD83D\uDE00”.",
                "AFTER   | 'ありがとう'              | The letters' font has no sign for “あ”.",
            })
    void whatCannotBeSentIsSaidOfThePartThatIsAtFault(Part part, String typed, String sentence) {
        OwnText text = new OwnText(
                part == Part.TITLE ? typed : GOOD.title(),
                part == Part.SUBJECT ? typed : GOOD.subject(),
                part == Part.BEFORE ? typed : GOOD.before(),
                part == Part.AFTER ? typed : GOOD.after());
        assertThat(text.flaws(Occasion.NOTICE_1)).containsOnlyKeys(part);
        assertThat(text.flaws(Occasion.NOTICE_1).get(part)).startsWith(sentence);
    }

    @Test
    void aTextThatIsTooLongIsToldByHowMuch() {
        OwnText text = new OwnText("t".repeat(121), GOOD.subject(), GOOD.before(), "a".repeat(4_001));
        assertThat(text.flaws(Occasion.STATEMENT))
                .containsExactly(
                        Map.entry(Part.TITLE, "It has 121 characters, and at most 120 fit. Shorten it."),
                        Map.entry(Part.AFTER, "It has 4,001 characters, and at most 4,000 fit. Shorten it."));
    }

    @ParameterizedTest
    @CsvSource({"NOTICE_2, true", "SETTLEMENT, true", "STATEMENT, false", "REMINDER, false", "PLAN, false"})
    void aPlaceIsPutInOnlyWhereTheLetterKnowsIt(Occasion occasion, boolean knows) {
        OwnText text = new OwnText("Pay", "Pay", "Pay by {payBy}.", "Thank you, {name}.");
        assertThat(text.flaws(occasion).isEmpty()).isEqualTo(knows);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theShippedWordsOfEveryLetterCouldBeOnesOwn(Language language) {
        for (Occasion occasion : Occasion.values()) {
            assertThat(Texts.shipped(language).shipped(occasion).flaws(occasion))
                    .as("%s in %s", occasion, language)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Occasion.class, mode = EnumSource.Mode.MATCH_NONE, names = "TEXT_.*")
    void everyLetterHasItsOwnWordsInTitleSubjectAndText(Occasion occasion) {
        OwnText text =
                new OwnText("Title of {name}", "Subject {customer}", "First\nsecond {date}\n\n\n\nthird", "Last.\r\n");
        assertThat(text.flaws(occasion)).isEmpty();
        Texts texts = Texts.shipped(Language.FRENCH).with(occasion, text);
        Specimen specimen = Specimen.of(occasion, texts, SampleLetters.sender(), SampleLetters.TODAY);
        assertThat(specimen.subject()).isEqualTo("Subject 10000");
        assertThat(specimen.text())
                .contains("First\nsecond 2 mars 2026\n\nthird\n")
                .contains("\nLast.\n");
        Specimen shipped =
                Specimen.of(occasion, Texts.shipped(Language.FRENCH), SampleLetters.sender(), SampleLetters.TODAY);
        assertThat(shipped.text()).doesNotContain("third");
    }

    @Test
    void aTextMessageHasWordsAndAWayOutAndNoTitle() {
        OwnText words = new OwnText("", "", "{entity}: {totals}, please.", "Reply NO.");
        assertThat(words.flaws(Occasion.TEXT_FIRM)).isEmpty();
        assertThat(words.flaws(Occasion.NOTICE_1)).containsOnlyKeys(Part.TITLE, Part.SUBJECT);
        assertThat(new OwnText("", "", "a".repeat(247), " ").flaws(Occasion.TEXT_FIRM))
                .isEqualTo(Map.of(
                        Part.BEFORE,
                        "It has 247 characters, and at most 246 fit. Shorten it.",
                        Part.AFTER,
                        "A text message is not sent without it. Write something."));
        Texts texts = Texts.shipped(Language.ENGLISH).with(Occasion.TEXT_FIRM, words);
        assertThat(Specimen.of(Occasion.TEXT_FIRM, texts, SampleLetters.sender(), SampleLetters.TODAY)
                        .text())
                .isEqualTo("Alder Paper Europe B.V.: EUR 1,250.00, please. Reply NO.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theShippedTextMessagesAreTwoPartsAtMostOfTheCheapAlphabet(Language language) {
        for (Tone tone : Tone.values()) {
            TextNotice notice = new TextNotice(
                    tone,
                    Texts.shipped(language),
                    SampleLetters.TODAY,
                    "Alder Paper Europe B.V.",
                    new Recipient(CustomerId.of(1), "1000047", "Nördlinger", List.of(), "Jana Okafor", "CH"),
                    List.of(new OpenItem(
                            ItemId.of(1),
                            AccountId.of(1),
                            ItemKind.INVOICE,
                            "1",
                            SampleLetters.TODAY.minusDays(40),
                            SampleLetters.TODAY.minusDays(10),
                            Money.of("1234567.80", "CHF"),
                            Money.of("1234567.80", "CHF"))));
            assertThat(notice.length().alphabet()).as(notice.text()).isEqualTo(TextLength.Alphabet.GSM);
            assertThat(notice.length().parts()).isLessThanOrEqualTo(2);
            assertThat(notice.isTooLong()).isFalse();
        }
    }

    @Test
    void linesAndParagraphsStandInTheMailAsTheyWereWritten() {
        OwnText text = new OwnText("Pay", "Pay", "One <b>\nTwo\n\nThree & {entity}", "Bye.");
        LetterContent sample = SampleLetters.letter(Template.NOTICE_1, Language.ENGLISH, "GB");
        LetterContent own = sample.on(
                        Template.NOTICE_1,
                        sample.texts().with(Occasion.NOTICE_1, text),
                        SampleLetters.TODAY.plusDays(3))
                .orElseThrow();
        assertThat(Letters.write(own).html())
                .contains("<p>One &lt;b&gt;<br/>Two</p>")
                .contains("<p>Three &amp; Alder Paper Europe B.V.</p>");
    }
}
