package org.quittance.intake;

import java.util.List;
import org.quittance.cash.AdviceApplication;
import org.quittance.cash.AdviceApplication.Outcome;
import org.quittance.cash.AdviceBook;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.formats.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the remittance advices of a file: keeps each, joins them to their payments, and has those decided about again.
 *
 * <p>Each step can be repeated: an upload that was interrupted goes on with what it has not done.
 */
@Component
class RemittanceIntake {

    private static final String APPLIER = "cash application";

    private final Uploads uploads;
    private final AdviceBook book;
    private final AdviceApplication application;
    private final TransactionTemplate transaction;

    RemittanceIntake(Uploads uploads, AdviceBook book, AdviceApplication application, TransactionTemplate transaction) {
        this.uploads = uploads;
        this.book = book;
        this.application = application;
        this.transaction = transaction;
    }

    /** Returns in words what has become of the file. */
    String take(Upload upload, List<RemittanceAdvice> advices, List<Problem> problems) {
        if (advices.isEmpty() && upload.linesDone() == 0) {
            uploads.report(upload.id(), problems);
        }
        int done = 0;
        for (RemittanceAdvice advice : advices) {
            done++;
            if (done > upload.linesDone()) {
                takeOne(upload, advice, done, done == 1 ? problems : List.of());
            }
        }
        book.join(upload.id(), APPLIER);
        List<Long> payments = application.paymentsOf(upload.id());
        int applied = 0;
        for (Long payment : payments) {
            applied += application.reconsider(payment, APPLIER) == Outcome.APPLIED ? 1 : 0;
        }
        return "Remittance advices: %d read, %d joined to a payment, %d applied as they say"
                .formatted(advices.size(), application.joinedOf(upload.id()), applied);
    }

    private void takeOne(Upload upload, RemittanceAdvice advice, int nth, List<Problem> problems) {
        transaction.executeWithoutResult(_ -> {
            boolean isNew = book.take(advice, upload.id(), upload.actor());
            uploads.advance(upload.id(), nth, isNew ? 1 : 0, isNew ? 0 : 1, problems);
        });
    }
}
