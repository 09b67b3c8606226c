package org.quittance.correspondence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.TableWriter;
import org.quittance.formats.table.Value;

/** The files in which text messages are handed over. Whoever looks into the folder sees a file whole or not at all. */
final class TextFolder {

    private static final List<Column> COLUMNS = List.of(
            Column.text("id"),
            Column.text("to"),
            Column.text("text"),
            Column.text("language"),
            Column.text("entity"),
            Column.text("customer number"),
            Column.text("not after"));

    private TextFolder() {}

    static byte[] content(List<TextHandOver> messages) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TableWriter out = TableWriter.csv(bytes, TableWriter.ByteOrderMark.OMITTED, COLUMNS)) {
            for (TextHandOver message : messages) {
                out.write(
                        Value.of(message.id()),
                        Value.of(message.to()),
                        Value.of(message.text()),
                        Value.of(message.language()),
                        Value.of(message.entity()),
                        Value.of(message.customerNumber()),
                        Value.of(message.notAfter()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A table in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /** Writes a file beside its place and moves it there. */
    static MailReply write(Path folder, String name, byte[] content) {
        Path part = folder.resolve("." + name + ".part");
        try {
            Files.createDirectories(folder);
            try (FileChannel out = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return new MailReply.Accepted();
        } catch (IOException e) {
            return new MailReply.TryLater("%s cannot be written in %s: %s"
                    .formatted(name, folder, e.getClass().getSimpleName() + " " + e.getMessage()));
        }
    }
}
