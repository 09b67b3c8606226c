package org.quittance.web.cash;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.DeductionReader;
import org.quittance.cash.DeductionReader.Asked;
import org.quittance.cash.DeductionReader.Deduction;
import org.quittance.collections.guide.GuideBook;
import org.quittance.core.cash.DeductionReason;
import org.quittance.core.guide.GuideTopic;
import org.quittance.disputes.DisputeList;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Page;
import org.quittance.web.page.Pager;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Short payments that stay open, with the reason that is known. */
@Controller
class DeductionsController {

    private static final int ROWS_SHOWN = 100;

    private final DeductionReader deductions;
    private final DisputeList disputes;
    private final GuideBook guide;
    private final BusinessClock clock;

    DeductionsController(DeductionReader deductions, DisputeList disputes, GuideBook guide, BusinessClock clock) {
        this.deductions = deductions;
        this.disputes = disputes;
        this.guide = guide;
        this.clock = clock;
    }

    @GetMapping(DeductionsView.LIST)
    Page deductions(
            @RequestParam(defaultValue = "false") boolean settledToo,
            @RequestParam(required = false) @Nullable DeductionReason reason,
            @RequestParam(defaultValue = "0") int from,
            Viewer viewer) {
        Asked asked = new Asked(settledToo, reason);
        int start = Math.max(0, from);
        List<Deduction> found = deductions.deductions(viewer, asked, start, ROWS_SHOWN + 1);
        List<Deduction> shown = found.subList(0, Math.min(found.size(), ROWS_SHOWN));
        return Page.of(
                "cash/deductions",
                "Deductions",
                new DeductionsView(
                        asked,
                        shown,
                        disputes.ofItems(
                                viewer, shown.stream().map(Deduction::itemId).toList()),
                        deductions.totals(viewer),
                        reason == null ? List.of() : guide.notes(List.of(GuideTopic.of(reason)), clock.today(), viewer),
                        clock.today(),
                        Pager.of(DeductionsView.asking(DeductionsView.LIST, asked), start, ROWS_SHOWN, found.size())));
    }

    @GetMapping(DeductionsView.LIST + "/export")
    void export(
            @RequestParam(defaultValue = "false") boolean settledToo,
            @RequestParam(required = false) @Nullable DeductionReason reason,
            @RequestParam TableExport.Format format,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        LocalDate today = clock.today();
        new TableExport("deductions " + today, DeductionTable.COLUMNS)
                .to(
                        response,
                        format,
                        table -> deductions.each(
                                viewer,
                                new Asked(settledToo, reason),
                                one -> table.write(DeductionTable.row(one, today))));
    }
}
