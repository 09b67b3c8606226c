package org.quittance.correspondence.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quittance.correspondence.letter.SampleLetters.TODAY;
import static org.quittance.correspondence.letter.SampleLetters.item;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.codecrete.qrbill.generator.Bill;
import net.codecrete.qrbill.generator.QRBill;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.PostalAddress;
import org.quittance.core.reference.LetterReference;
import org.quittance.correspondence.letter.LetterWording.Stage;
import org.quittance.testing.Golden;

class PaymentCodesTest {

    private static final float DPI = 300;
    private static final PostalAddress BIEL = new PostalAddress("Rue du Lac", "1268", "2501", "Biel");
    private static final String QR_IBAN = "CH4431999123000889012";
    private static final String SWISS_IBAN = "CH9300762011623852957";

    @ParameterizedTest
    @EnumSource(
            value = Template.class,
            names = {"REMINDER", "NOTICE_1", "STATEMENT"})
    void howToPayReadsInEachLanguageAsItWasApproved(Template template) {
        String all = Stream.of(Language.values())
                .map(language -> SampleLetters.letter(template, language, "DE"))
                .map(letter -> payments(LetterWording.of(SampleLetters.quoting(letter)))
                        + "\n-- looked at before it is sent\n"
                        + payments(LetterWording.of(letter, Stage.PREVIEW)))
                .collect(Collectors.joining("\n" + "#".repeat(76) + "\n"));
        Golden.assertSame("letters/payments_" + template + ".txt", all);
    }

    @Test
    void aBankingAppReadsTheTransferOffTheLetter() throws IOException {
        LetterContent notice = SampleLetters.quoting(SampleLetters.letter(Template.NOTICE_1, Language.ENGLISH, "GB"));
        WrittenLetter letter = Letters.write(notice);
        Golden.keep("letters/quoted_NOTICE_1.pdf", letter.pdf());
        Golden.assertSame("letters/quoted_NOTICE_1.txt", letter.text());
        assertThat(codes(letter.pdf())).containsExactly("""
                BCD
                002
                1
                SCT
                ABNANL2A
                Alder Paper Europe B.V.
                NL91ABNA0417164300
                EUR7270.00

                %s""".formatted(
                        LetterReference.of(1, "NL91ABNA0417164300").value()));
        assertThat(textOf(letter.pdf())).contains("Please quote RF23 QL70 0000 0001", "Scan to pay EUR 7,270.00");
        assertThat(letter.html()).contains("QL70 0000 0001").doesNotContain("<object", "Scan to pay");
    }

    @Test
    void theSameLetterWithCodesIsTheSameFileByteForByte() {
        for (LetterContent letter : List.of(
                SampleLetters.quoting(SampleLetters.letter(Template.NOTICE_2, Language.GERMAN, "AT")),
                swiss(QR_IBAN, BIEL, "CHF"))) {
            assertThat(Letters.write(letter).pdf())
                    .isEqualTo(Letters.write(letter).pdf());
        }
    }

    @Test
    void aLetterFromSwitzerlandHasAQrBillBehindIt() throws IOException {
        WrittenLetter letter = Letters.write(swiss(QR_IBAN, BIEL, "CHF"));
        Golden.keep("letters/swiss.pdf", letter.pdf());
        Bill bill = QRBill.decodeQrCodeText(onlyCode(letter.pdf()));
        assertThat(bill.getAccount()).isEqualTo(QR_IBAN);
        assertThat(bill.getAmount()).isEqualByComparingTo("7270.00");
        assertThat(bill.getCurrency()).isEqualTo("CHF");
        assertThat(bill.getReference()).isEqualTo(LetterReference.of(1, QR_IBAN).value());
        assertThat(bill.getReferenceType()).isEqualTo(Bill.REFERENCE_TYPE_QR_REF);
        assertThat(bill.getCreditor().getStreet()).isEqualTo("Rue du Lac");
        assertThat(bill.getCreditor().getTown()).isEqualTo("Biel");
        assertThat(textOf(letter.pdf())).contains("Récépissé", "Section paiement");
        try (PDDocument document = Loader.loadPDF(letter.pdf())) {
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void anAccountThatIsNoQrIbanIsBilledWithACreditorReference() throws IOException {
        Bill bill = QRBill.decodeQrCodeText(
                onlyCode(Letters.write(swiss(SWISS_IBAN, BIEL, "EUR")).pdf()));
        assertThat(bill.getReferenceType()).isEqualTo(Bill.REFERENCE_TYPE_CRED_REF);
        assertThat(bill.getCurrency()).isEqualTo("EUR");
    }

    @Test
    void withoutPostalCodeAndTownThereIsNoBillAndForEurosATransferInstead() throws IOException {
        assertThat(codes(
                        Letters.write(swiss(QR_IBAN, PostalAddress.NONE, "CHF")).pdf()))
                .isEmpty();
        assertThat(codes(
                        Letters.write(swiss(QR_IBAN, PostalAddress.NONE, "EUR")).pdf()))
                .isEmpty();
        assertThat(codes(Letters.write(swiss(SWISS_IBAN, PostalAddress.NONE, "EUR"))
                        .pdf()))
                .singleElement()
                .asString()
                .startsWith("BCD\n002\n");
    }

    @Test
    void whatAsksForNothingOrIsNotKeptHasNoCode() throws IOException {
        LetterContent statement =
                SampleLetters.quoting(SampleLetters.letter(Template.STATEMENT, Language.ENGLISH, "GB"));
        assertThat(codes(Letters.write(statement).pdf())).isEmpty();
        LetterContent notice = SampleLetters.letter(Template.NOTICE_1, Language.ENGLISH, "GB");
        assertThat(codes(Letters.preview(notice).pdf())).isEmpty();
    }

    @Test
    void aReferenceForAnAccountThatTheLetterDoesNotNameIsRefused() {
        LetterContent notice = SampleLetters.letter(Template.NOTICE_1, Language.ENGLISH, "GB");
        PaymentDetails other = new PaymentDetails("Alder", "DE89370400440532013000", "");
        assertThatThrownBy(() -> notice.quoting(Map.of(other, LetterReference.of(1, other.iban()))))
                .hasMessageContaining("does not name");
    }

    private static String payments(LetterView view) {
        return view.payments().stream()
                .map(payment -> payment.facts().stream()
                                .map(fact -> fact.label() + view.colon() + " " + fact.value())
                                .collect(Collectors.joining("\n", "", "\n"))
                        + (payment.code() == null ? "" : "[" + payment.code().caption() + "]\n"))
                .collect(Collectors.joining("\n"));
    }

    private static LetterContent swiss(String iban, PostalAddress address, String currency) {
        LetterContent sample = SampleLetters.letter(Template.NOTICE_1, Language.FRENCH, "CH");
        PaymentDetails bank = new PaymentDetails("Papier Alder SA", iban, "", address, "CH");
        return SampleLetters.quoting(new LetterContent(
                sample.template(),
                sample.texts(),
                sample.date(),
                sample.payBy(),
                sample.from(),
                sample.to(),
                List.of(new Section(
                        "Papier Alder SA",
                        "CH-4711",
                        bank,
                        List.of(item(1, ItemKind.INVOICE, "AP-1", TODAY.minusDays(9), currency, "7270.00")))),
                sample.signature()));
    }

    private static String onlyCode(byte[] pdf) throws IOException {
        assertThat(codes(pdf)).hasSize(1);
        return codes(pdf).getFirst();
    }

    /** What a reader sees on each page as it is printed. */
    private static List<String> codes(byte[] pdf) throws IOException {
        List<String> codes = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                read(renderer.renderImageWithDPI(page, DPI)).forEach(codes::add);
            }
        }
        return codes;
    }

    private static Stream<String> read(BufferedImage page) {
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        BinaryBitmap bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));
        try {
            return Stream.of(new QRCodeReader()
                    .decode(
                            bitmap,
                            Map.of(
                                    DecodeHintType.TRY_HARDER,
                                    true,
                                    DecodeHintType.POSSIBLE_FORMATS,
                                    List.of(BarcodeFormat.QR_CODE)))
                    .getText());
        } catch (NotFoundException e) {
            return Stream.empty();
        } catch (ReaderException e) {
            throw new AssertionError("a code that cannot be read", e);
        }
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }
}
