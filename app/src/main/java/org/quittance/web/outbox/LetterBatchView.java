package org.quittance.web.outbox;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.correspondence.LetterBatch;
import org.quittance.correspondence.LetterFolder;
import org.quittance.web.page.Problems;

/**
 * One batch of letters, with what is still to be done about it.
 *
 * @param handOver to a print service; null where none takes it
 * @param form as it was typed
 */
public record LetterBatchView(
        LetterBatch batch,
        List<LetterBatch.Line> lines,
        LetterFolder.@Nullable HandOver handOver,
        Form form,
        Problems problems) {

    public LetterBatchView {
        lines = List.copyOf(lines);
    }

    /** What stands in the two forms of the page. */
    public record Form(String on, String from, String reason) {

        static Form empty(LocalDate today) {
            return new Form(today.toString(), "1", "");
        }
    }

    public boolean isPosted() {
        return batch.posting() != null;
    }

    public boolean isInDoubt() {
        return handOver != null && !handOver.problem().isEmpty();
    }
}
