package org.quittance.web.outbox;

import java.util.List;
import org.quittance.correspondence.InternalMessage;
import org.quittance.web.page.Pager;

/** Mails to people in the company, the newest first. */
public record InternalMailsView(List<InternalMessage> mails, Pager pager) {

    public InternalMailsView {
        mails = List.copyOf(mails);
    }
}
