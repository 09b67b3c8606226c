package org.quittance.web.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.copies.NobodysCopies;
import org.quittance.copies.NobodysCopies.Given;
import org.quittance.core.ledger.ItemId;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ItemLine;
import org.quittance.ledger.LegalEntities;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.PdfAnswer;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The copies that are nobody's: a person looks at one, gives it to its document, or discards it. */
@Controller
class NobodysCopiesController {

    private static final int SHOWN = 100;
    private static final String PATH = "/imports/copies";

    private final NobodysCopies copies;
    private final LegalEntities entities;

    NobodysCopiesController(NobodysCopies copies, LegalEntities entities) {
        this.copies = copies;
        this.entities = entities;
    }

    @GetMapping(PATH)
    Page list() {
        return page(NobodysCopiesView.Asked.NOTHING, Problems.none());
    }

    @GetMapping(PATH + "/{id}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id, Viewer viewer) {
        return copies.open(id, viewer)
                .map(copy -> PdfAnswer.inline(copy.fileName(), copy.content()))
                .orElseThrow(NobodysCopiesController::gone);
    }

    /** Gives it to the document of a number, or of an item that was chosen of several. */
    @PostMapping(PATH + "/{id}/document")
    Answer give(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @Nullable Long entity,
            @RequestParam(required = false) @Nullable Long item,
            Viewer viewer) {
        if (item == null && number.isBlank()) {
            return refused(id, number, List.of(), "Give the number of the document.");
        }
        Given given = item == null ? copies.give(id, number, entity, viewer) : copies.give(id, ItemId.of(item), viewer);
        return switch (given) {
            case Given.Done(String document) -> Redirect.to(PATH).saying("It is the copy of " + document + " now.");
            case Given.NotNobodys _ -> throw gone();
            case Given.NoSuchDocument _ ->
                refused(
                        id,
                        number,
                        List.of(),
                        "There is no invoice or credit note " + number.strip() + " in your portfolios"
                                + (entity == null ? "." : " in this legal entity."));
            case Given.Several(List<ItemLine> items) ->
                refused(id, number, items, "Several documents have this number. Choose one.");
        };
    }

    /** Says that nobody needs it. */
    @PostMapping(PATH + "/{id}/discard")
    Answer discard(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Viewer viewer) {
        if (reason.isBlank()) {
            return page(NobodysCopiesView.Asked.NOTHING, Problems.at("reason-" + id, "Say why nobody needs it."))
                    .refused();
        }
        if (!copies.discard(id, reason.strip(), viewer)) {
            throw gone();
        }
        return Redirect.to(PATH).saying("The copy is discarded.");
    }

    private Page refused(long id, String number, List<ItemLine> several, String why) {
        return page(new NobodysCopiesView.Asked(id, number, several), Problems.at("number-" + id, why))
                .refused();
    }

    private Page page(NobodysCopiesView.Asked asked, Problems problems) {
        return Page.of(
                "imports/copies",
                "Copies that are nobody's",
                new NobodysCopiesView(copies.newest(SHOWN), copies.count(), entities.all(), asked, problems));
    }

    private static PageRefused gone() {
        return PageRefused.conflict("This copy is nobody's no longer: somebody has dealt with it.");
    }
}
