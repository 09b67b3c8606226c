package org.quittance.web.contact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.contact.ContactPolicies;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The company's rules by version, and the form by which the manager changes them. */
@Controller
class ContactPolicyController {

    private final ContactPolicies policies;
    private final BusinessClock clock;

    ContactPolicyController(ContactPolicies policies, BusinessClock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    @GetMapping("/contact-rules")
    Page policy() {
        return page(null, Problems.none());
    }

    @PostMapping("/contact-rules/versions")
    Answer adopt(
            @RequestParam Map<String, String> values,
            @RequestParam(required = false) @Nullable List<String> days,
            @RequestParam(required = false) @Nullable List<String> exempt,
            @RequestParam(required = false) @Nullable List<String> laws,
            Viewer viewer) {
        if (!viewer.is(Role.MANAGER)) {
            throw PageRefused.forbidden("The credit manager sets the contact rules.");
        }
        ContactPolicyForm form = new ContactPolicyForm(
                values,
                Map.of(
                        ContactPolicyForm.DAYS, chosen(days),
                        ContactPolicyForm.EXEMPT, chosen(exempt),
                        ContactPolicyForm.LAWS, chosen(laws)));
        Problems problems = form.problems();
        if (!problems.isEmpty()) {
            return page(form, problems).refused();
        }
        Optional<ContactPolicies.Refusal> refusal = policies.adopt(
                new ContactPolicies.Draft(
                        form.afterVersion(), form.day().orElseThrow(), form.policy(), form.text("reason")),
                viewer);
        if (refusal.isPresent()) {
            return page(form, Problems.at(field(refusal.get()), refusal.get().sentence()))
                    .refused();
        }
        return Redirect.to("/contact-rules")
                .saying("Version %d of the contact rules is adopted.".formatted(form.afterVersion() + 1));
    }

    private static Set<String> chosen(@Nullable List<String> ticked) {
        return ticked == null ? Set.of() : Set.copyOf(ticked);
    }

    private static String field(ContactPolicies.Refusal refusal) {
        return switch (refusal) {
            case OVERTAKEN -> "after";
            case IN_THE_PAST -> "validFrom";
            case NO_REASON -> "reason";
        };
    }

    private Page page(@Nullable ContactPolicyForm typed, Problems problems) {
        List<ContactPolicies.Version> versions = policies.versions();
        int last = versions.isEmpty() ? 0 : versions.getFirst().version();
        ContactPolicyForm form =
                typed != null ? typed : ContactPolicyForm.of(last, clock.today(), policies.on(clock.today()));
        Integer current = policies.versionOn(clock.today())
                .map(ContactPolicies.Version::version)
                .orElse(null);
        return Page.of("contact/policy", "Contact rules", new ContactPolicyView(current, form, versions, problems));
    }
}
