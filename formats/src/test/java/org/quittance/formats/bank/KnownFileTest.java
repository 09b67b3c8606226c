package org.quittance.formats.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;

/** What people feed instead of a bank statement is called by its name. */
class KnownFileTest {

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("", "The file is empty"),
                Arguments.of(" \r\n\t\n", "The file is empty"),
                Arguments.of("Dear Sirs,\nplease find enclosed", "a kind that is not known here"),
                Arguments.of("PK\u0003\u0004\u0014\0", "Excel workbook (XLSX)"),
                Arguments.of("\u001F\u008B\b\0", "GZIP"),
                Arguments.of("\u00D0\u00CF\u0011\u00E0\u00A1", "old Office document"),
                Arguments.of("%PDF-1.7\n", "PDF"),
                Arguments.of("{\\rtf1\\ansi", "RTF"),
                Arguments.of("\u00FF\u00D8\u00FF\u00E0", "a picture"),
                Arguments.of("<!DOCTYPE html>\n<html>", "web page"),
                Arguments.of("<html><body>Please sign in</body></html>", "web page"),
                Arguments.of("OFXHEADER:100\nDATA:OFXSGML\n", "OFX"),
                Arguments.of("<?xml version='1.0'?><?OFX OFXHEADER='200'?><OFX/>", "OFX"),
                Arguments.of("!Type:Bank\nD01/02/26\n", "QIF"),
                Arguments.of("0000002032672505        00099449  US", "CODA"),
                Arguments.of("101 091000019 1234567892603020600A094101BANK", "NACHA"),
                Arguments.of("100BANKDEST01BANKORIG012603020600\n2BANKDEST01", "lockbox"),
                Arguments.of("ISA*00*          *00*", "X12"),
                Arguments.of("UNB+UNOC:3+SENDER+RECEIVER'", "EDIFACT"),
                Arguments.of("STX=ANA:1+500", "TRADACOMS"),
                Arguments.of("0128AK260302", "a kind that is not known here"),
                Arguments.of("0128AL260302", "DTAUS"),
                Arguments.of("{1:F01BANKDEFFXXXX0000000000}{2:I103BANKDEFFXXXXN}{4:\n:20:X", "SWIFT payment"),
                Arguments.of(":20:PAY-1\n:23B:CRED\n:32A:260302EUR1,00\n:50K:US\n", "SWIFT payment"),
                Arguments.of("16,142,100,,,,TEXT/\n", "without its file header"),
                Arguments.of("{\"entries\": []}", "JSON"),
                Arguments.of("Date;Amount;Text\n2026-03-02;1,00;Fee\n", "CSV"),
                Arguments.of("<Document><CstmrCdtTrfInitn/></Document>", "pain.001"),
                Arguments.of("<Document><CstmrDrctDbtInitn/></Document>", "pain.008"),
                Arguments.of("<Document><CstmrPmtStsRpt/></Document>", "pain.002"),
                Arguments.of("<Envelope><Document><FIToFICstmrCdtTrf/></Document></Envelope>", "pacs"),
                Arguments.of("<Document><RsltnOfInvstgtn/></Document>", "not a statement (camt)"),
                Arguments.of("<ubl:Invoice xmlns:ubl='urn:oasis'><ID>1</ID></ubl:Invoice>", "electronic invoice"),
                Arguments.of("<note><to>You</to></note>", "XML file of a kind that is not known here"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileThatIsNoStatementIsRefusedByItsNameWithWhatToDo(String start, String name) throws IOException {
        byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);
        Parsed<List<BankStatement>> parsed = StatementReader.read("statement", new ByteArrayInputStream(bytes));

        assertThat(parsed.isRefused()).isTrue();
        assertThat(parsed.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Problem.Severity.FILE_REFUSED);
            assertThat(problem.message()).contains(name);
            assertThat(problem.remedy()).isNotBlank();
        });
    }
}
