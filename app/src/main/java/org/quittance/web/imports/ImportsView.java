package org.quittance.web.imports;

import java.util.List;
import org.quittance.intake.Upload;
import org.quittance.ledger.LegalEntity;
import org.quittance.web.page.Problems;

/**
 * The form for new files, and the newest uploads.
 *
 * @param samples files of the demo company that lie ready; empty in a real installation
 */
public record ImportsView(List<LegalEntity> entities, List<Upload> uploads, List<String> samples, Problems problems) {

    public ImportsView {
        entities = List.copyOf(entities);
        uploads = List.copyOf(uploads);
        samples = List.copyOf(samples);
    }

    /** Whether the list should be looked at again in a moment. */
    public boolean isUnderWay() {
        return uploads.stream().anyMatch(upload -> upload.state().isUnderWay());
    }
}
