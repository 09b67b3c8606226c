package org.quittance.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.correspondence.Answer;
import org.quittance.correspondence.Answers;
import org.quittance.correspondence.Attachment;
import org.quittance.correspondence.MailTaken;
import org.quittance.correspondence.MessageId;
import org.quittance.correspondence.Outbox;
import org.quittance.formats.Parsed;
import org.quittance.formats.remittance.RemittanceReader;
import org.quittance.ledger.EntryContext.Completeness;
import org.quittance.platform.BusinessClock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Hands in the remittance advices that come by mail, as if somebody had uploaded them.
 *
 * <p>Of a mail that answers nothing of ours the whole of it, as it came; of an answer only its files, without those that we had sent
 * ourselves: what an answer quotes of our letter lists items and their sum too, and would be read as an advice of the payer. A file that
 * was handed in before is not handed in again, whoever had done so.
 */
@Component
class MailAdvices {

    static final String ACTOR = "mailbox";

    private final Answers answers;
    private final Outbox outbox;
    private final IntakeDesk desk;
    private final Uploads uploads;
    private final BusinessClock clock;

    MailAdvices(Answers answers, Outbox outbox, IntakeDesk desk, Uploads uploads, BusinessClock clock) {
        this.answers = answers;
        this.outbox = outbox;
        this.desk = desk;
        this.uploads = uploads;
        this.clock = clock;
    }

    @ApplicationModuleListener
    public void on(MailTaken taken) {
        Answer answer = answers.answer(taken.mail()).orElseThrow();
        MessageId about = answer.message();
        if (about == null) {
            answers.source(answer.id()).ifPresent(wire -> handIn("mail-" + answer.id() + ".eml", wire));
        } else {
            answers.files(answer.id()).stream()
                    .filter(file -> !isOurs(about, file))
                    .forEach(file -> handIn(file.name(), file.content()));
        }
    }

    private boolean isOurs(MessageId message, Attachment file) {
        return outbox.message(message).orElseThrow().attachmentNames().stream()
                .flatMap(name -> outbox.attachment(message, name).stream())
                .anyMatch(sent -> Arrays.equals(sent.content(), file.content()));
    }

    private void handIn(String fileName, byte[] content) {
        try {
            if (isAdvice(fileName, content) && !uploads.isKnown(content)) {
                UploadRequest request = new UploadRequest(fileName, null, null, Completeness.PARTIAL, clock.today());
                desk.handIn(request, new ByteArrayInputStream(content), ACTOR);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A file that lies in memory cannot be read", e);
        }
    }

    private static boolean isAdvice(String fileName, byte[] content) throws IOException {
        if (!RemittanceReader.claims(Arrays.copyOf(content, Math.min(content.length, RemittanceReader.CLAIM_BYTES)))) {
            return false;
        }
        Parsed<List<RemittanceAdvice>> parsed = RemittanceReader.read(fileName, new ByteArrayInputStream(content));
        return !parsed.isRefused() && !parsed.get().isEmpty();
    }
}
