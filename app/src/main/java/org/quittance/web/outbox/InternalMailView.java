package org.quittance.web.outbox;

import org.quittance.correspondence.InternalMail;
import org.quittance.correspondence.InternalMessage;

/** One mail to somebody in the company. Its link stands in the mail alone. */
public record InternalMailView(InternalMessage mail) {

    public String text() {
        return mail.text().replace(InternalMail.LINK_PLACE, "(here the mail has its link, which is kept nowhere else)");
    }
}
