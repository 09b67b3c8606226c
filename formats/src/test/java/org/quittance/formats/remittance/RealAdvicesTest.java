package org.quittance.formats.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;
import org.quittance.formats.bank.SharedData;

/** Other people's interchanges: each is read, or refused with a reason that names what it is. */
class RealAdvicesTest {

    @Test
    void everyInterchangeIsReadOrRefusedWithAReason() throws IOException {
        Map<String, RemittanceAdvice> read = new TreeMap<>();
        int refused = 0;
        for (Path file : SharedData.bankFiles()) {
            byte[] bytes = Files.readAllBytes(file);
            if (!RemittanceReader.claims(Arrays.copyOf(bytes, Math.min(bytes.length, RemittanceReader.CLAIM_BYTES)))) {
                continue;
            }
            Parsed<List<RemittanceAdvice>> parsed =
                    RemittanceReader.read(file.getFileName().toString(), new ByteArrayInputStream(bytes));
            if (parsed.isRefused()) {
                refused++;
                assertThat(parsed.problems())
                        .as(file.toString())
                        .extracting(Problem::message)
                        .anyMatch(message -> message.contains("remittance advice"));
            } else {
                assertThat(parsed.get()).as(file.toString()).hasSize(1);
                read.put(parsed.get().getFirst().format(), parsed.get().getFirst());
            }
        }
        assertThat(refused).isGreaterThanOrEqualTo(3);
        assertThat(read).containsOnlyKeys("X12 820", "EDIFACT REMADV", "BAI lockbox");
        RemittanceAdvice cheque = Objects.requireNonNull(read.get("BAI lockbox"));
        assertThat(cheque.total()).hasToString("USD 7000.00");
        assertThat(cheque.reference()).isEqualTo("180");
        assertThat(cheque.payerName()).isEqualTo("BOB E SMITH");
        assertThat(cheque.paymentLines()).extracting(line -> line.reference()).containsExactly("CE554");
        RemittanceAdvice x12 = Objects.requireNonNull(read.get("X12 820"));
        assertThat(x12.total()).hasToString("USD 21298.97");
        assertThat(x12.reference()).isEqualTo("4529952");
        assertThat(x12.paymentLines()).hasSize(7);
        RemittanceAdvice edifact = Objects.requireNonNull(read.get("EDIFACT REMADV"));
        assertThat(edifact.total()).hasToString("EUR 1460.00");
        assertThat(edifact.paymentLines()).extracting(line -> line.reference()).containsExactly("FT-2026-777");
    }
}
