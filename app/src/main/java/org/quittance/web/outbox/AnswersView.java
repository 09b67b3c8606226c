package org.quittance.web.outbox;

import java.util.List;
import org.quittance.collections.contact.AnswerLine;
import org.quittance.collections.contact.AnswerList;
import org.quittance.correspondence.Connections;
import org.quittance.web.page.Pager;

/**
 * The mails that have come in.
 *
 * @param failing the mailbox and the ways out that do not work
 */
public record AnswersView(
        List<Connections.Failing> failing,
        AnswerList.Show show,
        List<AnswerLine> lines,
        Pager pager,
        String exportUrl) {

    public AnswersView {
        failing = List.copyOf(failing);
        lines = List.copyOf(lines);
    }
}
