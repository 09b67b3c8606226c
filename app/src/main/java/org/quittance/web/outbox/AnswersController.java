package org.quittance.web.outbox;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.contact.AnswerLine;
import org.quittance.collections.contact.AnswerList;
import org.quittance.collections.contact.ContactBlocks;
import org.quittance.core.contact.Consent;
import org.quittance.core.contact.Medium;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.Answer;
import org.quittance.correspondence.Answers;
import org.quittance.correspondence.Attachment;
import org.quittance.correspondence.Connections;
import org.quittance.correspondence.Consents;
import org.quittance.correspondence.Message;
import org.quittance.correspondence.Outbox;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerView;
import org.quittance.ledger.LedgerReader;
import org.quittance.platform.BusinessClock;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Query;
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

/** What customers and their mail servers have written back. A mail is shown as text; what came with it is handed out as files. */
@Controller
class AnswersController {

    private static final String PATH = "/outbox/answers";
    private static final int SHOWN = 50;
    private static final int MOST_EXPORTED = 100_000;

    private final AnswerList list;
    private final Answers answers;
    private final Outbox outbox;
    private final Consents consents;
    private final Connections connections;
    private final LedgerReader ledger;
    private final ContactBlocks customers;
    private final BusinessClock clock;

    AnswersController(
            AnswerList list,
            Answers answers,
            Outbox outbox,
            Consents consents,
            Connections connections,
            LedgerReader ledger,
            ContactBlocks customers,
            BusinessClock clock) {
        this.list = list;
        this.answers = answers;
        this.outbox = outbox;
        this.consents = consents;
        this.connections = connections;
        this.ledger = ledger;
        this.customers = customers;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Page list(
            @RequestParam(defaultValue = "ALL") AnswerList.Show show,
            @RequestParam(defaultValue = "0") int from,
            Viewer viewer) {
        int first = Math.max(0, from);
        List<AnswerLine> found = list.lines(viewer, show, first, SHOWN + 1);
        Query here = Query.of(PATH).with("show", show);
        return Page.of(
                "outbox/answers",
                "Answers",
                new AnswersView(
                        connections.failing(),
                        show,
                        found.subList(0, Math.min(found.size(), SHOWN)),
                        Pager.of(here, first, SHOWN, found.size()),
                        Query.of(PATH + "/export").with("show", show).url()));
    }

    @GetMapping(PATH + "/export")
    void export(
            @RequestParam(defaultValue = "ALL") AnswerList.Show show,
            @RequestParam TableExport.Format format,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        new TableExport("answers " + clock.today(), columns())
                .to(
                        response,
                        format,
                        list.lines(viewer, show, 0, MOST_EXPORTED).stream()
                                .map(AnswersController::row)
                                .toList());
    }

    @GetMapping(PATH + "/{id}")
    Page one(@PathVariable long id, Viewer viewer) {
        Answer answer = answer(id, viewer);
        CustomerId customer = answer.customer();
        Message about =
                Optional.ofNullable(answer.message()).flatMap(outbox::message).orElse(null);
        return Page.of(
                "outbox/answer",
                "Answer",
                new AnswerView(
                        answer,
                        customer == null
                                ? ""
                                : ledger.customer(viewer, customer.value())
                                        .map(CustomerView::name)
                                        .orElse(""),
                        about,
                        answer.kind() == Answer.Kind.BOUNCED
                                && about != null
                                && answers.isFailing(about.envelope().toAddress()),
                        customer != null
                                && consents.contactAt(customer, answer.fromAddress())
                                        .isPresent(),
                        answers.source(id).isPresent()));
    }

    /** A file of somebody else's: nothing that a browser would open by itself. */
    @GetMapping(PATH + "/{id}/attachments/{number}")
    ResponseEntity<byte[]> attachment(@PathVariable long id, @PathVariable int number, Viewer viewer) {
        List<Attachment> files = answers.files(answer(id, viewer).id());
        if (number < 1 || number > files.size()) {
            throw PageRefused.notFound("The mail has no attachment " + number + ".");
        }
        Attachment file = files.get(number - 1);
        return file(file.name(), file.content());
    }

    /** The mail itself, for whoever wants to see it in a mail program. */
    @GetMapping(PATH + "/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable long id, Viewer viewer) {
        return file(
                "mail-" + id + ".eml",
                answers.source(answer(id, viewer).id())
                        .orElseThrow(() -> PageRefused.notFound("The mail was too large to be kept.")));
    }

    private static ResponseEntity<byte[]> file(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    /** Where somebody goes on after reading. */
    enum Back {
        ANSWER,
        LIST,
        CUSTOMER
    }

    /** Somebody has looked at it: messages may go out by themselves again. */
    @PostMapping(PATH + "/{id}/reading")
    Redirect read(@PathVariable long id, @RequestParam(defaultValue = "ANSWER") Back back, Viewer viewer) {
        Answer answer = answer(id, viewer);
        answers.noteReading(id, viewer.login());
        CustomerId customer = answer.customer();
        String next = switch (back) {
            case ANSWER -> PATH + "/" + id;
            case LIST -> PATH;
            case CUSTOMER -> customer == null ? PATH : "/customers/" + customer.value();
        };
        return Redirect.to(next)
                .saying(
                        customer == null
                                ? "The mail is read."
                                : "The answer is read. Messages may go out to them by themselves again.");
    }

    /** Says whose a mail of an unknown sender is. */
    @PostMapping(PATH + "/{id}/customer")
    Redirect assign(@PathVariable long id, @RequestParam String customer, Viewer viewer) {
        String here = PATH + "/" + answer(id, viewer).id();
        Optional<Long> found = customers.customer(customer.strip(), viewer);
        if (found.isEmpty()) {
            return Redirect.to(here)
                    .refusing("No customer of yours has this number, or several have this name. Give the number.");
        }
        return switch (answers.assign(id, CustomerId.of(found.get()), viewer.login())) {
            case DONE -> Redirect.to(here).saying("It stands on their timeline.");
            case NOT_OPEN -> Redirect.to(here).refusing("It is known already whose it is.");
        };
    }

    /** Notes that with this answer the person withdraws their consent to e-mails. */
    @PostMapping(PATH + "/{id}/withdrawal")
    Redirect withdraw(@PathVariable long id, Viewer viewer) {
        Answer answer = answer(id, viewer);
        CustomerId customer = answer.customer();
        Optional<Long> contact =
                Optional.ofNullable(customer).flatMap(known -> consents.contactAt(known, answer.fromAddress()));
        if (customer == null || contact.isEmpty()) {
            return Redirect.to(PATH + "/" + id)
                    .refusing("No contact of theirs has this address. Note it at the contact who has written.");
        }
        Consents.Outcome outcome = consents.note(
                new Consents.Draft(
                        customer,
                        contact.get(),
                        Medium.E_MAIL,
                        Consent.Word.WITHDRAWN,
                        answer.on(),
                        "By their answer: " + (answer.subject().isBlank() ? "without a subject" : answer.subject()),
                        id),
                viewer.login());
        return outcome == Consents.Outcome.DONE
                ? Redirect.to(PATH + "/" + id).saying("Nothing is sent to them by e-mail any more.")
                : Redirect.to(PATH + "/" + id).refusing(outcome.sentence());
    }

    /** Says that the address works again to which a message could not be delivered. */
    @PostMapping(PATH + "/{id}/address")
    Redirect restore(@PathVariable long id, Viewer viewer) {
        Answer answer = answer(id, viewer);
        if (answer.kind() != Answer.Kind.BOUNCED || answer.message() == null) {
            throw PageRefused.notFound("No message came back with this mail.");
        }
        answers.restoreAddress(id, viewer.login());
        return Redirect.to(PATH + "/" + id).saying("The address is written to again.");
    }

    private Answer answer(long id, Viewer viewer) {
        return answers.answer(id)
                .filter(answer -> sees(viewer, answer.customer()))
                .orElseThrow(() -> PageRefused.notFound("There is no mail " + id + " in your portfolios."));
    }

    private boolean sees(Viewer viewer, @Nullable CustomerId customer) {
        return viewer.seesEverything()
                || (customer != null
                        && ledger.customer(viewer, customer.value()).isPresent());
    }

    private static List<Column> columns() {
        return List.of(
                Column.text("Taken at"),
                Column.text("What it is"),
                Column.text("From"),
                Column.text("Address"),
                Column.text("Customer"),
                Column.text("Subject"),
                Column.text("Words"),
                Column.text("Read by"),
                Column.text("Read at"));
    }

    private static List<Value> row(AnswerLine line) {
        String readBy = line.readBy();
        Instant readAt = line.readAt();
        return List.of(
                Value.of(line.at().toString()),
                Value.of(line.kind().label()),
                Value.of(line.fromName()),
                Value.of(line.fromAddress()),
                Value.of(line.customerName()),
                Value.of(line.subject()),
                Value.of(line.words()),
                readBy == null ? Value.blank() : Value.of(readBy),
                readAt == null ? Value.blank() : Value.of(readAt.toString()));
    }
}
