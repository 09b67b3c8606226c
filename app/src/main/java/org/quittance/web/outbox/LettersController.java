package org.quittance.web.outbox;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.Attachment;
import org.quittance.correspondence.LetterBatch;
import org.quittance.correspondence.LetterBatches;
import org.quittance.correspondence.Message;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LedgerReader;
import org.quittance.platform.BusinessClock;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.quittance.web.page.Typed;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Letters on paper: what waits, and the batches in which they are printed and posted. */
@Controller
class LettersController {

    private static final String PATH = "/outbox/letters";
    private static final int SHOWN = 500;
    private static final int BATCHES_SHOWN = 30;

    private final LetterBatches batches;
    private final LedgerReader ledger;
    private final BusinessClock clock;

    LettersController(LetterBatches batches, LedgerReader ledger, BusinessClock clock) {
        this.batches = batches;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Page list(Viewer viewer) {
        Customers customers = new Customers(viewer);
        List<Message> waiting = batches.waiting(SHOWN).stream()
                .filter(letter -> customers.isSeen(letter.customer()))
                .toList();
        List<LetterBatch> shown = batches.newest(BATCHES_SHOWN).stream()
                .filter(batch -> mayOpen(batch, customers))
                .toList();
        return Page.of(
                "outbox/letters",
                "Letters to post",
                new LettersView(waiting, waiting.stream().filter(batches::isDue).count(), shown));
    }

    /** Takes out what may be posted of the viewer's customers, in one batch. */
    @PostMapping(PATH)
    Answer takeOut(Viewer viewer) {
        return switch (batches.takeOut(new Customers(viewer)::isSeen, viewer.login())) {
            case LetterBatches.TakingOut.Done(var batch, var leftOut) ->
                Redirect.to(PATH + "/" + batch.id())
                        .saying("%s taken out.%s Print what is here, and say when it is in the post."
                                .formatted(
                                        batch.letters() == 1 ? "1 letter is" : batch.letters() + " letters are",
                                        left(leftOut)));
            case LetterBatches.TakingOut.Nothing(var leftOut) ->
                Redirect.to(PATH).refusing("No letter may be posted now." + left(leftOut));
        };
    }

    private static String left(int leftOut) {
        return leftOut == 0
                ? ""
                : " %d %s left out; the outbox says why.".formatted(leftOut, leftOut == 1 ? "is" : "are");
    }

    @GetMapping(PATH + "/{id}")
    Page one(@PathVariable long id, Viewer viewer) {
        return page(batch(id, viewer), LetterBatchView.Form.empty(clock.today()), Problems.none());
    }

    @GetMapping(PATH + "/{id}/prints/{print}/pdf")
    ResponseEntity<byte[]> print(@PathVariable long id, @PathVariable int print, Viewer viewer) {
        batch(id, viewer);
        return file(batches.pdf(id, print), MediaType.APPLICATION_PDF);
    }

    @GetMapping(PATH + "/{id}/addressees/export")
    ResponseEntity<byte[]> addressees(@PathVariable long id, Viewer viewer) {
        batch(id, viewer);
        return file(batches.index(id), MediaType.parseMediaType("text/csv;charset=UTF-8"));
    }

    /** Lets a batch that jammed be printed again. */
    @PostMapping(PATH + "/{id}/prints")
    Answer printAgain(
            @PathVariable long id,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String reason,
            Viewer viewer) {
        LetterBatch batch = batch(id, viewer);
        String typed = Typed.text(from);
        int first = typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
        Optional<LetterBatches.Refused> refused = batches.printAgain(id, first, Typed.text(reason), viewer.login());
        return refused.isEmpty()
                ? Redirect.to(PATH + "/" + id).saying("There is another print, marked as a copy.")
                : page(
                                batch,
                                new LetterBatchView.Form(clock.today().toString(), typed, Typed.text(reason)),
                                Problems.at(
                                        refused.get() == LetterBatches.Refused.NO_SUCH_LETTER ? "from" : "reason",
                                        refused.get().sentence()))
                        .refused();
    }

    /** Says that a batch is printed and in the post. */
    @PostMapping(PATH + "/{id}/posting")
    Answer posted(@PathVariable long id, @RequestParam @Nullable String on, Viewer viewer) {
        LetterBatch batch = batch(id, viewer);
        Optional<LocalDate> day = day(Typed.text(on));
        Optional<LetterBatches.Refused> refused = day.isEmpty()
                ? Optional.of(LetterBatches.Refused.NOT_THAT_DAY)
                : batches.posted(id, day.get(), viewer.login());
        return refused.isEmpty()
                ? Redirect.to(PATH).saying("Batch %d is noted as posted.".formatted(id))
                : page(
                                batch,
                                new LetterBatchView.Form(Typed.text(on), "1", ""),
                                Problems.at("on", refused.get().sentence()))
                        .refused();
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Hands a batch over to the print service once more, on the word of somebody who has asked it. */
    @PostMapping(PATH + "/{id}/hand-over")
    Answer handOver(@PathVariable long id, Viewer viewer) {
        batch(id, viewer);
        batches.handOverAgain(id, viewer.login());
        return Redirect.to(PATH + "/" + id).saying("The batch is handed over once more.");
    }

    private Page page(LetterBatch batch, LetterBatchView.Form form, Problems problems) {
        return Page.of(
                "outbox/letterBatch",
                "Batch " + batch.id(),
                new LetterBatchView(
                        batch,
                        batches.lines(batch.id()),
                        batches.handOver(batch.id()).orElse(null),
                        form,
                        problems));
    }

    private static ResponseEntity<byte[]> file(Optional<Attachment> found, MediaType type) {
        Attachment file = found.orElseThrow(() -> PageRefused.notFound("The batch has no such print."));
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }

    private LetterBatch batch(long id, Viewer viewer) {
        return batches.batch(id)
                .filter(batch -> mayOpen(batch, new Customers(viewer)))
                .orElseThrow(() -> PageRefused.notFound(
                        "There is no batch %d, or letters of other portfolios are in it.".formatted(id)));
    }

    /** Whoever took it out, and whoever sees all customers in it. */
    private boolean mayOpen(LetterBatch batch, Customers customers) {
        return customers.viewer.seesEverything()
                || batch.actor().equals(customers.viewer.login())
                || batches.lines(batch.id()).stream().allMatch(line -> customers.isSeen(line.customer()));
    }

    /** Whom a viewer sees, each asked for once. */
    private final class Customers {

        private final Viewer viewer;
        private final Map<CustomerId, Boolean> seen = new HashMap<>();

        private Customers(Viewer viewer) {
            this.viewer = viewer;
        }

        private boolean isSeen(CustomerId customer) {
            return viewer.seesEverything()
                    || seen.computeIfAbsent(
                            customer,
                            one -> ledger.customer(viewer, one.value()).isPresent());
        }
    }
}
