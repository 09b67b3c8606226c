package org.quittance.web.today;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.reminder.BulkSending;
import org.quittance.collections.reminder.BulkView;
import org.quittance.collections.worklist.BulkPreviews;
import org.quittance.collections.worklist.Worklist;
import org.quittance.collections.worklist.WorklistFilter;
import org.quittance.core.collections.Action;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sends what is proposed for many customers of the worklist: first to be looked at, then on one word. */
@Controller
class BulkSendingController {

    static final String PATH = "/today/sending";
    private static final int MOST_ROWS = 5_000;
    private static final int SHOWN = 50;

    private final Worklist worklist;
    private final BulkPreviews previews;
    private final BulkSending bulks;

    BulkSendingController(Worklist worklist, BulkPreviews previews, BulkSending bulks) {
        this.worklist = worklist;
        this.previews = previews;
        this.bulks = bulks;
    }

    /** Those that are marked; where none are, all of the list for whom a message is the next step. */
    @GetMapping(PATH)
    Answer preview(TodayController.Asked asked, @RequestParam @Nullable List<Long> customer, Viewer viewer) {
        Set<Long> listed = listed(asked.filter(), viewer);
        Set<Long> wanted = new LinkedHashSet<>(listed);
        if (customer != null) {
            wanted.retainAll(Set.copyOf(customer));
        }
        String back = asked.on("/today").url();
        if (wanted.isEmpty()) {
            return Redirect.to(back).refusing("For nobody of these a message is the next step.");
        }
        Set<Long> most =
                wanted.stream().limit(BulkSending.MOST_CUSTOMERS).collect(Collectors.toCollection(LinkedHashSet::new));
        return Page.of(
                "today/bulkPreview",
                "Send in bulk",
                new BulkPreviewView(
                        previews.of(most, viewer),
                        chosen(asked.filter(), customer != null),
                        wanted.size() - most.size(),
                        back));
    }

    private Set<Long> listed(WorklistFilter filter, Viewer viewer) {
        return worklist.rows(viewer, filter, 0, MOST_ROWS).stream()
                .filter(row -> row.snoozedUntil() == null)
                .filter(row ->
                        row.next().action() != null && row.next().action().isMessage())
                .map(row -> row.account().customerId())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String chosen(WorklistFilter filter, boolean isMarked) {
        Action action = filter.action();
        return (isMarked ? "Marked in the list: " : "All of the list: ")
                + filter.show().label()
                + (action == null ? "" : ", " + action.label())
                + (filter.entityId() == null ? "" : ", of one legal entity")
                + (filter.portfolioId() == null ? "" : ", of one portfolio");
    }

    @PostMapping(PATH)
    Answer begin(
            @RequestParam @Nullable Set<Long> customer, @RequestParam(defaultValue = "") String chosen, Viewer viewer) {
        if (customer == null
                || customer.isEmpty()
                || customer.size() > BulkSending.MOST_CUSTOMERS
                || chosen.isBlank()) {
            return Redirect.to("/today")
                    .refusing("Choose from 1 to %d customers of the list.".formatted(BulkSending.MOST_CUSTOMERS));
        }
        long id = bulks.begin(new BulkSending.Wish(new LinkedHashSet<>(customer), chosen.strip(), viewer.login()));
        return Redirect.to(PATH + "/" + id)
                .saying(
                        visible(id, viewer).waitsForRelease()
                                ? "Nothing is queued until the credit manager lets it go; until it is over the whole can be called back."
                                : "Nothing is queued for the next %d seconds: until then the whole can be called back."
                                        .formatted(BulkSending.CALL_BACK_TIME.toSeconds()));
    }

    @GetMapping(PATH + "/all")
    Page list(Viewer viewer) {
        return Page.of("today/bulkList", "Sent in bulk", new BulkListView(bulks.newest(viewer, SHOWN)));
    }

    @GetMapping(PATH + "/{id}")
    Page one(@PathVariable long id, Viewer viewer) {
        return page(visible(id, viewer), "", Problems.none(), viewer);
    }

    @PostMapping(PATH + "/{id}/recall")
    Answer callBack(@PathVariable long id, Viewer viewer) {
        visible(id, viewer);
        return answer(id, bulks.callBack(id, viewer), "It is called back: what has not left does not leave.");
    }

    @PostMapping(PATH + "/{id}/release")
    Answer release(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Viewer viewer) {
        BulkView bulk = visible(id, viewer);
        BulkSending.Outcome outcome = bulks.release(id, reason, viewer);
        return outcome == BulkSending.Outcome.NEEDS_A_REASON
                ? page(bulk, reason, Problems.at("reason", outcome.sentence()), viewer)
                        .refused()
                : answer(id, outcome, "It goes.");
    }

    private static Answer answer(long id, BulkSending.Outcome outcome, String done) {
        return switch (outcome) {
            case DONE -> Redirect.to(PATH + "/" + id).saying(done);
            case NOT_YOURS, NOT_THE_MANAGER -> throw PageRefused.forbidden(outcome.sentence());
            case NO_SUCH_BULK -> throw PageRefused.notFound(outcome.sentence());
            case OVER, NOT_STOPPED, NEEDS_A_REASON ->
                Redirect.to(PATH + "/" + id).refusing(outcome.sentence());
        };
    }

    private Page page(BulkView bulk, String reason, Problems problems, Viewer viewer) {
        return Page.of(
                        "today/bulk",
                        "Sent in bulk",
                        new BulkSendingView(
                                bulk,
                                previews.waiting(bulk, viewer)
                                        .map(preview -> new BulkPreviewView(preview, bulk.chosen(), 0, PATH + "/all"))
                                        .orElse(null),
                                bulks.leftOut(bulk.id()),
                                reason,
                                problems))
                .orFragment("today/bulkProgress");
    }

    private BulkView visible(long id, Viewer viewer) {
        return bulks.find(id)
                .filter(bulk ->
                        bulk.actor().equals(viewer.login()) || viewer.isAny(Role.TEAM_LEAD, Role.MANAGER, Role.AUDITOR))
                .orElseThrow(() -> PageRefused.notFound("There is no sending %d of yours.".formatted(id)));
    }
}
