package org.quittance.formats.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.cash.SettlementReport;
import org.quittance.core.money.Money;
import org.quittance.formats.Damage;
import org.quittance.formats.FuzzTime;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;

class CollectionReaderTest {

    private static final String ORDER = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.008.001.08">
            <CstmrDrctDbtInitn>
            <GrpHdr><MsgId>HALDEN-0301</MsgId><CreDtTm>2026-03-01T08:00:00</CreDtTm><NbOfTxs>2</NbOfTxs></GrpHdr>
            <PmtInf>
            <PmtInfId>COLL-77</PmtInfId><PmtMtd>DD</PmtMtd><BtchBookg>true</BtchBookg><NbOfTxs>2</NbOfTxs><CtrlSum>150.50</CtrlSum>
            <ReqdColltnDt>2026-03-05</ReqdColltnDt>
            <Cdtr><Nm>Halden &amp; Rowe GmbH</Nm></Cdtr>
            <CdtrAcct><Id><IBAN>DE75512108001245126199</IBAN></Id></CdtrAcct>
            <DrctDbtTxInf>
            <PmtId><EndToEndId>E2E-1</EndToEndId></PmtId><InstdAmt Ccy="EUR">100.50</InstdAmt>
            <DrctDbtTx><MndtRltdInf><MndtId>M-9</MndtId></MndtRltdInf></DrctDbtTx>
            <Dbtr><Nm>Brightwater GmbH</Nm></Dbtr><DbtrAcct><Id><IBAN>BE68 5390 0754 7034</IBAN></Id></DbtrAcct>
            <RmtInf><Ustrd>Invoice INV-20417</Ustrd></RmtInf>
            </DrctDbtTxInf>
            <DrctDbtTxInf>
            <PmtId><InstrId>I-2</InstrId><EndToEndId>NOTPROVIDED</EndToEndId></PmtId><InstdAmt Ccy="EUR">50.00</InstdAmt>
            <Dbtr><Nm>Kontor Lind</Nm></Dbtr>
            <RmtInf><Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf>
            </DrctDbtTxInf>
            </PmtInf>
            </CstmrDrctDbtInitn>
            </Document>
            """;

    private static final String STATUS = """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10">
            <CstmrPmtStsRpt>
            <GrpHdr><MsgId>BANK-1</MsgId></GrpHdr>
            <OrgnlGrpInfAndSts><OrgnlMsgId>HALDEN-0301</OrgnlMsgId><OrgnlMsgNmId>pain.008.001.08</OrgnlMsgNmId></OrgnlGrpInfAndSts>
            <OrgnlPmtInfAndSts><OrgnlPmtInfId>COLL-77</OrgnlPmtInfId>
            <TxInfAndSts><OrgnlEndToEndId>E2E-1</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf></TxInfAndSts>
            <TxInfAndSts><OrgnlEndToEndId>E2E-2</OrgnlEndToEndId><TxSts>ACSP</TxSts></TxInfAndSts>
            </OrgnlPmtInfAndSts>
            <OrgnlPmtInfAndSts><OrgnlPmtInfId>COLL-78</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts>
            <StsRsnInf><Rsn><Prtry>late</Prtry></Rsn></StsRsnInf></OrgnlPmtInfAndSts>
            </CstmrPmtStsRpt>
            </Document>
            """;

    private static Parsed<List<SettlementReport>> read(String text) throws IOException {
        return CollectionReader.read("collection.xml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Parsed<List<CollectionRejection>> status(String text) throws IOException {
        return CollectionReader.readStatus(
                "status.xml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aCollectionTellsWhatTheSumOfItsDayIsMadeOf() throws IOException {
        SettlementReport collection = read(ORDER).get().getFirst();
        assertThat(collection.reference()).isEqualTo("COLL-77, HALDEN-0301");
        assertThat(collection.account()).isEqualTo("DE75512108001245126199");
        assertThat(collection.date()).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(collection.net()).isEqualTo(Money.of("150.50", "EUR"));
        assertThat(collection.difference().isZero()).isTrue();
        SettlementReport.Line first = collection.lines().getFirst();
        assertThat(first.transaction()).isEqualTo("E2E-1");
        assertThat(first.payerName()).isEqualTo("Brightwater GmbH");
        assertThat(first.customer()).isEqualTo("BE68539007547034");
        assertThat(first.text()).isEqualTo("Invoice INV-20417\nMandate M-9");
        assertThat(collection.lines().get(1).transaction()).isEqualTo("I-2");
        assertThat(collection.lines().get(1).text()).isEqualTo("RF18539007547034");
        assertThat(read(ORDER).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "<InstdAmt Ccy=\"EUR\">50.00#<InstdAmt Ccy=\"EUR\">5x#is left out: ",
                "<InstdAmt Ccy=\"EUR\">50.00#<InstdAmt Ccy=\"EUR\">0#Nothing is collected",
                "<InstdAmt Ccy=\"EUR\">50.00#<InstdAmt Ccy=\"SEK\">50.00#Its debits are in several currencies",
                "<InstdAmt Ccy=\"EUR\">50.00</InstdAmt>#<x/>#The amount is missing",
                "2026-03-05#the fifth#This is not a date",
                "<BtchBookg>true#<BtchBookg>false#the bank books its debits one by one"
            })
    void aCollectionIsTakenWholeOrNotAtAll(String right, String wrong, String message) throws IOException {
        Parsed<List<SettlementReport>> parsed = read(ORDER.replace(right, wrong));
        assertThat(parsed.get()).isEmpty();
        assertThat(parsed.problems())
                .anySatisfy(problem -> assertThat(problem.message())
                        .startsWith("Collection COLL-77 is left out: ")
                        .contains(message));
    }

    @Test
    void aSumThatItsDebitsMissIsKeptWithTheDifference() throws IOException {
        assertThat(read(ORDER.replace("150.50", "151.50")).get().getFirst().difference())
                .isEqualTo(Money.of("1.00", "EUR"));
    }

    @Test
    void aStatusReportTellsWhatWasRejectedAndNothingElse() throws IOException {
        assertThat(status(STATUS).get())
                .extracting(
                        CollectionRejection::message,
                        CollectionRejection::collection,
                        CollectionRejection::endToEnd,
                        CollectionRejection::code)
                .containsExactly(
                        tuple("HALDEN-0301", "COLL-77", "E2E-1", "AC04"), tuple("HALDEN-0301", "COLL-78", "", "late"));
    }

    @Test
    void eachIsRecognisedByItsBeginning() {
        assertThat(CollectionReader.claims(ORDER.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(CollectionReader.claimsStatus(ORDER.getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(CollectionReader.claimsStatus("<Document><CstmrPmtStsRpt>".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(CollectionReader.claims("x pain.008.001.08".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void whateverIsDamagedTheAnswerIsAValueAndProblems() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        for (String whole : List.of(ORDER, STATUS)) {
            for (int i = 0; i < 300; i++) {
                byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
                for (int j = 0; j < 1 + random.nextInt(8); j++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                byte[] cut = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
                assertThat(CollectionReader.read("x", new ByteArrayInputStream(cut))
                                .problems())
                        .allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
                List<Problem> told = CollectionReader.readStatus("x", new ByteArrayInputStream(cut))
                        .problems();
                assertThat(told)
                        .allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
            }
        }
    }

    @Test
    void damageForAsLongAsIsAskedForIsAnswered() throws IOException {
        long rounds = FuzzTime.spend(20_260_305L, (round, seed) -> {
            byte[] damaged =
                    Damage.of((round % 2 == 0 ? ORDER : STATUS).getBytes(StandardCharsets.UTF_8), new Random(seed));
            try {
                answered(CollectionReader.read("order.xml", new ByteArrayInputStream(damaged)));
                answered(CollectionReader.readStatus("status.xml", new ByteArrayInputStream(damaged)));
            } catch (RuntimeException e) {
                fail("seed %d: %s".formatted(seed, e), e);
            }
        });
        assertThat(rounds).isPositive();
    }

    private static void answered(Parsed<? extends List<?>> parsed) {
        parsed.problems().forEach(problem -> assertThat(problem.remedy()).isNotBlank());
        assertThat(parsed.isRefused() || parsed.get() != null).isTrue();
    }
}
