package org.quittance.intake;

import java.util.List;
import org.quittance.cash.AchReturns;
import org.quittance.formats.Problem;
import org.quittance.formats.remittance.AchEntry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes what came back in an ACH file: keeps it, and has those settled of which it is certain what they take back. Can be repeated. */
@Component
class AchReturnIntake {

    private static final String APPLIER = "cash application";

    private final Uploads uploads;
    private final AchReturns returns;
    private final TransactionTemplate transaction;

    AchReturnIntake(Uploads uploads, AchReturns returns, TransactionTemplate transaction) {
        this.uploads = uploads;
        this.returns = returns;
        this.transaction = transaction;
    }

    /** Returns in words what has become of the file. */
    String take(Upload upload, List<AchEntry> entries, List<Problem> problems) {
        if (upload.linesDone() == 0) {
            transaction.executeWithoutResult(_ -> {
                AchReturns.Taken taken = returns.take(entries, upload.id());
                uploads.advance(upload.id(), entries.size(), taken.added(), taken.known(), problems);
            });
        }
        int settled = returns.settle(APPLIER);
        long changes = entries.stream()
                .filter(entry -> entry.kind() == AchEntry.Kind.CHANGE)
                .count();
        return "ACH returns: %d read, %d payments came back, %d notifications of change"
                .formatted(entries.size() - changes, settled, changes);
    }
}
