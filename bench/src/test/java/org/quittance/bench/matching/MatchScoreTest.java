package org.quittance.bench.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchScoreTest {

    @TempDir
    Path scratch;

    @Test
    void onlyTheExactSetCountsAndAnIncompleteGroupIsAFalseMatch() throws IOException {
        Path invoices = file("invoices.csv", "invoice_id,Amount", "0,1", "1,2", "2,3", "3,4", "4,5");
        Path payments = file("payments.csv", "payment_id,Amount", "0,1", "1,5", "2,2", "3,2", "4,5");
        Path matches = file(
                "matches.csv",
                "match_id,match_category,perturbation_categories,invoice_ids,payment_ids",
                "0,one,[],[0],[0]",
                "1,many,[],\"[1, 2]\",[1]",
                "2,parts,[],[3],\"[2, 3]\"",
                "3,last,[],[4],[4]");
        Path answer = file(
                "answer.csv",
                "payment_row,item_rows,applied,decision,confidence,evidence",
                "1,1,1.00,applied,0.9990,",
                "2,2;3,2.00;3.00,proposed,0.6000,",
                "3,4,2.00,applied,0.9800,",
                "4,,,none,0.0000,",
                "5,5,5.00,applied,0.9990,");

        MatchScore score = MatchScore.of(answer, matches, invoices, payments);

        assertThat(score.total()).isEqualTo(new MatchScore.Count(4, 3, 2, 1));
        assertThat(score.byCategory()).containsEntry("parts []", new MatchScore.Count(1, 0, 0, 1));
        assertThat(score.total().precision()).isEqualTo(2.0 / 3);
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(scratch.resolve(name), List.of(lines));
    }
}
