package org.quittance.web.strategies;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.decision.PriorityPreview;
import org.quittance.collections.strategy.PriorityBook;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** In which order the list stands: what each fact is worth, tried on today's list before it is adopted. */
@Controller
class PriorityController {

    private static final String PATH = "/strategies/priority";

    private final PriorityBook book;
    private final PriorityPreview previews;

    PriorityController(PriorityBook book, PriorityPreview previews) {
        this.book = book;
        this.previews = previews;
    }

    @GetMapping(PATH)
    Page show() {
        return page(null, List.of(), Problems.none());
    }

    /** Changes nothing. */
    @PostMapping(PATH + "/previews")
    Answer preview(@RequestParam Map<String, String> typed, Viewer viewer) {
        managerOnly(viewer);
        PriorityForm form = new PriorityForm(typed);
        Problems problems = form.problems();
        return problems.isEmpty()
                ? page(form, previews.first(form.weights(), viewer), problems)
                : page(form, List.of(), problems).refused();
    }

    @PostMapping(PATH + "/versions")
    Answer adopt(@RequestParam Map<String, String> typed, Viewer viewer) {
        managerOnly(viewer);
        PriorityForm form = new PriorityForm(typed);
        Problems problems = form.problems();
        if (!problems.isEmpty()) {
            return page(form, List.of(), problems).refused();
        }
        Optional<PriorityBook.Refusal> refusal = book.adopt(
                new PriorityBook.Draft(form.afterVersion(), form.weights(), form.text("reason")), viewer.login());
        if (refusal.isPresent()) {
            String field = refusal.get() == PriorityBook.Refusal.NO_REASON ? "reason" : "after";
            return page(form, List.of(), Problems.at(field, refusal.get().sentence()))
                    .refused();
        }
        return Redirect.to(PATH)
                .saying("Version %d of the weights holds. The list is put in its new order in the background now."
                        .formatted(form.afterVersion() + 1));
    }

    private static void managerOnly(Viewer viewer) {
        if (!viewer.is(Role.MANAGER)) {
            throw PageRefused.forbidden("The credit manager says in which order the list stands.");
        }
    }

    private Page page(@Nullable PriorityForm typed, List<PriorityPreview.Line> preview, Problems problems) {
        List<PriorityBook.Version> versions = book.versions();
        PriorityBook.Version current = versions.getFirst();
        PriorityForm form = typed != null ? typed : PriorityForm.of(current.version(), current.weights());
        return Page.of(
                "strategies/priority",
                "Order of the list",
                new PriorityView(form, book.referenceAmount(), versions, preview, problems));
    }
}
