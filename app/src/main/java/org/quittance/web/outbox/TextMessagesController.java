package org.quittance.web.outbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.quittance.correspondence.Attachment;
import org.quittance.correspondence.Connections;
import org.quittance.correspondence.HandOffs;
import org.quittance.correspondence.ReceiptCalls;
import org.quittance.correspondence.TextReceipts;
import org.quittance.correspondence.TextWays;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;
import org.quittance.formats.receipts.ReceiptFile;
import org.quittance.formats.receipts.ReceiptLine;
import org.quittance.identity.Viewer;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
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
import org.springframework.web.multipart.MultipartFile;

/** The files in which text messages were handed over, and the receipts of the service that sends them. */
@Controller
class TextMessagesController {

    private static final String PATH = "/outbox/text-messages";
    private static final int SHOWN = 50;
    private static final int CALLS_SHOWN = 10;

    private final TextWays ways;
    private final HandOffs handOffs;
    private final TextReceipts receipts;
    private final ReceiptCalls calls;
    private final Connections connections;

    TextMessagesController(
            TextWays ways, HandOffs handOffs, TextReceipts receipts, ReceiptCalls calls, Connections connections) {
        this.ways = ways;
        this.handOffs = handOffs;
        this.receipts = receipts;
        this.calls = calls;
        this.connections = connections;
    }

    @GetMapping(PATH)
    Page list(Viewer viewer) {
        return page(viewer, List.of(), Problems.none());
    }

    /** A file has customers of every portfolio in it. */
    @GetMapping(PATH + "/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable long id, Viewer viewer) {
        if (!viewer.seesEverything()) {
            throw PageRefused.forbidden(
                    "The file has messages of other portfolios in it. Ask somebody who sees them all.");
        }
        Attachment file = handOffs.file(id).orElseThrow(() -> PageRefused.notFound("There is no file " + id + "."));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }

    /** Takes a list of receipts in: what can be read of it is noted, and what cannot is shown. */
    @PostMapping(PATH + "/receipts")
    Answer take(@RequestParam MultipartFile file, Viewer viewer) throws IOException {
        if (file.isEmpty()) {
            return again(viewer, List.of(), "Choose a file that is not empty.");
        }
        String name = file.getOriginalFilename() == null ? "receipts" : file.getOriginalFilename();
        Parsed<List<ReceiptLine>> read = read(name, file);
        if (read.isRefused()) {
            return again(viewer, read.problems(), "Nothing of " + name + " was taken.");
        }
        TextReceipts.Taken taken = receipts.take(name, read.get(), viewer.login());
        List<Problem> refused = Stream.concat(read.problems().stream(), taken.problems().stream())
                .sorted(Comparator.comparingLong(Problem::line))
                .toList();
        return refused.isEmpty()
                ? Redirect.to(PATH).saying(said(taken))
                : again(
                        viewer,
                        refused,
                        "%s %d lines of %s were not taken.".formatted(said(taken), refused.size(), name));
    }

    private static String said(TextReceipts.Taken taken) {
        String known = taken.known() == 0 ? "" : " %d had been handed in before.".formatted(taken.known());
        return "%d %s taken.".formatted(taken.receipts(), taken.receipts() == 1 ? "receipt is" : "receipts are")
                + known;
    }

    private static Parsed<List<ReceiptLine>> read(String name, MultipartFile file) throws IOException {
        Path copy = Files.createTempFile("receipts", ".upload");
        try {
            file.transferTo(copy);
            return ReceiptFile.read(name, copy);
        } finally {
            Files.delete(copy);
        }
    }

    private Page again(Viewer viewer, List<Problem> refused, String sentence) {
        return page(viewer, refused, Problems.at("file", sentence)).refused();
    }

    private Page page(Viewer viewer, List<Problem> refused, Problems problems) {
        List<HandOffs.HandOff> files = viewer.seesEverything() ? handOffs.newest(SHOWN) : List.of();
        return Page.of(
                "outbox/textMessages",
                "Text messages",
                new TextMessagesView(
                        ways.sentence(),
                        connections.failing(),
                        calls.isOpen(),
                        calls.newest(CALLS_SHOWN),
                        files,
                        refused,
                        problems));
    }
}
