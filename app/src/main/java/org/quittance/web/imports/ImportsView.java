package org.quittance.web.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.intake.Upload;
import org.quittance.ledger.LegalEntity;
import org.quittance.web.page.Problems;

/**
 * The form for new files, and the newest uploads.
 *
 * @param samples files of the demo company that lie ready; null in a real installation
 * @param nobodys how many copies belong to no document
 */
public record ImportsView(
        List<LegalEntity> entities,
        List<Upload> uploads,
        @Nullable Samples samples,
        int nobodys,
        Problems problems) {

    public ImportsView {
        entities = List.copyOf(entities);
        uploads = List.copyOf(uploads);
    }

    /** Whether the list should be looked at again in a moment. */
    public boolean isUnderWay() {
        return uploads.stream().anyMatch(upload -> upload.state().isUnderWay());
    }
}
