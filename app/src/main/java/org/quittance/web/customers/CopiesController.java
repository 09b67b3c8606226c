package org.quittance.web.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.reminder.CopiesDraft;
import org.quittance.collections.reminder.InvoiceCopies;
import org.quittance.core.ledger.ItemId;
import org.quittance.correspondence.MessageId;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerView;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sends a customer the copies that it has asked for. */
@Controller
class CopiesController {

    private final CustomerPages pages;
    private final InvoiceCopies copies;

    CopiesController(CustomerPages pages, InvoiceCopies copies) {
        this.pages = pages;
        this.copies = copies;
    }

    /** Shows what would be sent of the chosen items, and to whom. */
    @GetMapping("/customers/{id}/copies")
    Answer draft(@PathVariable long id, @RequestParam(required = false) @Nullable List<Long> item, Viewer viewer) {
        CustomerView customer = pages.visible(id, viewer);
        return switch (copies.draft(id, chosen(item), viewer)) {
            case CopiesDraft.Impossible(String sentence) ->
                Redirect.to("/customers/" + id).refusing(sentence);
            case CopiesDraft.Ready ready ->
                Page.of("customers/copies", "Send copies", new CopiesView(id, customer.name(), ready));
        };
    }

    @PostMapping("/customers/{id}/copies")
    Answer send(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable List<Long> item,
            @RequestParam(defaultValue = "") String to,
            Viewer viewer) {
        pages.visible(id, viewer);
        List<MessageId> queued = copies.send(id, chosen(item), to, viewer);
        if (queued.isEmpty()) {
            return Redirect.to("/customers/" + id)
                    .refusing("These copies can no longer be sent to this address. Try again.");
        }
        return Redirect.to("/outbox/" + queued.getFirst().value())
                .saying(
                        queued.size() == 1
                                ? "The copies are queued; they leave in ten seconds unless you call them back."
                                : "The copies are queued in %d mails; they leave in ten seconds unless you call them back."
                                        .formatted(queued.size()));
    }

    private static List<ItemId> chosen(@Nullable List<Long> items) {
        return (items == null ? List.<Long>of() : items)
                .stream().map(ItemId::of).toList();
    }
}
