package org.quittance.web.contact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.contact.ContactBlocks;
import org.quittance.collections.decision.Overrides;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.quittance.web.page.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Orders not to contact customers: given and lifted by whoever works them. */
@Controller
class BlocksController {

    private static final String PATH = "/contact-rules/blocks";

    private final ContactBlocks blocks;
    private final Overrides overrides;
    private final BusinessClock clock;

    BlocksController(ContactBlocks blocks, Overrides overrides, BusinessClock clock) {
        this.blocks = blocks;
        this.overrides = overrides;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Page list(@RequestParam(required = false) @Nullable String customer, Viewer viewer) {
        return page(new BlocksView.Form(Typed.text(customer), "", ""), Problems.none(), viewer);
    }

    @PostMapping(PATH)
    Answer add(@RequestParam String customer, @RequestParam String until, @RequestParam String reason, Viewer viewer) {
        BlocksView.Form form = new BlocksView.Form(customer.strip(), until.strip(), reason.strip());
        Optional<Long> found = blocks.customer(form.customer(), viewer);
        if (found.isEmpty()) {
            return page(
                            form,
                            Problems.at(
                                    "customer",
                                    "No customer of yours has this number, or several have this name. Give the number."),
                            viewer)
                    .refused();
        }
        Optional<LocalDate> last = day(form.until());
        if (last.isEmpty() && !form.until().isEmpty()) {
            return page(form, Problems.at("until", "Give the last day, such as 2026-07-01, or leave it empty."), viewer)
                    .refused();
        }
        Overrides.Outcome outcome = overrides.blockContact(found.get(), last.orElse(null), form.reason(), viewer);
        return outcome == Overrides.Outcome.DONE
                ? Redirect.to(PATH).saying("The customer is not contacted any more.")
                : page(form, Problems.at(field(outcome), outcome.sentence()), viewer)
                        .refused();
    }

    @PostMapping(PATH + "/{customer}/lift")
    Answer lift(@PathVariable long customer, @RequestParam String reason, Viewer viewer) {
        Overrides.Outcome outcome = overrides.liftBlock(customer, reason, viewer);
        return outcome == Overrides.Outcome.DONE
                ? Redirect.to(PATH).saying("The customer may be contacted again.")
                : Redirect.to(PATH).refusing(outcome.sentence());
    }

    private static String field(Overrides.Outcome outcome) {
        return switch (outcome) {
            case NEEDS_A_REASON -> "reason";
            case NOT_AHEAD, TOO_FAR_AHEAD -> "until";
            case DONE, NOT_FOUND, NOTHING_TO_LIFT, ANSWER_UNREAD -> "customer";
        };
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Page page(BlocksView.Form form, Problems problems, Viewer viewer) {
        return Page.of(
                "contact/blocks",
                "Contact blocks",
                new BlocksView(blocks.lines(viewer), clock.today(), form, problems));
    }
}
