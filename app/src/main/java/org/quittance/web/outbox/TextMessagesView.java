package org.quittance.web.outbox;

import java.util.List;
import org.quittance.correspondence.HandOffs.HandOff;
import org.quittance.formats.Problem;
import org.quittance.web.page.Problems;

/**
 * How text messages leave, and what comes back of them.
 *
 * @param way in words, with what is to be done where there is none
 * @param files the newest; none for whoever does not see every account
 * @param refused lines of a list of receipts that were not taken
 */
public record TextMessagesView(String way, List<HandOff> files, List<Problem> refused, Problems problems) {

    public TextMessagesView {
        files = List.copyOf(files);
        refused = List.copyOf(refused);
    }
}
