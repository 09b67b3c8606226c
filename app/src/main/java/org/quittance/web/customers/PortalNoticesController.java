package org.quittance.web.customers;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.reminder.AccountStatements;
import org.quittance.collections.reminder.PortalNotice;
import org.quittance.collections.reminder.PortalNoticed;
import org.quittance.collections.reminder.PortalNotices;
import org.quittance.collections.reminder.StatementDraft;
import org.quittance.correspondence.letter.Letters;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerView;
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

/** Offers what is put into a customer's portal, and notes that it was. */
@Controller
class PortalNoticesController {

    private final CustomerPages pages;
    private final PortalNotices notices;
    private final AccountStatements statements;
    private final BusinessClock clock;

    PortalNoticesController(
            CustomerPages pages, PortalNotices notices, AccountStatements statements, BusinessClock clock) {
        this.pages = pages;
        this.notices = notices;
        this.statements = statements;
        this.clock = clock;
    }

    @GetMapping("/customers/{id}/portal-notices/new")
    Page form(@PathVariable long id, @RequestParam @Nullable Long account, Viewer viewer) {
        CustomerView customer = pages.visible(id, viewer);
        PortalNoticeForm form = PortalNoticeForm.about(
                account, clock.today(), notices.lastPortal(id).orElse(null));
        return page(customer, form, Problems.none(), viewer);
    }

    @PostMapping("/customers/{id}/portal-notices")
    Answer note(@PathVariable long id, PortalNoticeForm form, Viewer viewer) {
        CustomerView customer = pages.visible(id, viewer);
        PortalNotice notice = new PortalNotice(
                id,
                form.account() == null ? Set.of() : Set.of(form.account()),
                form.on() == null ? clock.today() : form.on(),
                form.where(),
                Typed.text(form.reference()),
                Typed.text(form.note()));
        return switch (notices.note(notice, viewer)) {
            case PortalNoticed.Noted _ -> Redirect.to("/customers/" + id).saying("The portal notice is noted.");
            case PortalNoticed.Refused(PortalNoticed.Part part, String sentence) ->
                page(customer, form, Problems.at(field(part), sentence), viewer).refused();
        };
    }

    private static String field(PortalNoticed.Part part) {
        return switch (part) {
            case ACCOUNTS -> "account";
            case PORTAL -> "portal";
            case ADDRESS -> "address";
            case DAY -> "on";
        };
    }

    private Page page(CustomerView customer, PortalNoticeForm form, Problems problems, Viewer viewer) {
        String text = switch (statements.draft(customer.id(), clock.today(), viewer)) {
            case StatementDraft.Ready ready -> Letters.write(ready.content()).text();
            case StatementDraft.Impossible _ -> "";
        };
        return Page.of(
                "customers/portalNotice",
                "Portal notice to " + customer.name(),
                new PortalNoticeView(
                        customer, form, text, notices.lastPortal(customer.id()).orElse(null), problems));
    }
}
