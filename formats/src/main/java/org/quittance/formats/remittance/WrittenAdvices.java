package org.quittance.formats.remittance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.formats.Parsed;

/** Finds the advices in a PDF or a mail: in what is attached to a mail, and only where nothing there is one, in its text. */
final class WrittenAdvices {

    private final Findings findings;

    WrittenAdvices(Findings findings) {
        this.findings = findings;
    }

    List<RemittanceAdvice> ofPdf(byte[] pdf) {
        return ofPdf(pdf, "", null);
    }

    List<RemittanceAdvice> ofMail(byte[] mail) {
        MailMessage message;
        try {
            message = MailMessage.of(mail);
        } catch (UnreadableAdvice e) {
            findings.leaveOut(e);
            return List.of();
        }
        List<RemittanceAdvice> advices = new ArrayList<>();
        for (MailMessage.Attachment attachment : message.attachments()) {
            advices.addAll(ofAttachment(attachment, message));
        }
        return advices.isEmpty() ? written("E-mail", message.lines(), message.sender(), message.sent()) : advices;
    }

    private List<RemittanceAdvice> ofAttachment(MailMessage.Attachment attachment, MailMessage message) {
        byte[] bytes = attachment.bytes();
        byte[] start = Arrays.copyOf(bytes, Math.min(RemittanceReader.CLAIM_BYTES, bytes.length));
        if (new String(start, StandardCharsets.ISO_8859_1).startsWith("%PDF-")) {
            return ofPdf(bytes, message.sender(), message.sent());
        }
        if (!RemittanceReader.claims(start)) {
            findings.remark(
                    0,
                    "attachment",
                    attachment.name(),
                    "What is attached as %s is not read from the mail".formatted(attachment.name()),
                    "If it is an advice, save it and feed it by itself");
            return List.of();
        }
        try {
            Parsed<List<RemittanceAdvice>> read =
                    RemittanceReader.read(attachment.name(), new ByteArrayInputStream(bytes));
            read.problems()
                    .forEach(problem -> findings.remark(
                            problem.line(), attachment.name(), problem.excerpt(), problem.message(), problem.remedy()));
            return read.isRefused() ? List.of() : read.get();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Bytes in memory cannot fail to be read", impossible);
        }
    }

    private List<RemittanceAdvice> ofPdf(byte[] pdf, String payer, @Nullable LocalDate sent) {
        try {
            List<String> lines = PdfLines.of(pdf);
            if (lines.stream().allMatch(String::isBlank)) {
                findings.leaveOut(
                        new UnreadableAdvice(0, "", "", "The PDF has no text: it is a picture of a page"),
                        "Ask the payer for the PDF as their system prints it, or enter the payment by hand");
                return List.of();
            }
            return written("PDF", lines, payer, sent);
        } catch (UnreadableAdvice e) {
            findings.leaveOut(e);
            return List.of();
        }
    }

    private List<RemittanceAdvice> written(String format, List<String> lines, String payer, @Nullable LocalDate sent) {
        try {
            RemittanceAdvice advice = new WrittenRemittance(findings, format).read(lines, payer, sent);
            return advice == null ? List.of() : List.of(advice);
        } catch (UnreadableAdvice e) {
            findings.leaveOut(e);
            return List.of();
        }
    }
}
