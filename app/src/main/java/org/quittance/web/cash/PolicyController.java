package org.quittance.web.cash;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.MatchPolicies;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;
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

/** The match policy of each legal entity: what is valid, what was before, and the form by which the manager changes it. */
@Controller
class PolicyController {

    private final MatchPolicies policies;
    private final LegalEntities entities;
    private final BusinessClock clock;

    PolicyController(MatchPolicies policies, LegalEntities entities, BusinessClock clock) {
        this.policies = policies;
        this.entities = entities;
        this.clock = clock;
    }

    @GetMapping("/cash/policy")
    Page policy(@RequestParam(required = false) @Nullable Long entity) {
        List<LegalEntity> all = entities.all();
        if (all.isEmpty()) {
            return Page.of("cash/policy", "Match policy", PolicyView.nothing());
        }
        LegalEntity chosen = all.stream()
                .filter(one -> entity != null && one.id() == entity)
                .findFirst()
                .orElse(all.getFirst());
        return page(chosen, null, Problems.none());
    }

    @PostMapping("/cash/policy/{entityId}/versions")
    Answer adopt(
            @PathVariable long entityId,
            @RequestParam Map<String, String> values,
            @RequestParam(required = false) @Nullable List<String> allowed,
            Viewer viewer) {
        if (!viewer.is(Role.MANAGER)) {
            throw PageRefused.forbidden("The credit manager sets the match policy.");
        }
        LegalEntity entity = entities.byId(entityId);
        PolicyForm form = PolicyForm.of(values, allowed == null ? List.of() : allowed);
        Problems problems = form.problems();
        if (!problems.isEmpty()) {
            return page(entity, form, problems).refused();
        }
        Optional<MatchPolicies.Refusal> refusal = policies.adopt(
                entityId,
                new MatchPolicies.Draft(form.afterVersion(), form.day().orElseThrow(), form.policy(), form.reason()),
                viewer);
        if (refusal.isPresent()) {
            return page(
                            entity,
                            form,
                            Problems.at(field(refusal.get()), refusal.get().sentence()))
                    .refused();
        }
        return Redirect.to("/cash/policy?entity=" + entityId)
                .saying("Version %d of the match policy of %s is adopted."
                        .formatted(form.afterVersion() + 1, entity.code()));
    }

    private static String field(MatchPolicies.Refusal refusal) {
        return switch (refusal) {
            case OVERTAKEN -> "after";
            case IN_THE_PAST -> "validFrom";
            case NO_REASON -> "reason";
        };
    }

    private Page page(LegalEntity entity, @Nullable PolicyForm typed, Problems problems) {
        List<MatchPolicies.Version> versions = policies.versions(entity.id());
        MatchPolicies.Valid valid = new MatchPolicies.Valid(versions);
        int last = versions.isEmpty() ? 0 : versions.getFirst().version();
        PolicyForm form = typed != null
                ? typed
                : PolicyForm.of(last, clock.today(), valid.on(clock.today()), Currency.getInstance(entity.currency()));
        Integer current = valid.versionOn(clock.today())
                .map(MatchPolicies.Version::version)
                .orElse(null);
        return Page.of(
                "cash/policy",
                "Match policy",
                new PolicyView(entities.all(), entity, current, form, versions, problems));
    }
}
