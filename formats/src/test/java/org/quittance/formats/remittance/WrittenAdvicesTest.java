package org.quittance.formats.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.formats.Damage;
import org.quittance.formats.FuzzTime;
import org.quittance.formats.Parsed;

class WrittenAdvicesTest {

    private static final long SEED = 20_260_303L;

    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of("English, three columns", WrittenSamples.ENGLISH, """
                        PDF NG-2026-00881 of 2026-03-02, GBP 1716.50
                          from  /  to\s
                          INV-20117: 1176.00 = gross 1200.00, discount 24.00, adjustment - ; refers to []
                          INV-20131: 640.50 = gross 640.50, discount -, adjustment - ; refers to []
                          CN-3307: -100.00 = gross -100.00, discount -, adjustment - ; refers to []
                          misses its total by 0.00
                        """),
                Arguments.of("German, the discount in the last column", WrittenSamples.GERMAN, """
                        PDF 9900123 of 2026-02-27, EUR 3200.00
                          from Brenner Anlagenbau GmbH /  to\s
                          RE-88012: 2450.00 = gross 2500.00, discount 50.00, adjustment - ; refers to []
                          RE-88019: 750.00 = gross 750.00, discount -, adjustment - ; refers to []
                          misses its total by 0.00
                        """),
                Arguments.of("French, Swiss thousands", WrittenSamples.FRENCH, """
                        PDF VIR2026030277 of 2026-03-02, CHF 1550.20
                          from Moulins du Lac SA /  to\s
                          F2026-0031: 1240.00 = gross -, discount -, adjustment - ; refers to []
                          F2026-0044: 310.20 = gross -, discount -, adjustment - ; refers to []
                          misses its total by 0.00
                        """),
                Arguments.of("Spanish, without a heading", WrittenSamples.SPANISH, """
                        PDF  of null, EUR 1210.10
                          from Suministros Vega SL /  to\s
                          A-5512: 1010.10 = gross -, discount -, adjustment - ; refers to []
                          A-5533: 200.00 = gross -, discount -, adjustment - ; refers to []
                          misses its total by 0.00
                        """),
                Arguments.of("short paid, and no word why", WrittenSamples.SHORT_PAID, """
                        PDF  of null, USD 780.00
                          from  /  to\s
                          7700121: 480.00 = gross 500.00, discount -, adjustment -20.00 ; refers to []
                          7700122: 300.00 = gross 300.00, discount -, adjustment - ; refers to []
                          misses its total by 0.00
                        """),
                Arguments.of("lines that miss the total", WrittenSamples.DOES_NOT_ADD_UP, """
                        PDF  of null, EUR 900.00
                          from  /  to\s
                          7700121: 500.00 = gross -, discount -, adjustment - ; refers to []
                          7700122: 300.00 = gross -, discount -, adjustment - ; refers to []
                          misses its total by 100.00
                        REMARK line 2 : The lines of advice  miss its total by EUR 100.00 [EUR 900.00]
                          -> Ask the payer which is right; a person decides what the payment is for
                        """),
                Arguments.of("no currency", WrittenSamples.WITHOUT_CURRENCY, """
                        refused
                        ROW_REFUSED line 0 currency: The advice names no currency []
                          -> Ask the payer for a corrected advice
                        FILE_REFUSED line 0 : Nothing of this file can be taken as a remittance advice []
                          -> Mend what is listed, or ask whoever sent the file for it again
                        """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void aPdfReadsAsAPersonReadsIt(String what, String text, String expected) throws IOException {
        assertThat(AdviceText.of(read("advice.pdf", WrittenSamples.pdf(text)))).isEqualTo(expected);
    }

    @Test
    void theTextOfAMailIsAnAdviceOfItsSender() throws IOException {
        RemittanceAdvice advice =
                one(WrittenSamples.mail(WrittenSamples.SPANISH.replace("Ordenante: Suministros Vega SL\n", "")));
        assertThat(advice.format()).isEqualTo("E-mail");
        assertThat(advice.payerName()).isEqualTo("Ines Vega");
        assertThat(advice.date()).isEqualTo("2026-03-02");
        assertThat(advice.total().toString()).isEqualTo("EUR 1210.10");
        assertThat(advice.lines()).extracting(RemittanceAdvice.Line::document).containsExactly("A-5512", "A-5533");
    }

    @Test
    void aTableOfAMailInHtmlIsReadRowByRow() throws IOException {
        RemittanceAdvice advice = one(WrittenSamples.mailOfHtml());
        assertThat(advice.reference()).isEqualTo("NG-2026-77");
        assertThat(advice.total().toString()).isEqualTo("EUR 100.00");
        assertThat(advice.addsUp()).isTrue();
        assertThat(advice.lines()).extracting(RemittanceAdvice.Line::document).containsExactly("INV-1001", "INV-1002");
    }

    @Test
    void whatIsAttachedToAMailIsReadInPlaceOfItsText() throws IOException {
        RemittanceAdvice advice =
                one(WrittenSamples.mailWith("advice.pdf", WrittenSamples.pdf(WrittenSamples.ENGLISH)));
        assertThat(advice.format()).isEqualTo("PDF");
        assertThat(advice.payerName()).isEqualTo("accounts@northgate.example");
        assertThat(advice.addsUp()).isTrue();
    }

    @Test
    void aPageThatIsAPictureAndAMailAboutSomethingElseAreNoAdvices() throws IOException {
        assertThat(AdviceText.of(read("scan.pdf", WrittenSamples.pdf(""))))
                .contains("The PDF has no text: it is a picture of a page", "as their system prints it");
        assertThat(AdviceText.of(
                        read("lunch.eml", WrittenSamples.mailWith("menu.docx", "PK".getBytes(StandardCharsets.UTF_8)))))
                .contains("What is attached as menu.docx is not read from the mail", "refused");
    }

    @Test
    void noDamageMakesTheReaderThrow() throws IOException {
        List<byte[]> originals = originals();
        for (int round = 0; round < 400; round++) {
            answered(originals.get(round % originals.size()), SEED + round);
        }
        for (byte[] original : originals) {
            for (int length = 0; length < original.length; length += 37) {
                read("cut", Arrays.copyOf(original, length));
            }
        }
        long rounds = FuzzTime.spend(
                SEED + 1_000, (round, seed) -> answered(originals.get((int) (round % originals.size())), seed));
        assertThat(rounds).isPositive();
    }

    private static List<byte[]> originals() throws IOException {
        return List.of(
                WrittenSamples.pdf(WrittenSamples.ENGLISH),
                WrittenSamples.mail(WrittenSamples.GERMAN),
                WrittenSamples.mailOfHtml(),
                WrittenSamples.mailWith("advice.pdf", WrittenSamples.pdf(WrittenSamples.SHORT_PAID)));
    }

    private static void answered(byte[] original, long seed) throws IOException {
        read("damaged", Damage.of(original, new Random(seed)));
    }

    private static RemittanceAdvice one(byte[] mail) throws IOException {
        Parsed<List<RemittanceAdvice>> parsed = read("advice.eml", mail);
        assertThat(parsed.isRefused()).as(AdviceText.of(parsed)).isFalse();
        assertThat(parsed.get()).hasSize(1);
        return parsed.get().getFirst();
    }

    private static Parsed<List<RemittanceAdvice>> read(String name, byte[] bytes) throws IOException {
        return RemittanceReader.read(name, new ByteArrayInputStream(bytes));
    }
}
