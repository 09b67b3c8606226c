package org.quittance.web.outbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.correspondence.Answers;
import org.quittance.correspondence.Attachment;
import org.quittance.correspondence.Connections;
import org.quittance.correspondence.LetterBatch;
import org.quittance.correspondence.LetterBatches;
import org.quittance.correspondence.ListedItem;
import org.quittance.correspondence.Mailbox;
import org.quittance.correspondence.Message;
import org.quittance.correspondence.MessageId;
import org.quittance.correspondence.Outbox;
import org.quittance.correspondence.OutboxShow;
import org.quittance.correspondence.PaymentReference;
import org.quittance.correspondence.PaymentReferences;
import org.quittance.correspondence.RecallOutcome;
import org.quittance.correspondence.ReceivedMail;
import org.quittance.correspondence.RequeueOutcome;
import org.quittance.correspondence.TextReceipts;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LedgerReader;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Redirect;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class OutboxController {

    private static final int SHOWN = 50;
    private static final int MAILBOX_SHOWN = 20;

    private final Outbox outbox;
    private final PaymentReferences references;
    private final Answers answers;
    private final TextReceipts receipts;
    private final LetterBatches batches;
    private final LedgerReader ledger;
    private final Connections connections;
    private final ObjectProvider<Mailbox> mailbox;

    OutboxController(
            Outbox outbox,
            PaymentReferences references,
            Answers answers,
            TextReceipts receipts,
            LetterBatches batches,
            LedgerReader ledger,
            Connections connections,
            ObjectProvider<Mailbox> mailbox) {
        this.outbox = outbox;
        this.references = references;
        this.answers = answers;
        this.receipts = receipts;
        this.batches = batches;
        this.ledger = ledger;
        this.connections = connections;
        this.mailbox = mailbox;
    }

    @GetMapping("/outbox")
    Page list(
            @RequestParam @Nullable Long before,
            @RequestParam(defaultValue = "EVERYTHING") OutboxShow show,
            Viewer viewer) {
        List<Message> found =
                outbox.messages(show, viewer.login(), before == null ? null : new MessageId(before), SHOWN + 1);
        List<Message> shown = found.subList(0, Math.min(found.size(), SHOWN)).stream()
                .filter(message -> sees(viewer, message.customer()))
                .toList();
        Pager pager = new Pager(
                before == null ? null : "/outbox?show=" + show,
                found.size() <= SHOWN
                        ? null
                        : "/outbox?show=%s&before=%s"
                                .formatted(show, found.get(SHOWN - 1).id()));
        Mailbox arrived = mailbox.getIfAvailable();
        List<ReceivedMail> mails =
                arrived == null || !viewer.seesEverything() ? List.of() : arrived.messages(MAILBOX_SHOWN);
        return Page.of("outbox/list", "Outbox", new OutboxView(show, shown, connections.failing(), pager, mails))
                .orFragment("outbox/rows");
    }

    @GetMapping("/outbox/{id}")
    Page one(@PathVariable long id, Viewer viewer) {
        Message message = message(id, viewer);
        List<PaymentReference> quoted = references.of(message.id());
        List<ItemId> items = quoted.stream()
                .flatMap(reference -> reference.items().stream())
                .map(ListedItem::item)
                .toList();
        return Page.of(
                "outbox/message",
                "Message",
                MessageView.of(
                        message,
                        answers.about(message.id()),
                        new MessageView.Receipts(
                                receipts.of(message.id()),
                                failing(message),
                                batches.of(message.id()).map(LetterBatch::id).orElse(null)),
                        quoted,
                        ledger.items(viewer, items)));
    }

    private @Nullable String failing(Message message) {
        return message.envelope().isTextMessage()
                ? receipts.failing(message.envelope().toAddress()).orElse(null)
                : null;
    }

    /** Says that a number works again to which text messages had not arrived. */
    @PostMapping("/outbox/{id}/number")
    Answer restoreNumber(@PathVariable long id, Viewer viewer) {
        receipts.restoreNumber(message(id, viewer).id(), viewer.login());
        return Redirect.to("/outbox/" + id).saying("Text messages go to this number again.");
    }

    @GetMapping("/outbox/{id}/attachments/{name}")
    ResponseEntity<byte[]> attachment(@PathVariable long id, @PathVariable String name, Viewer viewer) {
        Message message = message(id, viewer);
        Attachment attachment = outbox.attachment(message.id(), name)
                .orElseThrow(() -> PageRefused.notFound("The message has no attachment " + name + "."));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(attachment.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(attachment.content());
    }

    /** Calls a message back while it has not left. */
    @PostMapping("/outbox/{id}/recall")
    Answer recall(@PathVariable long id, Viewer viewer) {
        return switch (outbox.recall(message(id, viewer).id(), viewer.login())) {
            case RecallOutcome.Recalled _ -> Redirect.to("/outbox/" + id).saying("The message is called back.");
            case RecallOutcome.TooLate(var state) ->
                Redirect.to("/outbox/" + id)
                        .refusing("Too late: the message is " + state.label().toLowerCase(Locale.ROOT) + ".");
        };
    }

    /** Sends a message again that has failed, on a person's word. */
    @PostMapping("/outbox/{id}/requeue")
    Answer requeue(@PathVariable long id, Viewer viewer) {
        return switch (outbox.requeue(message(id, viewer).id(), viewer.login())) {
            case RequeueOutcome.Requeued _ -> Redirect.to("/outbox/" + id).saying("The message is queued again.");
            case RequeueOutcome.NotFailed _ ->
                Redirect.to("/outbox/" + id).refusing("Only a failed message can be sent again.");
        };
    }

    private Message message(long id, Viewer viewer) {
        Optional<Message> found = outbox.message(new MessageId(id)).filter(message -> sees(viewer, message.customer()));
        return found.orElseThrow(() -> PageRefused.notFound("There is no message " + id + " in your portfolios."));
    }

    private boolean sees(Viewer viewer, CustomerId customer) {
        return viewer.seesEverything()
                || ledger.customer(viewer, customer.value()).isPresent();
    }
}
