package org.quittance.web.customers;

import java.util.List;
import org.quittance.copies.Copies;
import org.quittance.copies.CopyLine;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LedgerReader;
import org.quittance.web.page.Answer;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.PdfAnswer;
import org.quittance.web.page.Redirect;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The copies of an item, opened by those who see it. */
@Controller
class ItemCopiesController {

    private final Copies copies;
    private final LedgerReader ledger;

    ItemCopiesController(Copies copies, LedgerReader ledger) {
        this.copies = copies;
        this.ledger = ledger;
    }

    /** The one that is used. */
    @GetMapping("/items/{id}/copy")
    ResponseEntity<byte[]> used(@PathVariable long id, Viewer viewer) {
        requireVisible(id, viewer);
        List<CopyLine> all = copies.ofItem(id);
        if (all.isEmpty()) {
            throw PageRefused.notFound("No copy of item " + id + " is here. Copies are handed in under Import.");
        }
        return open(id, all.getFirst().id(), viewer);
    }

    /** One of them, an older version as well. */
    @GetMapping("/items/{id}/copies/{copy}")
    ResponseEntity<byte[]> one(@PathVariable long id, @PathVariable long copy, Viewer viewer) {
        requireVisible(id, viewer);
        return open(id, copy, viewer);
    }

    /** Says that it is not this item's copy. */
    @PostMapping("/items/{id}/copies/{copy}/withdrawal")
    Answer withdraw(
            @PathVariable long id,
            @PathVariable long copy,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer) {
        requireVisible(id, viewer);
        if (!viewer.isAny(Role.TEAM_LEAD, Role.MANAGER, Role.CASH)) {
            throw PageRefused.forbidden("Your roles do not let you take a copy away from its item.");
        }
        if (reason.isBlank()) {
            return Redirect.to("/items/" + id).refusing("Say why it is not the copy of this item.");
        }
        if (!copies.withdraw(id, copy, reason.strip(), viewer)) {
            throw PageRefused.conflict("It is the copy of this item no longer: somebody was quicker.");
        }
        return Redirect.to("/items/" + id)
                .saying(
                        "It is nobody's now. Give it to its document, or discard it, under Import, Copies that are nobody's.");
    }

    private ResponseEntity<byte[]> open(long item, long copy, Viewer viewer) {
        return copies.open(item, copy, viewer)
                .map(found -> PdfAnswer.inline(found.fileName(), found.content()))
                .orElseThrow(() -> PageRefused.notFound("Item " + item + " has no copy " + copy + "."));
    }

    private void requireVisible(long id, Viewer viewer) {
        if (ledger.item(viewer, id).isEmpty()) {
            throw PageRefused.notFound("There is no item " + id + " in your portfolios.");
        }
    }
}
