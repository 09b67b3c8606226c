package org.quittance.correspondence;

import static org.quittance.db.correspondence.Tables.MESSAGE;
import static org.quittance.db.correspondence.Tables.TEXT_RECEIPT;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.correspondence.Activity.Direction;
import org.quittance.formats.Problem;
import org.quittance.formats.receipts.ReceiptLine;
import org.quittance.platform.BusinessClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of text messages once they are handed over, as the service that sends them reports it.
 *
 * <p>One that failed takes back the steps that were noted for it, and its number counts as failing, as an address does from which a mail comes
 * back. Whoever opts out gets no more. A receipt is believed where it names the id under which the message was handed over, which nobody can
 * guess; handed in twice, it changes nothing.
 */
@Service
public class TextReceipts {

    private final DSLContext sql;
    private final MessageStore messages;
    private final AnswerStore addresses;
    private final Consents consents;
    private final DeliveryNotes notes;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    TextReceipts(
            DSLContext sql,
            MessageStore messages,
            AnswerStore addresses,
            Consents consents,
            DeliveryNotes notes,
            Timeline timeline,
            AuditTrail audit,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.sql = sql;
        this.messages = messages;
        this.addresses = addresses;
        this.consents = consents;
        this.notes = notes;
        this.timeline = timeline;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What was taken of a list.
     *
     * @param known how many had been handed in before
     * @param early how many are about messages that are being handed over this moment
     */
    public record Taken(int receipts, int known, int early, List<Problem> problems) {
        public Taken {
            problems = List.copyOf(problems);
        }
    }

    /** Takes a list in; lines about messages that were not handed over are refused by themselves. */
    @Transactional
    public Taken take(String file, List<ReceiptLine> lines, String actor) {
        // In this order: what is handed over between the two questions is found by the second.
        Map<String, MessageId> underWay = named(lines, MessageState.SENDING, MessageState.QUEUED);
        Map<String, MessageId> handedOver = named(lines, MessageState.SENT, MessageState.FAILED);
        List<Problem> problems = new ArrayList<>();
        int taken = 0;
        int known = 0;
        for (ReceiptLine line : lines) {
            MessageId id = handedOver.get(line.id());
            if (id == null && underWay.containsKey(line.id())) {
                problems.add(Problem.row(
                        file,
                        line.line(),
                        "id",
                        line.id(),
                        "The message is being handed over this moment",
                        "Hand the receipt in again in a minute"));
            } else if (id == null) {
                problems.add(Problem.row(
                        file,
                        line.line(),
                        "id",
                        line.id(),
                        "No text message was handed over under this id",
                        "Look in the file in which it was handed over"));
            } else if (take(messages.lock(id), line, actor)) {
                taken++;
            } else {
                known++;
            }
        }
        audit.record(actor, "text-receipts.taken", "text-receipts", file, taken + " receipts");
        int early = (int) lines.stream()
                .filter(line -> underWay.containsKey(line.id()) && !handedOver.containsKey(line.id()))
                .count();
        return new Taken(taken, known, early, problems);
    }

    private Map<String, MessageId> named(List<ReceiptLine> lines, MessageState... states) {
        return lines.isEmpty()
                ? Map.of()
                : sql.select(MESSAGE.HEADER_ID, MESSAGE.ID)
                        .from(MESSAGE)
                        .where(MESSAGE.HEADER_ID.in(
                                lines.stream().map(ReceiptLine::id).distinct().toList()))
                        .and(MESSAGE.STATE.in(
                                Arrays.stream(states).map(MessageState::name).toList()))
                        .fetchMap(row -> row.value1(), row -> MessageId.of(row.value2()));
    }

    private boolean take(Message message, ReceiptLine line, String actor) {
        TextReceipt.Status status = TextReceipt.Status.valueOf(line.status().name());
        String detail = line.detail().isEmpty() ? status.label() : line.detail();
        Long id = insert(message, status, line, detail, actor);
        if (id == null) {
            return false;
        }
        if (message.state() == MessageState.FAILED && status != TextReceipt.Status.FAILED) {
            // Nobody knew whether its file had been fetched; now we do.
            notes.sent(message, message.progress().attempts());
        }
        switch (status) {
            case DELIVERED -> {}
            case FAILED -> {
                log(message, status.label() + ": " + detail, actor);
                addresses.reportNumber(message.envelope().toAddress(), id, detail, actor, clock.now());
                events.publishEvent(
                        new MessageCameBack(message.id(), message.customer(), status.label() + ": " + detail));
            }
            case OPTED_OUT -> {
                log(message, status.label(), actor);
                if (message.envelope() instanceof Envelope.ByText text) {
                    consents.noteStop(message, text, new Consents.Stop(id, dayOf(line)), actor);
                }
            }
        }
        return true;
    }

    private LocalDate dayOf(ReceiptLine line) {
        return line.at() == null ? clock.today() : LocalDate.ofInstant(line.at(), ZoneOffset.UTC);
    }

    private @Nullable Long insert(
            Message message, TextReceipt.Status status, ReceiptLine line, String detail, String actor) {
        return sql.insertInto(TEXT_RECEIPT)
                .set(TEXT_RECEIPT.MESSAGE_ID, message.id().value())
                .set(TEXT_RECEIPT.STATUS, status.name())
                .set(TEXT_RECEIPT.HAPPENED_AT, line.at())
                .set(TEXT_RECEIPT.DETAIL, detail)
                .set(TEXT_RECEIPT.ACTOR, actor)
                .set(TEXT_RECEIPT.AT, clock.now())
                .onConflictDoNothing()
                .returning(TEXT_RECEIPT.ID)
                .fetchOptional(TEXT_RECEIPT.ID)
                .orElse(null);
    }

    private void log(Message message, String outcome, String actor) {
        timeline.log(new Activity(
                message.customer(),
                Set.of(),
                Activity.Kind.TEXT_MESSAGE,
                Direction.IN,
                clock.today(),
                actor,
                null,
                outcome,
                "To " + message.envelope().addressee(),
                message.id()));
    }

    /** What is said of a message, in the order in which it came. */
    @Transactional(readOnly = true)
    public List<TextReceipt> of(MessageId message) {
        return sql.selectFrom(TEXT_RECEIPT)
                .where(TEXT_RECEIPT.MESSAGE_ID.eq(message.value()))
                .orderBy(TEXT_RECEIPT.ID)
                .fetch(row -> new TextReceipt(
                        TextReceipt.Status.valueOf(row.getStatus()),
                        row.getHappenedAt(),
                        row.getDetail(),
                        row.getActor(),
                        row.getAt()));
    }

    /** Why text messages to a number do not arrive; empty where they do, as far as is known. */
    @Transactional(readOnly = true)
    public Optional<String> failing(String number) {
        return addresses.failing(number);
    }

    /** Says that a message's number works again. */
    @Transactional
    public void restoreNumber(MessageId id, String actor) {
        Message message = messages.lock(id);
        addresses.report(message.envelope().toAddress(), null, "A person says that it works", actor, clock.now());
        audit.record(actor, "number.restored", "message", id, message.envelope().toAddress());
    }
}
