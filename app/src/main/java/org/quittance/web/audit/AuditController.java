package org.quittance.web.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditEntry;
import org.quittance.audit.AuditFilter;
import org.quittance.audit.AuditTrail;
import org.quittance.web.page.Page;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the audit trail and verifies it. Nobody can change it, so there is nothing to post. */
@Controller
class AuditController {

    private static final String PATH = "/audit";
    private static final int SHOWN = 100;

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping(PATH)
    Page entries(
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String subjectType,
            @RequestParam(required = false) @Nullable String subjectId,
            @RequestParam(required = false) @Nullable Long before) {
        AuditFilter filter = new AuditFilter(wanted(actor), wanted(subjectType), wanted(subjectId));
        List<AuditEntry> oneMore = trail.entriesBefore(before, filter, SHOWN + 1);
        List<AuditEntry> shown = oneMore.subList(0, Math.min(SHOWN, oneMore.size()));
        Query query = queryOf(filter);
        Pager pager = new Pager(
                before == null ? null : query.url(),
                oneMore.size() <= SHOWN
                        ? null
                        : query.with("before", shown.getLast().id()).url());
        return Page.of("audit/list", "Audit trail", new AuditView(filter, shown, pager));
    }

    @GetMapping(PATH + "/verification")
    Page verification() {
        return Page.of("audit/verification", "Verification", trail.verify()).orFragment("audit/verdict");
    }

    private static Query queryOf(AuditFilter filter) {
        return with(
                with(with(Query.of(PATH), "actor", filter.actor()), "subjectType", filter.subjectType()),
                "subjectId",
                filter.subjectId());
    }

    private static Query with(Query query, String name, @Nullable String value) {
        return value == null ? query : query.with(name, value);
    }

    private static @Nullable String wanted(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
