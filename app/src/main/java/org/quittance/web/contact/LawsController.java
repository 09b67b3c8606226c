package org.quittance.web.contact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quittance.collections.contact.ContactPolicies;
import org.quittance.collections.contact.LawBook;
import org.quittance.collections.contact.LawBook.Turned;
import org.quittance.core.collections.Sentences;
import org.quittance.core.contact.LawPack;
import org.quittance.core.contact.LawPacks;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The laws on contact, and the switches by which legal entities observe them. */
@Controller
class LawsController {

    private static final String PATH = "/contact-rules/laws";

    private final LawBook laws;
    private final ContactPolicies policies;
    private final LegalEntities entities;
    private final BusinessClock clock;

    LawsController(LawBook laws, ContactPolicies policies, LegalEntities entities, BusinessClock clock) {
        this.laws = laws;
        this.policies = policies;
        this.entities = entities;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Page list() {
        return page(new LawsView.Form("", "", Turned.OFF.name(), clock.today().toString(), ""), Problems.none());
    }

    @PostMapping(PATH + "/switches")
    Answer turn(@RequestParam long after, LawsView.Form form, Viewer viewer) {
        if (!viewer.is(Role.MANAGER)) {
            throw PageRefused.forbidden(LawBook.Refusal.NOT_YOURS.sentence());
        }
        Optional<LocalDate> day = day(form.validFrom());
        if (day.isEmpty()) {
            return page(form, Problems.at("validFrom", "Give the day from which it counts, such as 2026-07-01."))
                    .refused();
        }
        Turned turned = form.turned().equals(Turned.ON.name()) ? Turned.ON : Turned.OFF;
        return laws.turn(new LawBook.Draft(after, form.pack(), form.entity(), turned, day.get(), form.reason()), viewer)
                .<Answer>map(refusal -> page(form, Problems.at(field(refusal), refusal.sentence()))
                        .refused())
                .orElseGet(() -> Redirect.to(PATH)
                        .saying("%s in %s from %s."
                                .formatted(turned.label(), form.entity(), Sentences.day(day.get()))));
    }

    private static String field(LawBook.Refusal refusal) {
        return switch (refusal) {
            case NOT_YOURS, OVERTAKEN -> "after";
            case NO_SUCH_PACK, NOTHING_CHANGES -> "pack";
            case NO_SUCH_ENTITY -> "entity";
            case IN_THE_PAST -> "validFrom";
            case NO_REASON -> "reason";
        };
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Page page(LawsView.Form form, Problems problems) {
        List<LegalEntity> all = entities.all();
        LocalDate today = clock.today();
        return Page.of(
                "contact/laws",
                "Contact laws",
                new LawsView(
                        LawPacks.ALL.stream().map(law -> pack(law, all, today)).toList(),
                        all.stream()
                                .map(entity -> new LawsView.Entity(entity.code(), entity.name()))
                                .toList(),
                        laws.switches(),
                        policies.on(today),
                        today,
                        form,
                        problems));
    }

    private LawsView.Pack pack(LawPack law, List<LegalEntity> all, LocalDate today) {
        return new LawsView.Pack(
                law,
                all.stream()
                        .filter(entity -> laws.isOn(law, entity.id(), today))
                        .map(LegalEntity::code)
                        .toList(),
                all.stream()
                        .filter(entity -> !laws.isOn(law, entity.id(), today))
                        .map(LegalEntity::code)
                        .toList());
    }
}
