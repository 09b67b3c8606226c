package org.quittance.formats.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quittance.formats.Damage;
import org.quittance.formats.FuzzTime;
import org.quittance.formats.Parsed;

/** Whatever happens to a file on its way, reading it ends with an answer: seeded damage to every sample. */
class DamagedFilesTest {

    private static final int ROUNDS_OF_EACH_SAMPLE = 250;
    private static final long SEED = 20_260_302L;

    @Test
    void noDamageMakesTheReaderThrow() throws IOException {
        int answers = 0;
        int taken = 0;
        for (Path sample : StatementReaderGoldenTest.samples()) {
            byte[] original = Files.readAllBytes(sample);
            for (int round = 0; round < ROUNDS_OF_EACH_SAMPLE; round++) {
                long seed = SEED + round;
                Parsed<List<BankStatement>> parsed = read(sample, Damage.of(original, new Random(seed)), seed);
                answers++;
                taken += parsed.isRefused() ? 0 : 1;
            }
        }
        assertThat(answers).isGreaterThan(4_000);
        assertThat(taken)
                .as("damage must not only make files that are refused at once")
                .isGreaterThan(500);
    }

    @Test
    void damageForAsLongAsIsAskedForIsAnswered() throws IOException {
        List<Path> samples = StatementReaderGoldenTest.samples();
        List<byte[]> originals = new ArrayList<>();
        for (Path sample : samples) {
            originals.add(Files.readAllBytes(sample));
        }
        long rounds = FuzzTime.spend(SEED + ROUNDS_OF_EACH_SAMPLE, (round, seed) -> {
            int which = (int) (round % samples.size());
            read(samples.get(which), Damage.of(originals.get(which), new Random(seed)), seed);
        });
        assertThat(rounds).isPositive();
    }

    @Test
    void aFileThatIsCutAnywhereGivesNoStatementThatTheWholeFileDoesNotGive() throws IOException {
        for (Path sample : StatementReaderGoldenTest.samples()) {
            byte[] original = Files.readAllBytes(sample);
            Parsed<List<BankStatement>> whole = read(sample, original, 0);
            int statements = whole.isRefused() ? 0 : whole.get().size();
            int entries = whole.isRefused() ? 0 : entries(whole.get());
            for (int length = 0; length < original.length; length += 7) {
                Parsed<List<BankStatement>> cut = read(sample, Arrays.copyOf(original, length), length);
                if (!cut.isRefused()) {
                    assertThat(cut.get().size())
                            .as("%s cut at %d", sample, length)
                            .isLessThanOrEqualTo(statements + 1);
                    assertThat(entries(cut.get()))
                            .as("%s cut at %d", sample, length)
                            .isLessThanOrEqualTo(entries);
                }
            }
        }
    }

    private static int entries(List<BankStatement> statements) {
        return statements.stream().mapToInt(s -> s.entries().size()).sum();
    }

    private static Parsed<List<BankStatement>> read(Path sample, byte[] bytes, long seed) throws IOException {
        try {
            Parsed<List<BankStatement>> parsed =
                    StatementReader.read(sample.getFileName().toString(), new ByteArrayInputStream(bytes));
            if (!parsed.isRefused()) {
                parsed.get().forEach(DamagedFilesTest::requireSound);
            }
            return parsed;
        } catch (RuntimeException e) {
            return fail("%s, damage %d: %s".formatted(sample, seed, e), e);
        }
    }

    /** What a statement promises to those who read it. */
    private static void requireSound(BankStatement statement) {
        BigInteger sum = BigInteger.ZERO;
        for (BankEntry entry : statement.entries()) {
            assertThat(entry.amount().currency()).isEqualTo(statement.currency());
            assertThat(entry.line()).isPositive();
            assertThat(entry.remittanceText()).doesNotContain("\0");
            sum = sum.add(BigInteger.valueOf(entry.amount().minor()));
        }
        assertThat(sum.bitLength()).isLessThan(Long.SIZE);
        statement.difference();
    }
}
