package org.quittance.web.customers;

import org.jspecify.annotations.Nullable;
import org.quittance.collections.contact.OthersThere;
import org.quittance.collections.contact.Presences;
import org.quittance.identity.Viewer;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells an open page, as it asks again and again, which colleagues are at the same customer. */
@Controller
class ColleaguesController {

    private final Presences presences;

    ColleaguesController(Presences presences) {
        this.presences = presences;
    }

    /** @param told what the page shows already: while that is so, it is left as it is, and nothing is read out anew */
    @GetMapping("/customers/{id}/colleagues")
    Answer colleagues(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String told,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Viewer viewer) {
        if (htmx == null) {
            return Redirect.to("/customers/" + id);
        }
        OthersThere others = presences.open(id, viewer);
        return others.mark().equals(told)
                ? Page.unchanged()
                : Page.of("customers/colleagues", "Colleagues", new ColleaguesView(id, others));
    }
}
