package org.quittance.formats.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quittance.core.money.Money;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;
import org.quittance.formats.bank.SharedData;

class AchReturnReaderTest {

    private static final String HEADER =
            "101 091400606 0910000192603031200A094101OUR BANK               HALDEN ROWE INC";
    private static final String BATCH =
            "5200HALDEN ROWE INC                     1234567890CCDINVOICES        260304   1091000010000001";
    private static final String RETURN =
            "626091400606123456789        0000123540CUST-4711      PAUL JONES              1091000017611242";
    private static final String NO_FUNDS =
            "799R01091000010000017      09140060CALLED                                      091400600000001";
    private static final String CHANGE =
            "626091400606123456789        0000000000CUST-4712      BEST CO                 1091000017611243";
    private static final String NEW_ACCOUNT =
            "798C01091000010000018      091400601918171614                                  091400600000002";

    private static Parsed<List<AchEntry>> read(String... records) throws IOException {
        return AchReturnReader.read(
                "returns.ach",
                new ByteArrayInputStream(String.join("\n", records).getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aReturnedDebitIsToldWithItsReasonItsPayerAndTheTraceOfWhatCameBack() throws IOException {
        Parsed<List<AchEntry>> parsed = read(HEADER, BATCH, RETURN, NO_FUNDS);
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.get())
                .containsExactly(new AchEntry(
                        3,
                        AchEntry.Kind.RETURN,
                        "R01",
                        Money.of("1235.40", "USD"),
                        "PAUL JONES",
                        "CUST-4711",
                        "091400600000001",
                        "091000010000017",
                        "CALLED",
                        LocalDate.of(2026, 3, 4)));
        assertThat(parsed.get().getFirst().reason()).isEqualTo("R01 Insufficient funds");
    }

    @Test
    void aNotificationOfChangeIsInformationWithWhatIsCorrected() throws IOException {
        assertThat(read(HEADER, BATCH, CHANGE, NEW_ACCOUNT, RETURN, NO_FUNDS).get())
                .satisfiesExactly(
                        first -> {
                            assertThat(first.kind()).isEqualTo(AchEntry.Kind.CHANGE);
                            assertThat(first.told()).isEqualTo("1918171614");
                            assertThat(first.reason()).isEqualTo("C01 Corrected account number");
                        },
                        second -> assertThat(second.kind()).isEqualTo(AchEntry.Kind.RETURN));
    }

    @Test
    void aCreditOfOursThatCameBackAndADisputeOfBanksTakeNoMoneyBack() throws IOException {
        Parsed<List<AchEntry>> parsed = read(
                HEADER, BATCH, RETURN.replaceFirst("^626", "621"), NO_FUNDS, RETURN, NO_FUNDS.replace("R01", "R62"));
        assertThat(parsed.get()).isEmpty();
        assertThat(parsed.problems())
                .extracting(Problem::message)
                .satisfiesExactly(
                        first -> assertThat(first).contains("A payment of ours came back"),
                        second -> assertThat(second).contains("dispute among themselves"));
    }

    @Test
    void anEntryThatCannotBeReadIsLeftOutAndTheOthersAreTaken() throws IOException {
        Parsed<List<AchEntry>> parsed =
                read(HEADER, BATCH, RETURN.replace("0000123540", "00001X3540"), NO_FUNDS, RETURN, NO_FUNDS);
        assertThat(parsed.get()).hasSize(1);
        assertThat(parsed.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).isEqualTo("This is not an amount in cents"));
        assertThat(read(HEADER, BATCH, RETURN, NO_FUNDS.replace("R01", "???")).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("no return reason or change code"));
    }

    @Test
    void aFileWithoutReturnsHasNoneAndAnotherFileIsRefused() throws IOException {
        assertThat(read(HEADER, BATCH, RETURN).get()).isEmpty();
        assertThat(read("hello").isRefused()).isTrue();
    }

    @Test
    void whateverIsDamagedNothingIsThrown() throws IOException {
        String whole = String.join("\n", HEADER, BATCH, RETURN, NO_FUNDS, CHANGE, NEW_ACCOUNT);
        Random random = new Random(20260302);
        for (int round = 0; round < 500; round++) {
            StringBuilder damaged = new StringBuilder(whole);
            for (int i = 0; i < 5; i++) {
                damaged.setCharAt(random.nextInt(40, damaged.length()), (char) random.nextInt(10, 256));
            }
            Parsed<List<AchEntry>> parsed = read(damaged.substring(0, random.nextInt(40, damaged.length())));
            assertThat(parsed.problems()).isNotNull();
        }
    }

    /** Other people's files: every one is read, and the returns in them have codes that are known. */
    @Test
    void realFilesOfReturnsAreRead() throws IOException {
        Map<String, Integer> codes = new TreeMap<>();
        for (Path file : SharedData.bankFiles()) {
            byte[] bytes = Files.readAllBytes(file);
            Parsed<List<AchEntry>> parsed =
                    AchReturnReader.read(file.getFileName().toString(), new ByteArrayInputStream(bytes));
            if (!parsed.isRefused()) {
                List<AchEntry> entries = new ArrayList<>(parsed.get());
                entries.forEach(entry -> codes.merge(entry.code(), 1, Integer::sum));
            }
        }
        assertThat(codes).containsKeys("R01", "C01");
    }
}
