package org.quittance.web.cash;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.quittance.cash.CashQueue;
import org.quittance.cash.CreditDesk;
import org.quittance.cash.QueueFilter;
import org.quittance.cash.QueueRow;
import org.quittance.cash.ServiceLevels;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Money that came and is for nothing yet: how old it is, who looks after it, and by when it is to be cleared. */
@Controller
class UnallocatedController {

    private static final int ROWS_SHOWN = 100;
    private static final int EXPORTED = 100_000;
    private static final int CREDITS_SHOWN = 100;

    private static final QueueFilter OLDEST_FIRST =
            new QueueFilter(QueueFilter.Show.ALL, null, null, null, null, null, "booked", QueueFilter.Order.ASCENDING);

    private final CashQueue queue;
    private final ServiceLevels levels;
    private final CreditDesk credits;
    private final BusinessClock clock;

    UnallocatedController(CashQueue queue, ServiceLevels levels, CreditDesk credits, BusinessClock clock) {
        this.credits = credits;
        this.queue = queue;
        this.levels = levels;
        this.clock = clock;
    }

    @GetMapping("/cash/unallocated")
    Page unallocated(@RequestParam(defaultValue = "0") int from, Viewer viewer) {
        int start = Math.max(0, from);
        List<QueueRow> found = queue.rows(viewer, OLDEST_FIRST, start, ROWS_SHOWN + 1, 0);
        Pager pager = new Pager(
                start == 0 ? null : "/cash/unallocated?from=" + Math.max(0, start - ROWS_SHOWN),
                found.size() <= ROWS_SHOWN ? null : "/cash/unallocated?from=" + (start + ROWS_SHOWN));
        return Page.of(
                "cash/unallocated",
                "Unallocated cash",
                new UnallocatedView(
                        found.subList(0, Math.min(found.size(), ROWS_SHOWN)),
                        queue.ages(viewer),
                        levels.days(),
                        pager,
                        start == 0 ? credits.waiting(CREDITS_SHOWN) : List.of()));
    }

    @GetMapping("/cash/unallocated/export")
    void export(@RequestParam TableExport.Format format, Viewer viewer, HttpServletResponse response)
            throws IOException {
        new TableExport("unallocated cash " + clock.today(), QueueTable.COLUMNS)
                .to(
                        response,
                        format,
                        queue.rows(viewer, OLDEST_FIRST, 0, EXPORTED, 0).stream()
                                .map(row -> QueueTable.row(row, clock.today()))
                                .toList());
    }

    @PostMapping("/cash/unallocated/service-level")
    Answer serviceLevel(@RequestParam int unidentified, @RequestParam int onAccount, Viewer viewer) {
        if (!viewer.is(Role.MANAGER)) {
            throw PageRefused.forbidden("The credit manager sets the service level.");
        }
        if (Math.min(unidentified, onAccount) < 1 || Math.max(unidentified, onAccount) > 365) {
            return Redirect.to("/cash/unallocated").refusing("A service level is 1 to 365 days.");
        }
        levels.set(new ServiceLevels.Days(unidentified, onAccount), viewer);
        return Redirect.to("/cash/unallocated").saying("The service level is set.");
    }
}
