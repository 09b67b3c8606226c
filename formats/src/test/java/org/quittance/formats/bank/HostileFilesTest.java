package org.quittance.formats.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;
import org.quittance.formats.Problem.Severity;

/** Files that are made to fill the memory, to run for ever or to read other files. */
class HostileFilesTest {

    private static final String OPEN =
            "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'><BkToCstmrStmt><Stmt>"
                    + "<Id>S</Id><CreDtTm>2026-03-02T08:00:00</CreDtTm><Acct><Id><IBAN>GB29NWBK60161331926819</IBAN></Id></Acct>";
    private static final String CLOSE = "</Stmt></BkToCstmrStmt></Document>";
    private static final String ENTRY =
            "<Ntry><Amt Ccy='GBP'>1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-02</Dt></BookgDt>"
                    + "<AddtlNtryInf>%s</AddtlNtryInf></Ntry>";
    private static final String MT_OPEN = ":20:X\n:25:A\n:28C:1\n:60F:C260301EUR0,\n:61:260302C1,NTRFNONREF\n";
    private static final String BAI_OPEN = "01,A,B,260302,0600,1,,,2/\n02,B,A,1,260302,,USD,2/\n03,X,,,,,/\n";
    private static final int HUGE = 200_000_000;

    @ParameterizedTest
    @ValueSource(strings = {"<a>", "<Ntry>", "<Ntry><NtryDtls><TxDtls><RmtInf><Strd>"})
    void elementsWithoutEndOfNestingAreRefused(String element) throws IOException {
        Problem problem = refusal(endless(OPEN, element, 1_000_000));
        assertThat(problem.message()).contains("nested more than 60 deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a b='", "<a b=\"", "<!-- ", "<![CDATA[", "<?x ", "<a b='>' c='"})
    void aTagOrCommentWithoutEndIsRefusedBeforeItFillsTheMemory(String start) throws IOException {
        Problem problem = refusal(endless(OPEN + start, "x", HUGE));
        assertThat(problem.message()).isEqualTo("A tag or comment of this file does not end");
    }

    @Test
    void aTextOfTwoHundredMegabytesIsCutWithARemark() throws IOException {
        InputStream in = new EndlessInput(
                OPEN + ENTRY.substring(0, ENTRY.indexOf("%s")),
                "x",
                HUGE,
                ENTRY.substring(ENTRY.indexOf("%s") + 2) + CLOSE);
        Parsed<List<BankStatement>> parsed = StatementReader.read("long.xml", in);

        assertThat(parsed.get().getFirst().entries().getFirst().remittanceText())
                .hasSize(2_000);
        assertThat(parsed.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.message())
                        .isEqualTo("This text is longer than 2,000 characters; its end is left out"));
    }

    @Test
    void aLineOfTwoHundredMegabytesOfAnUnknownFormatIsRefused() throws IOException {
        assertThat(refusal(endless("", "A", HUGE)).message()).contains("a kind that is not known here");
    }

    @ParameterizedTest
    @ValueSource(strings = {MT_OPEN + ":86:", MT_OPEN, ":20:", BAI_OPEN + "16,142,1,Z,,,", BAI_OPEN})
    void aLineFormatWithoutLineEndsIsRefusedBeforeItFillsTheMemory(String start) throws IOException {
        Parsed<List<BankStatement>> parsed = StatementReader.read("long.txt", endless(start, "x", HUGE));
        assertThat(parsed.isRefused()).isTrue();
        assertThat(parsed.problems())
                .anySatisfy(p -> assertThat(p.message()).isEqualTo("A line is longer than 1,000,000 characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {MT_OPEN + ":86:", BAI_OPEN + "16,142,1,Z,,,"})
    void aMovementOfMillionsOfLinesDoesNotFillTheMemory(String start) throws IOException {
        String end = start.startsWith(":20:") ? "\n:62F:C260302EUR1,\n-\n" : "\n49,1,3/\n98,1,1,5/\n99,1,1,7/\n";
        Parsed<List<BankStatement>> parsed =
                StatementReader.read("long.txt", new EndlessInput(start, "remittance\n", HUGE / 10, end));
        BankEntry entry = parsed.get().getFirst().entries().getFirst();
        assertThat(entry.remittanceText().length()).isLessThanOrEqualTo(10_000);
        assertThat(parsed.problems())
                .anySatisfy(p -> assertThat(p.message()).contains("longer than any payment carries"));
    }

    @Test
    void aFileLargerThanTheLimitIsRefusedInPlainWords() throws IOException {
        Limits small = new Limits(10_000, 100, 60, 100, 100, 100, 1_000, 10);
        Parsed<List<BankStatement>> parsed = StatementReader.read("large.xml", endless(OPEN, ENTRY, 1_000_000), small);
        assertThat(parsed.isRefused()).isTrue();
        assertThat(parsed.problems().getLast().message()).isEqualTo("The file is larger than 10,000 bytes");
    }

    @Test
    void moreMovementsThanCanBeKeptAreRefused() throws IOException {
        Limits small = new Limits(1_000_000, 10, 60, 100, 100, 100, 1_000, 10);
        Parsed<List<BankStatement>> parsed =
                StatementReader.read("many.xml", new EndlessInput(OPEN, ENTRY, 11L * ENTRY.length(), CLOSE), small);
        assertThat(parsed.isRefused()).isTrue();
        assertThat(parsed.problems().getLast().message())
                .isEqualTo("A statement holds more movements than can be kept");
    }

    @Test
    void aFloodOfProblemsIsCountedAndNotListed() throws IOException {
        String bad = "<Stmt><Id>B</Id></Stmt>";
        byte[] file = (OPEN + ENTRY + "</Stmt>" + bad.repeat(2_500) + "</BkToCstmrStmt></Document>")
                .getBytes(StandardCharsets.UTF_8);
        Parsed<List<BankStatement>> parsed = StatementReader.read("flood.xml", new ByteArrayInputStream(file));

        assertThat(parsed.get()).hasSize(1);
        assertThat(parsed.problems()).hasSize(1_001);
        assertThat(parsed.problems().getLast().message())
                .isEqualTo("1,500 further problems of this file are not listed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e999999999", "-1.00", "+-1", "", ".", "1,2,3", "99999999999999999999", "0x10", "NaN", "1 000"})
    void anAmountThatIsNoneCostsItsStatementAndNothingElse(String amount) throws IOException {
        String file = OPEN + ENTRY.replace("1.00", amount) + "</Stmt>" + OPEN.substring(OPEN.indexOf("<Stmt>")) + ENTRY
                + CLOSE;
        Parsed<List<BankStatement>> parsed =
                StatementReader.read("amount.xml", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        assertThat(parsed.get()).hasSize(1);
        assertThat(parsed.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.severity()).isEqualTo(Severity.ROW_REFUSED));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-15"})
    void aNameWithAnUmlautSurvivesWhateverTheEncoding(String encoding) throws IOException {
        String file =
                "<?xml version='1.0' encoding='%s'?>".formatted(encoding) + OPEN + ENTRY.formatted("Müller") + CLOSE;
        assertThat(textOf(file.getBytes(Charset.forName(encoding)))).isEqualTo("Müller");
    }

    @Test
    void aFileThatSaysUtf8AndIsNotIsReadWithARemark() throws IOException {
        String file = "<?xml version='1.0' encoding='UTF-8'?>" + OPEN + ENTRY.formatted("Müller €") + CLOSE;
        byte[] bytes = file.getBytes(Charset.forName("windows-1252"));

        assertThat(textOf(bytes)).isEqualTo("Müller €");
        assertThat(StatementReader.read("x", new ByteArrayInputStream(bytes)).problems())
                .singleElement()
                .satisfies(p -> assertThat(p.severity()).isEqualTo(Severity.REMARK));
    }

    private static String textOf(byte[] file) throws IOException {
        Parsed<List<BankStatement>> parsed = StatementReader.read("encoded.xml", new ByteArrayInputStream(file));
        return parsed.get().getFirst().entries().getFirst().remittanceText();
    }

    private static InputStream endless(String start, String repeated, long length) {
        return new EndlessInput(start, repeated, length, "");
    }

    private static Problem refusal(InputStream in) throws IOException {
        Parsed<List<BankStatement>> parsed = StatementReader.read("hostile", in);
        assertThat(parsed.isRefused()).isTrue();
        return parsed.problems().getLast();
    }
}
