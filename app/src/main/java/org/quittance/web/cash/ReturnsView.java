package org.quittance.web.cash;

import java.util.List;
import org.quittance.cash.ReturnReader;
import org.quittance.cash.ReturnView;
import org.quittance.web.page.Pager;

/**
 * What the banks took back.
 *
 * @param waiting how many need a person
 * @param achWaiting entries of ACH files whose payment nobody knows yet
 * @param achChanges what ACH files have told of payers' accounts
 * @param fees what each entity charges
 */
public record ReturnsView(
        List<ReturnView.Row> rows,
        ReturnReader.Show show,
        int waiting,
        List<ReturnReader.AchLine> achWaiting,
        List<ReturnReader.AchLine> achChanges,
        List<ReturnReader.Fee> fees,
        Pager pager) {

    public ReturnsView {
        rows = List.copyOf(rows);
        achWaiting = List.copyOf(achWaiting);
        achChanges = List.copyOf(achChanges);
        fees = List.copyOf(fees);
    }
}
