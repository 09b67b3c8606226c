package org.quittance.web.outbox;

import java.nio.charset.StandardCharsets;
import org.quittance.correspondence.Attachment;
import org.quittance.correspondence.Mailbox;
import org.quittance.correspondence.ReceivedMail;
import org.quittance.identity.Viewer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The demo's mailbox: a mail as its recipient reads it. In a real installation there is none, and nothing is found here.
 *
 * <p>HTML is shown as what it is written in: a page of somebody's making has no place among ours.
 */
@Controller
class DemoMailboxController {

    private final ObjectProvider<Mailbox> mailbox;

    DemoMailboxController(ObjectProvider<Mailbox> mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping("/outbox/mailbox/{uid}")
    Page one(@PathVariable long uid, Viewer viewer) {
        return Page.of("outbox/mail", "Mail that has arrived", mail(uid, viewer));
    }

    /** @param number from one on, in the order of the mail: two may have the same name */
    @GetMapping("/outbox/mailbox/{uid}/attachments/{number}")
    ResponseEntity<byte[]> attachment(@PathVariable long uid, @PathVariable int number, Viewer viewer) {
        Attachment attachment = mail(uid, viewer).attachments().stream()
                .skip(Math.max(0, number - 1L))
                .findFirst()
                .orElseThrow(() -> PageRefused.notFound("The mail has no attachment " + number + "."));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(attachment.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(attachment.content());
    }

    private ReceivedMail mail(long uid, Viewer viewer) {
        return mailbox.stream()
                .filter(_ -> viewer.seesEverything())
                .flatMap(box -> box.message(uid).stream())
                .findFirst()
                .orElseThrow(() -> PageRefused.notFound("There is no mail " + uid + " in the demo's mailbox."));
    }
}
