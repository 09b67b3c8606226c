package org.quittance.formats.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quittance.core.cash.SettlementReport;
import org.quittance.core.money.Money;
import org.quittance.formats.Damage;
import org.quittance.formats.FuzzTime;
import org.quittance.formats.Parsed;

class AchDebitsTest {

    private static final String HEADER =
            "101 091000019 1210002482603020900A094101TEST BANK              HALDEN & ROWE INC      ";
    private static final String BATCH =
            "5225HALDEN & ROWE                       1234567890CCDINVOICES  260302260304   1121000240000007";
    private static final String FIRST =
            "627091400606123456789        0000123540CUST-4711      ORCHARD LABS            1121000240000001";
    private static final String ADDENDA =
            "705US-10442                                                                        00010000001";
    private static final String SECOND =
            "637091400606123456780        0000010000CUST-4712      TIDEWATER INC           0121000240000002";
    private static final String CONTROL =
            "82250000030018280121000000133540000000000000                         121000240000007";

    private static Parsed<List<SettlementReport>> read(String... records) throws IOException {
        return AchDebits.read(
                "debits.ach",
                new ByteArrayInputStream(String.join("\n", records).getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aBatchOfDebitsTellsWhatItsSumIsMadeOf() throws IOException {
        SettlementReport batch =
                read(HEADER, BATCH, FIRST, ADDENDA, SECOND, CONTROL).get().getFirst();
        assertThat(batch.format()).isEqualTo("ACH debits, NACHA CCD");
        assertThat(batch.reference()).isEqualTo("1234567890 INVOICES, batch 7");
        assertThat(batch.date()).isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(batch.net()).isEqualTo(Money.of("1335.40", "USD"));
        assertThat(batch.difference().isZero()).isTrue();
        assertThat(batch.lines().getFirst().text()).isEqualTo("CUST-4711\nUS-10442");
        assertThat(batch.lines().getFirst().payerName()).isEqualTo("ORCHARD LABS");
        assertThat(batch.lines().getFirst().transaction()).isEqualTo("121000240000001");
    }

    @Test
    void aBatchWhoseControlTellsAnotherTotalIsKeptWithTheDifference() throws IOException {
        SettlementReport batch = read(HEADER, BATCH, FIRST, SECOND, CONTROL.replace("133540", "133550"))
                .get()
                .getFirst();
        assertThat(batch.difference()).isEqualTo(Money.of("0.10", "USD"));
    }

    @Test
    void aBatchWithADebitThatCannotBeReadIsLeftOut() throws IOException {
        Parsed<List<SettlementReport>> parsed =
                read(HEADER, BATCH, FIRST.replace("0000123540", "00001x3540"), SECOND, CONTROL);
        assertThat(parsed.get()).isEmpty();
        assertThat(parsed.problems())
                .anySatisfy(problem -> assertThat(problem.message()).isEqualTo("This is not an amount in cents"));
    }

    @Test
    void creditsAreNoDebitsOfOurs() throws IOException {
        assertThat(read(HEADER, BATCH, FIRST.replaceFirst("^627", "622"), CONTROL)
                        .get())
                .isEmpty();
        assertThat(read("no file at all").isRefused()).isTrue();
    }

    @Test
    void damageForAsLongAsIsAskedForIsAnswered() throws IOException {
        byte[] whole = String.join("\n", HEADER, BATCH, FIRST, ADDENDA, SECOND, CONTROL)
                .getBytes(StandardCharsets.ISO_8859_1);
        long rounds = FuzzTime.spend(20_260_304L, (round, seed) -> {
            try {
                AchDebits.read("debits.ach", new ByteArrayInputStream(Damage.of(whole, new Random(seed))))
                        .problems()
                        .forEach(problem -> assertThat(problem.remedy()).isNotBlank());
            } catch (RuntimeException e) {
                fail("seed %d: %s".formatted(seed, e), e);
            }
        });
        assertThat(rounds).isPositive();
    }
}
