package org.quittance.web.customers;

import org.jspecify.annotations.Nullable;
import org.quittance.collections.reminder.PortalNotice.Portal;
import org.quittance.ledger.CustomerView;
import org.quittance.web.page.Problems;

/**
 * The form for a portal notice, with what may be put there.
 *
 * @param text the statement of account in the customer's language, to be copied; empty where nothing is open
 * @param last where the latest notice was put; null where there was none
 */
public record PortalNoticeView(
        CustomerView customer,
        PortalNoticeForm form,
        String text,
        @Nullable Portal last,
        Problems problems) {}
