package org.quittance.web.customers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.reminder.AccountStatements;
import org.quittance.collections.reminder.StatementDraft;
import org.quittance.correspondence.letter.Letters;
import org.quittance.correspondence.letter.WrittenLetter;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerView;
import org.quittance.platform.BusinessClock;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Redirect;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A customer's statement of account: read, as PDF, and by e-mail. */
@Controller
class StatementController {

    private final CustomerPages pages;
    private final AccountStatements statements;
    private final BusinessClock clock;

    StatementController(CustomerPages pages, AccountStatements statements, BusinessClock clock) {
        this.pages = pages;
        this.statements = statements;
        this.clock = clock;
    }

    @GetMapping("/customers/{id}/statement")
    Answer statement(@PathVariable long id, @RequestParam @Nullable LocalDate asOf, Viewer viewer) {
        CustomerView customer = pages.visible(id, viewer);
        LocalDate day = day(asOf);
        return switch (statements.draft(id, day, viewer)) {
            case StatementDraft.Impossible impossible ->
                Redirect.to("/customers/" + id).refusing(impossible.sentence());
            case StatementDraft.Ready ready ->
                Page.of(
                        "customers/statement",
                        "Statement of account",
                        new StatementView(id, customer.name(), day, ready, Letters.write(ready.content())));
        };
    }

    @GetMapping("/customers/{id}/statement/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id, @RequestParam @Nullable LocalDate asOf, Viewer viewer) {
        pages.visible(id, viewer);
        return switch (statements.draft(id, day(asOf), viewer)) {
            case StatementDraft.Impossible impossible -> throw PageRefused.conflict(impossible.sentence());
            case StatementDraft.Ready ready -> file(Letters.write(ready.content()));
        };
    }

    @PostMapping("/customers/{id}/statement")
    Answer send(@PathVariable long id, @RequestParam @Nullable LocalDate asOf, Viewer viewer) {
        pages.visible(id, viewer);
        return statements
                .send(id, day(asOf), viewer)
                .map(
                        message -> Redirect.to("/outbox/" + message.value())
                                .saying(
                                        "The statement is queued; it leaves in ten seconds, or as soon as the rules of contact let it, unless you call it back."))
                .orElseGet(() -> Redirect.to("/customers/" + id + "/statement")
                        .refusing("The statement cannot be mailed any more."));
    }

    private LocalDate day(@Nullable LocalDate asOf) {
        return asOf == null ? clock.today() : asOf;
    }

    private static ResponseEntity<byte[]> file(WrittenLetter letter) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(letter.pdfName())
                                .build()
                                .toString())
                .body(letter.pdf());
    }
}
