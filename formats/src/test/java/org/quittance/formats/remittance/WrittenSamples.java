package org.quittance.formats.remittance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Advices as people and programs write them. Made up; the habits are those of real ones. */
final class WrittenSamples {

    static final String ENGLISH = """
            Northgate Retail Ltd                         REMITTANCE ADVICE
            14 Dock Road, Bristol BS1 4XX                Page 1 of 1

            Payment reference: NG-2026-00881             Payment date: 2026-03-02
            Supplier: Halden & Rowe                      IBAN GB29NWBK60161331926819

            Invoice      Date         Gross        Discount    Net
            INV-20117    12/01/2026   1,200.00     24.00       1,176.00
            INV-20131    15/01/2026     640.50      0.00         640.50
            CN-3307      20/01/2026    -100.00      0.00        -100.00
            Total GBP                1,740.50     24.00       1,716.50
            """;

    static final String GERMAN = """
            Zahlungsavis
            Auftraggeber: Brenner Anlagenbau GmbH
            Avis-Nr. 9900123   Zahlungsdatum 27.02.2026
            Beleg        Belegdatum   Betrag EUR    Skonto
            RE-88012     02.01.2026   2.500,00      50,00
            RE-88019     09.01.2026     750,00       0,00
            Zahlbetrag                3.200,00 EUR
            """;

    static final String FRENCH = """
            Avis de virement
            Donneur d'ordre : Moulins du Lac SA
            Référence du virement : VIR2026030277   Date de virement 02.03.2026
            Facture        Date         Montant
            F2026-0031     05.01.2026   1'240.00
            F2026-0044     12.01.2026     310.20
            Montant total CHF           1'550.20
            """;

    static final String SPANISH = """
            Estimados señores: adjuntamos el detalle del pago del 02.03.2026.
            Ordenante: Suministros Vega SL
            Factura A-5512   1.010,10 EUR
            Factura A-5533     200,00 EUR
            Importe total    1.210,10 EUR
            """;

    static final String SHORT_PAID = """
            Invoice      Invoice amount     Paid
            7700121      500.00             480.00
            7700122      300.00             300.00
            Amount paid: USD 780.00
            """;

    static final String DOES_NOT_ADD_UP = """
            Invoice      Amount
            7700121      500.00
            7700122      300.00
            Total EUR    900.00
            """;

    static final String WITHOUT_CURRENCY = """
            Invoice      Amount
            7700121      500.00
            Total        500.00
            """;

    private WrittenSamples() {}

    static byte[] pdf(String text) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.setFont(new PDType1Font(Standard14Fonts.FontName.COURIER), 9);
                content.beginText();
                content.newLineAtOffset(30, 700);
                content.setLeading(12);
                for (String line : text.lines().toList()) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    static byte[] mail(String text) {
        return ("""
                From: "Ines Vega" <ines@vega.example>
                To: receivables@halden.example
                Subject: Pago
                Date: Mon, 02 Mar 2026 09:14:00 +0100
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8

                """ + text).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] mailOfHtml() {
        return """
                Date: Mon, 02 Mar 2026 09:14:00 +0100
                From: accounts@northgate.example
                Subject: Payment NG-77
                MIME-Version: 1.0
                Content-Type: text/html; charset=UTF-8

                <html><body><p>Dear all,</p><p>today we sent you the following. Payment reference NG-2026-77.</p>
                <table><tr><th>Invoice</th><th>Amount</th></tr><tr><td>INV-1001</td><td>&euro;&nbsp;99.10</td></tr>
                <tr><td>INV-1002</td><td>&euro;&nbsp;0.90</td></tr><tr><td>Total</td><td>&euro;&nbsp;100.00</td></tr></table>
                </body></html>
                """.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] mailWith(String name, byte[] attached) {
        return """
                From: accounts@northgate.example
                To: receivables@halden.example
                Subject: Our payment of today
                Date: Mon, 02 Mar 2026 09:14:00 +0100
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="part"

                --part
                Content-Type: text/plain; charset=UTF-8

                Please find our advice attached.
                --part
                Content-Type: application/octet-stream; name="%s"
                Content-Disposition: attachment; filename="%s"
                Content-Transfer-Encoding: base64

                %s
                --part--
                """.formatted(name, name, Base64.getMimeEncoder().encodeToString(attached))
                .getBytes(StandardCharsets.UTF_8);
    }
}
