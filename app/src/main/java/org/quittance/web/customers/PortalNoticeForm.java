package org.quittance.web.customers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.reminder.PortalNotice.Portal;
import org.quittance.web.page.Typed;

/**
 * The form for a portal notice as it was sent, or empty.
 *
 * @param account the account that it was about; null for all
 */
public record PortalNoticeForm(
        @Nullable Long account,
        @Nullable LocalDate on,
        @Nullable String portal,
        @Nullable String address,
        @Nullable String reference,
        @Nullable String note) {

    static PortalNoticeForm about(@Nullable Long account, LocalDate today, @Nullable Portal last) {
        return new PortalNoticeForm(
                account, today, last == null ? "" : last.name(), last == null ? "" : last.address(), "", "");
    }

    Portal where() {
        return new Portal(Typed.text(portal), Typed.text(address));
    }
}
