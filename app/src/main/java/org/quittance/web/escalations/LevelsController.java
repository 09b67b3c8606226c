package org.quittance.web.escalations;

import java.util.EnumMap;
import java.util.Map;
import org.quittance.collections.escalation.EscalationServiceLevels;
import org.quittance.core.collections.EscalationLevels;
import org.quittance.core.collections.EscalationPath;
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

/** Within how many working days each path is to be answered. */
@Controller
class LevelsController {

    private static final String PATH = "/escalations/levels";

    private final EscalationServiceLevels levels;

    LevelsController(EscalationServiceLevels levels) {
        this.levels = levels;
    }

    @GetMapping(PATH)
    Page show() {
        return page(Problems.none());
    }

    @PostMapping(PATH)
    Answer set(@RequestParam Map<String, String> typed, Viewer viewer) {
        if (!viewer.is(Role.MANAGER)) {
            throw PageRefused.forbidden("The credit manager sets the service levels.");
        }
        Map<EscalationPath, Integer> wanted = new EnumMap<>(EscalationPath.class);
        Problems problems = Problems.none();
        for (EscalationPath path : EscalationPath.values()) {
            String days = Typed.text(typed.get(path.name()));
            if (days.matches("\\d{1,3}") && EscalationLevels.isLevel(Integer.parseInt(days))) {
                wanted.put(path, Integer.valueOf(days));
            } else {
                problems = problems.and(
                        path.name(),
                        "A service level is %d to %d working days."
                                .formatted(EscalationLevels.FEWEST_DAYS, EscalationLevels.MOST_DAYS));
            }
        }
        if (!problems.isEmpty()) {
            return page(problems).refused();
        }
        return levels.set(new EscalationLevels(wanted), viewer) == 0
                ? Redirect.to(PATH).saying("Nothing was changed.")
                : Redirect.to(PATH).saying("The service levels are set. What is open keeps its day.");
    }

    private Page page(Problems problems) {
        return Page.of(
                "escalations/levels", "Service levels", new LevelsView(levels.levels(), levels.changes(), problems));
    }
}
