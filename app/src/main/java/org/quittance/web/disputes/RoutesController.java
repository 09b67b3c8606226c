package org.quittance.web.disputes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quittance.core.dispute.DisputeReason;
import org.quittance.core.dispute.DisputeRoute;
import org.quittance.disputes.DisputeRoutes;
import org.quittance.identity.Person;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.quittance.web.page.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who finds out about disputes of a reason, and within how many working days. */
@Controller
class RoutesController {

    private static final String PATH = DisputesController.PATH + "/routes";

    private final DisputeRoutes routes;
    private final Finders finders;

    RoutesController(DisputeRoutes routes, Finders finders) {
        this.routes = routes;
        this.finders = finders;
    }

    @GetMapping(PATH)
    Page show() {
        return page(List.copyOf(routes.routes().values()), Problems.none());
    }

    /** For each reason the fields {@code owner-}, {@code days-} and {@code itself-} with its name. */
    @PostMapping(PATH)
    Answer set(@RequestParam Map<String, String> typed, Viewer viewer) {
        if (!viewer.is(Role.MANAGER)) {
            throw PageRefused.forbidden("The credit manager sets where disputes go.");
        }
        List<String> logins = finders.all().stream().map(Person::login).toList();
        List<DisputeRoute> wanted = new ArrayList<>();
        Problems problems = Problems.none();
        for (DisputeReason reason : DisputeReason.values()) {
            String days = Typed.text(typed.get("days-" + reason.name()));
            String owner = Typed.text(typed.get("owner-" + reason.name()));
            if (!owner.isEmpty() && !logins.contains(owner)) {
                problems = problems.and("owner-" + reason.name(), "Nobody of this name works here.");
            } else if (days.matches("\\d{1,3}") && DisputeRoute.isLevel(Integer.parseInt(days))) {
                wanted.add(new DisputeRoute(
                        reason,
                        owner.isEmpty() ? null : owner,
                        Integer.parseInt(days),
                        typed.containsKey("itself-" + reason.name())));
            } else {
                problems = problems.and(
                        "days-" + reason.name(),
                        "An answer is due within %d to %d working days."
                                .formatted(DisputeRoute.FEWEST_DAYS, DisputeRoute.MOST_DAYS));
            }
        }
        if (!problems.isEmpty()) {
            return page(List.copyOf(routes.routes().values()), problems).refused();
        }
        return routes.set(wanted, viewer) == 0
                ? Redirect.to(PATH).saying("Nothing was changed.")
                : Redirect.to(PATH).saying("The routes are set. What is open keeps its owner and its day.");
    }

    private Page page(List<DisputeRoute> shown, Problems problems) {
        return Page.of(
                "disputes/routes",
                "Where disputes go",
                new RoutesView(shown, routes.changes(), finders.all(), problems));
    }
}
