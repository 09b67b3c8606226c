package org.quittance.web.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.formats.Problem;
import org.quittance.formats.extract.Content;
import org.quittance.formats.extract.Field;
import org.quittance.formats.extract.Recognition;
import org.quittance.intake.Upload;
import org.quittance.ledger.ExtractComparison;

/**
 * One upload: how far it is, what was refused, and what a person has to answer.
 *
 * @param mapping the first rows and proposed columns of a file that was not recognised; else null
 * @param gone what a full extract no longer shows; empty unless the upload waits for acceptance
 * @param newEntities the company codes that are not known here, to be added with one answer
 */
public record UploadView(
        Upload upload,
        List<Problem> problems,
        Recognition.@Nullable Unrecognised mapping,
        List<ExtractComparison.Gone> gone,
        List<NewEntityLine> newEntities,
        org.quittance.web.page.Problems formProblems) {

    public UploadView {
        problems = List.copyOf(problems);
        gone = List.copyOf(gone);
        newEntities = List.copyOf(newEntities);
    }

    public Field[] fields() {
        return Field.values();
    }

    public Content[] contents() {
        return Content.values();
    }
}
