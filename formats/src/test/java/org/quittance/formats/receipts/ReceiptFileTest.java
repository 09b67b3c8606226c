package org.quittance.formats.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;
import org.quittance.formats.receipts.ReceiptLine.Status;

class ReceiptFileTest {

    @TempDir
    private Path folder;

    @Test
    void whatCanBeReadIsTakenAndTheRestIsNamed() throws IOException {
        Parsed<List<ReceiptLine>> read = read("""
                Status;ID;Detail;Time
                Delivered;msg_1;;2026-03-02T09:15:00Z
                UNDELIVERED;msg_2;unknown subscriber;2026-03-02 10:15:00+01:00
                opted_out;msg_3;;
                delivered;;;
                lost;msg_4;;
                failed;msg_5;;yesterday
                """);
        assertThat(read.get())
                .containsExactly(
                        new ReceiptLine(2, "msg_1", Status.DELIVERED, Instant.parse("2026-03-02T09:15:00Z"), ""),
                        new ReceiptLine(
                                3, "msg_2", Status.FAILED, Instant.parse("2026-03-02T09:15:00Z"), "unknown subscriber"),
                        new ReceiptLine(4, "msg_3", Status.OPTED_OUT, null, ""));
        assertThat(read.problems())
                .extracting(Problem::line, Problem::field, Problem::message)
                .containsExactly(
                        tuple(5L, "id", "There is no id"),
                        tuple(6L, "status", "\"lost\" is no status"),
                        tuple(7L, "time", "\"yesterday\" is no moment"));
    }

    @Test
    void aListOfSomethingElseIsRefused() throws IOException {
        assertThat(read("number;amount\n1;2\n").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).isEqualTo("This is no list of receipts"));
    }

    private Parsed<List<ReceiptLine>> read(String text) throws IOException {
        Path file = folder.resolve("receipts.csv");
        Files.writeString(file, text);
        return ReceiptFile.read("receipts.csv", file);
    }
}
