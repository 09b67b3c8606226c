package org.quittance.web.hooks;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.quittance.correspondence.ReceiptCalls;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** Takes the receipts that a text message service posts; how, says {@code docs/text-messages.md}. */
@Controller
class TextReceiptsHook {

    /** Of a thousand receipts with long words. */
    private static final int MOST_BYTES = 1_000_000;

    private static final String SECONDS = "60";

    private final ReceiptCalls calls;

    TextReceiptsHook(ReceiptCalls calls) {
        this.calls = calls;
    }

    @PostMapping("/hooks/text-receipts")
    ResponseEntity<Object> take(
            @RequestHeader(name = "webhook-id", defaultValue = "") String id,
            @RequestHeader(name = "webhook-timestamp", defaultValue = "") String timestamp,
            @RequestHeader(name = "webhook-signature", defaultValue = "") String signatures,
            HttpServletRequest request)
            throws IOException {
        if (!calls.isOpen()) {
            return problem(
                    HttpStatus.NOT_FOUND, "Receipts are not taken here. Set QUITTANCE_SMS_RECEIPTS_SECRET and restart");
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return problem(HttpStatus.CONTENT_TOO_LARGE, "More than a megabyte. Send the receipts in several calls");
        }
        return switch (calls.take(new ReceiptCalls.Signed(id, timestamp, signatures), body)) {
            case ReceiptCalls.Reply.Closed _ -> problem(HttpStatus.NOT_FOUND, "Receipts are not taken here");
            case ReceiptCalls.Reply.NotBelieved(String why) -> problem(HttpStatus.UNAUTHORIZED, why);
            case ReceiptCalls.Reply.Later _ -> later();
            case ReceiptCalls.Reply.Taken(int status, String answer) ->
                ResponseEntity.status(status)
                        .contentType(
                                status == HttpStatus.OK.value()
                                        ? MediaType.APPLICATION_JSON
                                        : MediaType.APPLICATION_PROBLEM_JSON)
                        .body(answer);
        };
    }

    private static ResponseEntity<Object> later() {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "A message is being handed over this moment. Make the same call again in a minute");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private static ResponseEntity<Object> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
