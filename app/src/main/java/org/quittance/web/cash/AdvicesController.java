package org.quittance.web.cash;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.AdviceDesk;
import org.quittance.cash.AdviceReader;
import org.quittance.cash.AdviceView;
import org.quittance.cash.DeskOutcome;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Remittance advices: which payment each belongs to, and where a person says so. */
@Controller
class AdvicesController {

    private static final int ROWS_SHOWN = 100;
    private static final int EXPORTED = 100_000;

    private final AdviceReader advices;
    private final AdviceDesk desk;
    private final BusinessClock clock;

    AdvicesController(AdviceReader advices, AdviceDesk desk, BusinessClock clock) {
        this.advices = advices;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/cash/advices")
    Page advices(
            @RequestParam(required = false) AdviceView.@Nullable State show,
            @RequestParam(defaultValue = "0") int from) {
        int start = Math.max(0, from);
        List<AdviceView.Row> found = advices.rows(show, start, ROWS_SHOWN + 1);
        String more = "/cash/advices?" + (show == null ? "" : "show=" + show + "&") + "from=";
        Pager pager = new Pager(
                start == 0 ? null : more + Math.max(0, start - ROWS_SHOWN),
                found.size() <= ROWS_SHOWN ? null : more + (start + ROWS_SHOWN));
        return Page.of(
                "cash/advices",
                "Remittance advices",
                new AdvicesView(found.subList(0, Math.min(found.size(), ROWS_SHOWN)), advices.counts(), show, pager));
    }

    @GetMapping("/cash/advices/export")
    void export(
            @RequestParam(required = false) AdviceView.@Nullable State show,
            @RequestParam TableExport.Format format,
            HttpServletResponse response)
            throws IOException {
        new TableExport("remittance advices " + clock.today(), AdviceTable.COLUMNS)
                .to(
                        response,
                        format,
                        advices.rows(show, 0, EXPORTED).stream()
                                .map(AdviceTable::row)
                                .toList());
    }

    @GetMapping("/cash/advices/{id}")
    Page advice(@PathVariable long id) {
        return page(id, Problems.none());
    }

    /** Says which payment the advice belongs to. */
    @PostMapping("/cash/advices/{id}/payment")
    Answer join(@PathVariable long id, @RequestParam long payment, Viewer viewer) {
        requireAdvice(id);
        return answer(id, () -> desk.join(id, payment, viewer));
    }

    /** Says that the advice does not belong to its payment. */
    @PostMapping("/cash/advices/{id}/separation")
    Answer separate(@PathVariable long id, @RequestParam String reason, Viewer viewer) {
        requireAdvice(id);
        return answer(id, () -> desk.separate(id, reason, viewer));
    }

    private Answer answer(long id, Supplier<DeskOutcome> deed) {
        return DeskAnswers.of(deed, "/cash/advices/" + id, sentence -> page(id, Problems.at("advice", sentence)));
    }

    private void requireAdvice(long id) {
        if (advices.advice(id).isEmpty()) {
            throw PageRefused.notFound("There is no remittance advice A" + id + ".");
        }
    }

    private Page page(long id, Problems problems) {
        AdviceView view = advices.advice(id)
                .orElseThrow(() -> PageRefused.notFound("There is no remittance advice A" + id + "."));
        return Page.of("cash/advice", "Remittance advice A" + id, new AdvicePageView(view, problems));
    }
}
