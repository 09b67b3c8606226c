package org.quittance.formats.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.copy.CopySigns;

/** What a PDF tells of the document that it is a copy of, and why it cannot be kept. */
class CopyPdfTest {

    private static final CopyPdf.Place ALONE = new CopyPdf.Place("a.pdf", 0);

    private static final String CII = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
                xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100">
              <rsm:ExchangedDocumentContext><ram:ID>not this one</ram:ID></rsm:ExchangedDocumentContext>
              <rsm:ExchangedDocument><ram:ID> F-2026-17 </ram:ID><ram:TypeCode>380</ram:TypeCode></rsm:ExchangedDocument>
              <rsm:SupplyChainTradeTransaction><ram:ApplicableHeaderTradeAgreement>
                <ram:SellerTradeParty><ram:ID>1</ram:ID><ram:Name>Halden &amp; Rowe GmbH</ram:Name></ram:SellerTradeParty>
                <ram:BuyerTradeParty><ram:Name>Alder Paper</ram:Name></ram:BuyerTradeParty>
              </ram:ApplicableHeaderTradeAgreement></rsm:SupplyChainTradeTransaction>
            </rsm:CrossIndustryInvoice>
            """;

    private static final String ZUGFERD_1 = """
            <rsm:CrossIndustryDocument xmlns:rsm="urn:ferd:CrossIndustryDocument:invoice:1p0" xmlns:ram="urn:r">
              <rsm:HeaderExchangedDocument><ram:ID>R-9</ram:ID></rsm:HeaderExchangedDocument>
            </rsm:CrossIndustryDocument>
            """;

    static Stream<Arguments> readable() {
        return Stream.of(
                Arguments.of(Pdfs.of("Invoice number: INV-1001"), "", "", "[INV-1001]"),
                Arguments.of(Pdfs.of("Thank you"), "", "", "[]"),
                Arguments.of(
                        Pdfs.withFile("factur-x.xml", CII, "Invoice number: X"),
                        "F-2026-17",
                        "Halden & Rowe GmbH",
                        "[]"),
                Arguments.of(Pdfs.withFile("ZUGFeRD-invoice.xml", ZUGFERD_1, "x"), "R-9", "", "[]"),
                // a file of another name, XML that is none, and one that would fetch something say nothing
                Arguments.of(Pdfs.withFile("order.xml", CII, "Invoice no. 77"), "", "", "[77]"),
                Arguments.of(Pdfs.withFile("factur-x.xml", "<a", "Invoice no. 77"), "", "", "[77]"),
                Arguments.of(
                        Pdfs.withFile(
                                "factur-x.xml",
                                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><CrossIndustryInvoice><ExchangedDocument><ID>&x;</ID></ExchangedDocument></CrossIndustryInvoice>",
                                "Invoice no. 77"),
                        "",
                        "",
                        "[77]"),
                Arguments.of(Pdfs.protectedAgainstChange("Invoice no. 77"), "", "", "[77]"));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void aPdfTellsItsNumber(byte[] pdf, String xmlNumber, String seller, String pageNumbers) {
        assertThat(CopyPdf.read("a.pdf", pdf, ALONE)).isInstanceOf(CopyPdf.Outcome.Read.class);
        CopySigns signs = ((CopyPdf.Outcome.Read) CopyPdf.read("a.pdf", pdf, ALONE)).signs();
        assertThat(signs.xmlNumber()).isEqualTo(xmlNumber);
        assertThat(signs.xmlSeller()).isEqualTo(seller);
        assertThat(signs.pageNumbers().toString()).isEqualTo(pageNumbers);
    }

    static Stream<Arguments> refused() {
        byte[] good = Pdfs.of("Invoice no. 77");
        return Stream.of(
                Arguments.of(new byte[CopyPdf.MOST_BYTES + 1], "a.pdf is larger than 20,000,000 bytes"),
                Arguments.of("MZ, a program".getBytes(StandardCharsets.UTF_8), "a.pdf is no PDF"),
                Arguments.of(new byte[0], "a.pdf is no PDF"),
                Arguments.of(Pdfs.locked("Invoice no. 77"), "a.pdf is locked with a password"),
                Arguments.of(Arrays.copyOf(good, 40), "a.pdf is a damaged PDF"),
                Arguments.of("%PDF-1.7\n%%EOF".getBytes(StandardCharsets.UTF_8), "a.pdf is a damaged PDF"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeKeptIsRefusedWithARemedy(byte[] pdf, String message) {
        assertThat(CopyPdf.read("a.pdf", pdf, ALONE)).isInstanceOfSatisfying(CopyPdf.Outcome.Refused.class, refused -> {
            assertThat(refused.problem().message()).isEqualTo(message);
            assertThat(refused.problem().remedy()).isNotBlank();
        });
    }

    @Test
    void damageNeverThrows() {
        byte[] good = Pdfs.withFile("factur-x.xml", CII, "Invoice number: X");
        for (int i = 0; i < good.length; i += 97) {
            byte[] damaged = good.clone();
            damaged[i] ^= 0x5A;
            assertThat(CopyPdf.read("a.pdf", damaged, ALONE)).as("byte %d", i).isNotNull();
        }
    }
}
