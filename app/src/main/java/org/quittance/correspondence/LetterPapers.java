package org.quittance.correspondence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.quittance.correspondence.letter.PaperBatch;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.TableWriter;
import org.quittance.formats.table.Value;
import org.springframework.stereotype.Component;

/** Puts the letters of a batch, as they are kept, into what is printed: the letter first, then the copies that go with it. */
@Component
class LetterPapers {

    private static final List<Column> COLUMNS = List.of(
            Column.integer("position"),
            Column.text("customer number"),
            Column.text("name"),
            Column.text("attention"),
            Column.text("address"),
            Column.text("postcode"),
            Column.text("country"),
            Column.text("service"),
            Column.integer("pages"),
            Column.text("id"));

    private final MessageStore messages;
    private final LetterBatchStore batches;

    LetterPapers(MessageStore messages, LetterBatchStore batches) {
        this.messages = messages;
        this.batches = batches;
    }

    /** How many sides a locked letter fills; empty where a copy behind it cannot be printed, which its reason then says. */
    Optional<Integer> pages(Message letter) {
        int pages = 0;
        for (Attachment document : messages.attachments(letter.id())) {
            try {
                pages += PaperBatch.pages(document.content());
            } catch (PaperBatch.Unreadable e) {
                messages.rest(
                        letter.id(),
                        MessageState.QUEUED,
                        "%s cannot be printed with it: %s. Call the letter back, replace the copy and write again."
                                .formatted(document.name(), e.getMessage()));
                return Optional.empty();
            }
        }
        return Optional.of(pages);
    }

    /** The letters of a print; every sheet of a second one says so. */
    byte[] pdf(long batch, LetterBatch.Print print) {
        String mark = print.number() == 1 ? "" : "Copy: print %d of batch %d".formatted(print.number(), batch);
        try (PaperBatch paper = new PaperBatch(mark)) {
            for (LetterBatch.Line line : batches.lines(batch)) {
                if (line.position() >= print.from()) {
                    for (Attachment document : messages.attachments(line.message())) {
                        paper.add(document.content());
                    }
                }
            }
            return paper.pdf();
        } catch (PaperBatch.Unreadable e) {
            throw new IllegalStateException("Batch %d could be printed when it was taken out".formatted(batch), e);
        }
    }

    /** The addressees in the order of the letters, as CSV. */
    byte[] index(long batch) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TableWriter out = TableWriter.csv(bytes, TableWriter.ByteOrderMark.OMITTED, COLUMNS)) {
            for (LetterBatch.Line line : batches.lines(batch)) {
                out.write(
                        Value.of(line.position()),
                        Value.of(line.customerNumber()),
                        Value.of(line.to().name()),
                        Value.of(line.to().contact()),
                        Value.of(String.join(", ", line.to().lines())),
                        Value.of(line.to().postcode()),
                        Value.of(line.to().country()),
                        Value.of(line.service().label()),
                        Value.of(line.pages()),
                        Value.of(line.message().toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A table in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }
}
