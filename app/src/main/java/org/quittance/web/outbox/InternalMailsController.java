package org.quittance.web.outbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.correspondence.Attachment;
import org.quittance.correspondence.InternalMessage;
import org.quittance.correspondence.InternalOutbox;
import org.quittance.correspondence.RequeueOutcome;
import org.quittance.identity.Viewer;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Pager;
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

/** Mails to people in the company: one's own, and all of them for those who see every account. */
@Controller
class InternalMailsController {

    private static final String PATH = "/outbox/internal";
    private static final int SHOWN = 50;

    private final InternalOutbox outbox;

    InternalMailsController(InternalOutbox outbox) {
        this.outbox = outbox;
    }

    @GetMapping(PATH)
    Page list(@RequestParam @Nullable Long before, Viewer viewer) {
        List<InternalMessage> found = outbox.mails(before, SHOWN + 1);
        List<InternalMessage> shown = found.subList(0, Math.min(found.size(), SHOWN));
        Pager pager = new Pager(
                before == null ? null : PATH,
                found.size() <= SHOWN
                        ? null
                        : PATH + "?before=" + shown.getLast().id());
        return Page.of(
                "outbox/internalMails",
                "Mails to colleagues",
                new InternalMailsView(
                        shown.stream().filter(mail -> sees(viewer, mail)).toList(), pager));
    }

    @GetMapping(PATH + "/{id}")
    Page one(@PathVariable long id, Viewer viewer) {
        return Page.of("outbox/internalMail", "Mail to a colleague", new InternalMailView(mail(id, viewer)));
    }

    @GetMapping(PATH + "/{id}/attachments/{name}")
    ResponseEntity<byte[]> attachment(@PathVariable long id, @PathVariable String name, Viewer viewer) {
        Attachment file = outbox.attachment(mail(id, viewer).id(), name)
                .orElseThrow(() -> PageRefused.notFound("The mail has no attachment " + name + "."));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }

    /** Sends a mail again that has failed, on a person's word. */
    @PostMapping(PATH + "/{id}/requeue")
    Answer requeue(@PathVariable long id, Viewer viewer) {
        return switch (outbox.requeue(mail(id, viewer).id(), viewer.login())) {
            case RequeueOutcome.Requeued _ -> Redirect.to(PATH + "/" + id).saying("The mail is queued again.");
            case RequeueOutcome.NotFailed _ ->
                Redirect.to(PATH + "/" + id).refusing("Only a failed mail can be sent again.");
        };
    }

    private InternalMessage mail(long id, Viewer viewer) {
        return outbox.mail(id)
                .filter(found -> sees(viewer, found))
                .orElseThrow(() -> PageRefused.notFound("There is no mail " + id + " of yours to a colleague."));
    }

    private static boolean sees(Viewer viewer, InternalMessage mail) {
        return viewer.seesEverything() || mail.actor().equals(viewer.login());
    }
}
