package org.quittance.web.audit;

import java.util.List;
import org.quittance.audit.AuditEntry;
import org.quittance.audit.AuditFilter;
import org.quittance.web.page.Pager;

/** A page of the trail. */
public record AuditView(AuditFilter filter, List<AuditEntry> entries, Pager pager) {

    public AuditView {
        entries = List.copyOf(entries);
    }

    public boolean isFiltered() {
        return !filter.equals(AuditFilter.NONE);
    }

    /** {@code person.password-changed} as words: {@code person password changed}. */
    public static String words(String action) {
        return action.replace('.', ' ').replace('-', ' ');
    }
}
