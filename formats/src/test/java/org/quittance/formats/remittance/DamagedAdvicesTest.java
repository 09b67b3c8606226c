package org.quittance.formats.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.formats.Damage;
import org.quittance.formats.FuzzTime;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;

/**
 * Whatever happens to an advice on its way, reading it ends with an answer.
 */
class DamagedAdvicesTest {

    private static final int ROUNDS_OF_EACH_SAMPLE = 250;
    private static final long SEED = 20_260_302L;

    @Test
    void noDamageMakesTheReaderThrow() throws IOException {
        int taken = 0;
        for (Path sample : RemittanceReaderGoldenTest.samples()) {
            byte[] original = Files.readAllBytes(sample);
            for (int round = 0; round < ROUNDS_OF_EACH_SAMPLE; round++) {
                taken += answered(sample, original, SEED + round).isRefused() ? 0 : 1;
            }
        }
        assertThat(taken)
                .as("damage must not only make files that are refused at once")
                .isGreaterThan(200);
    }

    @Test
    void aFileThatIsCutAnywhereGivesNoAdviceThatTheWholeFileDoesNotGive() throws IOException {
        for (Path sample : RemittanceReaderGoldenTest.samples()) {
            byte[] original = Files.readAllBytes(sample);
            List<RemittanceAdvice> whole = advices(read(sample, original));
            for (int length = 0; length < original.length; length += 3) {
                assertThat(whole)
                        .as("%s cut at %d", sample, length)
                        .containsAll(advices(read(sample, Arrays.copyOf(original, length))));
            }
        }
    }

    @Test
    void aFileBeyondTheLimitIsRefusedAndNotHeld() throws IOException {
        Parsed<List<RemittanceAdvice>> parsed =
                RemittanceReader.read("big", new ByteArrayInputStream(new byte[1_001]), 1_000);
        assertThat(parsed.problems())
                .extracting(Problem::message)
                .containsExactly("The file is larger than 1,000 bytes");
    }

    @Test
    void damageForAsLongAsIsAskedForIsAnswered() throws IOException {
        List<Path> samples = RemittanceReaderGoldenTest.samples();
        List<byte[]> originals = new ArrayList<>();
        for (Path sample : samples) {
            originals.add(Files.readAllBytes(sample));
        }
        long rounds = FuzzTime.spend(SEED + ROUNDS_OF_EACH_SAMPLE, (round, seed) -> {
            int which = (int) (round % samples.size());
            answered(samples.get(which), originals.get(which), seed);
        });
        assertThat(rounds).isPositive();
    }

    private static Parsed<List<RemittanceAdvice>> answered(Path sample, byte[] original, long seed) throws IOException {
        try {
            Parsed<List<RemittanceAdvice>> parsed = read(sample, Damage.of(original, new Random(seed)));
            for (RemittanceAdvice advice : advices(parsed)) {
                advice.paymentLines();
                assertThat(advice.payerName()).doesNotContain("\0");
            }
            parsed.problems().forEach(problem -> assertThat(problem.remedy()).isNotBlank());
            return parsed;
        } catch (RuntimeException e) {
            return fail("%s, seed %d: %s".formatted(sample, seed, e), e);
        }
    }

    private static List<RemittanceAdvice> advices(Parsed<List<RemittanceAdvice>> parsed) {
        return parsed.isRefused() ? List.of() : parsed.get();
    }

    private static Parsed<List<RemittanceAdvice>> read(Path sample, byte[] bytes) throws IOException {
        return RemittanceReader.read(sample.getFileName().toString(), new ByteArrayInputStream(bytes));
    }
}
