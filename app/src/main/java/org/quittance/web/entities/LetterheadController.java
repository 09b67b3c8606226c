package org.quittance.web.entities;

import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Changes what stands on the letters of a legal entity, and from which address they leave. */
@Controller
class LetterheadController {

    private final LegalEntities entities;

    LetterheadController(LegalEntities entities) {
        this.entities = entities;
    }

    @GetMapping("/entities/{id}/letterhead")
    Page letterhead(@PathVariable long id) {
        LegalEntity entity = existing(id);
        return page(entity, LetterheadForm.of(entity), Problems.none());
    }

    @PostMapping("/entities/{id}/letterhead")
    Answer change(@PathVariable long id, LetterheadForm form, Viewer viewer) {
        LegalEntity entity = existing(id);
        Problems problems = form.problems();
        if (!problems.isEmpty()) {
            return page(entity, form, problems).refused();
        }
        entities.changeLetterhead(form.letterheadOf(entity), viewer.login());
        return Redirect.to("/entities").saying(entity.code() + " " + form.name() + " is changed.");
    }

    private LegalEntity existing(long id) {
        return entities.all().stream()
                .filter(entity -> entity.id() == id)
                .findFirst()
                .orElseThrow(() -> PageRefused.notFound("There is no legal entity " + id + "."));
    }

    private static Page page(LegalEntity entity, LetterheadForm form, Problems problems) {
        return Page.of("entities/letterhead", entity.name(), new LetterheadView(entity, form, problems));
    }
}
