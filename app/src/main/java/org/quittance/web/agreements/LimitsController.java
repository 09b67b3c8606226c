package org.quittance.web.agreements;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.agreement.AuthorityBook;
import org.quittance.core.agreement.AuthorityLimits;
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

/** Who may give up and approve how much: the limits by version, and the form by which the credit manager changes them. */
@Controller
class LimitsController {

    private static final String PATH = "/agreements/limits";

    private final AuthorityBook authorities;

    LimitsController(AuthorityBook authorities) {
        this.authorities = authorities;
    }

    @GetMapping(PATH)
    Page limits(Viewer viewer) {
        return page(null, Problems.none(), viewer);
    }

    @PostMapping(PATH + "/versions")
    Answer adopt(@RequestParam Map<String, String> typed, Viewer viewer) {
        if (!viewer.is(Role.MANAGER)) {
            throw PageRefused.forbidden("The credit manager sets the authority limits.");
        }
        LimitsForm form = new LimitsForm(typed);
        Problems problems = form.problems();
        if (!problems.isEmpty()) {
            return page(form, problems, viewer).refused();
        }
        Optional<AuthorityBook.Refusal> refusal = authorities.adopt(
                new AuthorityBook.Draft(form.afterVersion(), form.limits(), form.text("reason")), viewer);
        if (refusal.isPresent()) {
            return page(form, Problems.at(field(refusal.get()), refusal.get().sentence()), viewer)
                    .refused();
        }
        return Redirect.to(PATH)
                .saying("Version %d of the limits holds from now on. What was decided before stays as it was decided."
                        .formatted(form.afterVersion() + 1));
    }

    private static String field(AuthorityBook.Refusal refusal) {
        return switch (refusal) {
            case OVERTAKEN, NOTHING_CHANGED -> "after";
            case UNKNOWN_CURRENCY -> "currency";
            case NO_REASON -> "reason";
        };
    }

    private Page page(@Nullable LimitsForm typed, Problems problems, Viewer viewer) {
        AuthorityLimits limits = authorities.inForce();
        List<AuthorityBook.Version> versions = authorities.versions();
        int last = versions.isEmpty() ? 0 : versions.getFirst().version();
        LimitsForm form = typed != null ? typed : LimitsForm.of(last, limits);
        return Page.of(
                "agreements/limits",
                "Authority limits",
                new LimitsView(limits, authorities.givingUp(viewer), form, versions, problems));
    }
}
