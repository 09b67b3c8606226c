package org.quittance.web.escalations;

import java.net.URI;
import java.util.Map;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.respondents.DirectoryOutcome;
import org.quittance.respondents.DirectoryOutcome.Reason;
import org.quittance.respondents.PublicAddress;
import org.quittance.respondents.RespondentDirectory;
import org.quittance.respondents.RespondentDraft;
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

/** Keeps the respondents, and the domains that are the company's own. */
@Controller
class RespondentsController {

    private static final String PATH = "/escalations/respondents";

    private final RespondentDirectory directory;
    private final LegalEntities entities;
    private final PublicAddress publicAddress;

    RespondentsController(RespondentDirectory directory, LegalEntities entities, PublicAddress publicAddress) {
        this.directory = directory;
        this.entities = entities;
        this.publicAddress = publicAddress;
    }

    @GetMapping(PATH)
    Page show() {
        return page(RespondentsView.EMPTY, Problems.none());
    }

    @PostMapping(PATH)
    Answer add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String language,
            Viewer viewer) {
        RespondentDraft draft = new RespondentDraft(name, email, department, language);
        return switch (directory.add(draft, viewer)) {
            case DirectoryOutcome.Done _ -> Redirect.to(PATH).saying(draft.name() + " can be asked by mail now.");
            case DirectoryOutcome.Refused(Reason reason, String told) ->
                page(draft, Problems.at(reason == Reason.NO_NAME ? "name" : "email", told))
                        .refused();
        };
    }

    @PostMapping(PATH + "/{id}/removal")
    Answer remove(@PathVariable long id, Viewer viewer) {
        return switch (directory.remove(id, viewer)) {
            case DirectoryOutcome.Done _ -> Redirect.to(PATH).saying("They are asked nothing more by mail.");
            case DirectoryOutcome.Refused(var _, String told) ->
                Redirect.to(PATH).refusing(told);
        };
    }

    /** The domains of the entities, each in its field. */
    @PostMapping(PATH + "/domains")
    Answer setDomains(@RequestParam Map<String, String> typed, Viewer viewer) {
        Problems problems = Problems.none();
        for (LegalEntity entity : entities.all()) {
            String field = RespondentsView.field(entity);
            if (typed.containsKey(field)
                    && directory.setDomains(entity.id(), Typed.text(typed.get(field)), viewer)
                            instanceof DirectoryOutcome.Refused(var _, String told)) {
                problems = problems.and(field, told);
            }
        }
        return problems.isEmpty()
                ? Redirect.to(PATH).saying("The company's domains are kept.")
                : page(RespondentsView.EMPTY, problems).refused();
    }

    private Page page(RespondentDraft draft, Problems problems) {
        return Page.of(
                "escalations/respondents",
                "Respondents",
                new RespondentsView(
                        directory.all(),
                        entities.all(),
                        directory.domains(),
                        publicAddress.address().map(URI::toString).orElse(""),
                        draft,
                        problems));
    }
}
