package org.quittance.web.outbox;

import java.util.List;
import org.quittance.correspondence.Connections;
import org.quittance.correspondence.HandOffs.HandOff;
import org.quittance.correspondence.ReceiptCalls;
import org.quittance.formats.Problem;
import org.quittance.web.page.Problems;

/**
 * How text messages leave, and what comes back of them.
 *
 * @param way in words, with what is to be done where there is none
 * @param failing the mailbox and the ways out that do not work
 * @param takesCalls whether the service may post receipts by itself
 * @param calls by which it has, the newest
 * @param files the newest; none for whoever does not see every account
 * @param refused lines of a list of receipts that were not taken
 */
public record TextMessagesView(
        String way,
        List<Connections.Failing> failing,
        boolean takesCalls,
        List<ReceiptCalls.Call> calls,
        List<HandOff> files,
        List<Problem> refused,
        Problems problems) {

    public TextMessagesView {
        failing = List.copyOf(failing);
        calls = List.copyOf(calls);
        files = List.copyOf(files);
        refused = List.copyOf(refused);
    }
}
