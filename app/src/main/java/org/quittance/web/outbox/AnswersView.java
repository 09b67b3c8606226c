package org.quittance.web.outbox;

import java.util.List;
import org.quittance.collections.contact.AnswerLine;
import org.quittance.collections.contact.AnswerList;
import org.quittance.web.page.Pager;

/** The mails that have come in. */
public record AnswersView(AnswerList.Show show, List<AnswerLine> lines, Pager pager, String exportUrl) {

    public AnswersView {
        lines = List.copyOf(lines);
    }
}
