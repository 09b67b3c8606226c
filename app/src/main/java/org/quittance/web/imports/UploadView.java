package org.quittance.web.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.formats.Problem;
import org.quittance.formats.extract.Content;
import org.quittance.formats.extract.Field;
import org.quittance.formats.extract.Recognition;
import org.quittance.intake.ExtractIntake;
import org.quittance.intake.Upload;
import org.quittance.ledger.ExtractComparison;

/**
 * One upload: how far it is, what was refused, and what a person has to answer.
 *
 * @param mapping the first rows and proposed columns of a file that was not recognised; else null
 * @param gone what a full extract no longer shows; empty unless the upload waits for acceptance
 */
public record UploadView(
        Upload upload,
        List<Problem> problems,
        Recognition.@Nullable Unrecognised mapping,
        List<ExtractComparison.Gone> gone,
        org.quittance.web.page.Problems formProblems) {

    public UploadView {
        problems = List.copyOf(problems);
        gone = List.copyOf(gone);
    }

    /** The company codes for which lines were refused. */
    public List<String> unknownEntities() {
        return problems.stream()
                .filter(problem -> problem.message().startsWith(ExtractIntake.NO_SUCH_ENTITY))
                .map(Problem::excerpt)
                .distinct()
                .toList();
    }

    public Field[] fields() {
        return Field.values();
    }

    public Content[] contents() {
        return Content.values();
    }
}
