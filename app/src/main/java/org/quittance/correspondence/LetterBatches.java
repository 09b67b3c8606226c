package org.quittance.correspondence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.quittance.audit.AuditTrail;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.LetterBatchStore.Sheets;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes letters on paper out of the outbox, to be printed and posted.
 *
 * <p>A batch is taken out in one transaction: every gate is asked about each letter at that moment, those that may go are in the batch and count as
 * sent, the others stay behind with their rule on record. A program that is killed meanwhile has taken out nothing. The PDF is put together from
 * the letters as they are kept, whenever somebody wants it: a batch that jams is printed again, and counts once.
 */
@Service
public class LetterBatches {

    /** As many as a person can put into envelopes, and as one PDF can hold. */
    public static final int MOST_LETTERS = 300;

    static final int BATCH_LOCKS = 0x51_75_4C_42;

    /** By country and postcode, as carriers take letters cheaper; then by name and age, so that the order is always the same. */
    private static final Comparator<Sheets> ORDER = Comparator.comparing(
                    (Sheets each) -> each.envelope().to().country())
            .thenComparing(each -> each.envelope().to().postcode())
            .thenComparing(each -> each.envelope().to().name())
            .thenComparingLong(each -> each.letter().id().value());

    private final MessageStore messages;
    private final LetterBatchStore batches;
    private final LetterPapers papers;
    private final HandOffs handOffs;
    private final Claims claims;
    private final DeliveryNotes notes;
    private final LetterFolder folder;
    private final AuditTrail audit;
    private final BusinessClock clock;

    LetterBatches(
            MessageStore messages,
            LetterBatchStore batches,
            LetterPapers papers,
            HandOffs handOffs,
            Claims claims,
            DeliveryNotes notes,
            LetterFolder folder,
            AuditTrail audit,
            BusinessClock clock) {
        this.messages = messages;
        this.batches = batches;
        this.papers = papers;
        this.handOffs = handOffs;
        this.claims = claims;
        this.notes = notes;
        this.folder = folder;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of the wish to take letters out. */
    public sealed interface TakingOut {

        /**
         * A batch is taken out.
         *
         * @param leftOut how many a gate has objected to, or whose copies cannot be printed
         */
        record Done(LetterBatch batch, int leftOut) implements TakingOut {}

        /** No letter may be posted now. */
        record Nothing(int leftOut) implements TakingOut {}
    }

    /** Why a batch was not printed again or noted as posted. */
    public enum Refused {
        NO_SUCH_BATCH("There is no such batch."),
        NEEDS_A_REASON("Say why it is printed again, such as a jam at letter 12."),
        NO_SUCH_LETTER("The batch has no letter of this number to begin with."),
        POSTED_BEFORE("Somebody has noted already that it is posted."),
        NOT_THAT_DAY("Give a day from the one on which it was taken out until today.");

        private final String sentence;

        Refused(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** What waits to be posted, the oldest first. */
    @Transactional(readOnly = true)
    public List<Message> waiting(int most) {
        return messages.lettersToBePosted(most);
    }

    /** Whether a letter would be taken out now, as far as its time to be called back and what a gate has said before go. */
    public boolean isDue(Message letter) {
        return !letter.progress().sendAfter().isAfter(clock.now());
    }

    /**
     * Takes out what may be posted now, at most {@link #MOST_LETTERS}.
     *
     * @param whose which customers' letters
     */
    @Transactional
    public TakingOut takeOut(Predicate<CustomerId> whose, String actor) {
        return takeOut(whose, MOST_LETTERS, actor);
    }

    /** The same with another limit, which counts the letters of these customers alone. */
    @Transactional
    TakingOut takeOut(Predicate<CustomerId> whose, int most, String actor) {
        // As for text messages: one is put together at a time, so that no two of them wait for each other's customers.
        handOffs.hold();
        List<Sheets> taken = new ArrayList<>();
        Map<MessageId, Integer> attempts = new HashMap<>();
        int leftOut = 0;
        List<MessageId> theirs = messages.dueLetters(clock.now()).entrySet().stream()
                .filter(letter -> whose.test(letter.getValue()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
        for (Message letter : messages.lockDueLetters(theirs, clock.now())) {
            if (letter.envelope() instanceof Envelope.ByPost envelope) {
                Optional<Integer> pages = claims.mayBePosted(letter) ? papers.pages(letter) : Optional.empty();
                pages.ifPresent(count -> {
                    taken.add(new Sheets(letter, envelope, count));
                    // On its way before the next is asked about: of two to one customer the gate sees the first.
                    attempts.put(letter.id(), messages.startAttempt(letter, clock.now()));
                });
                leftOut += pages.isPresent() ? 0 : 1;
            }
        }
        if (taken.isEmpty()) {
            return new TakingOut.Nothing(leftOut);
        }
        taken.sort(ORDER);
        long id = batches.insert(taken, clock.today(), actor, clock.now());
        batches.insertPrint(id, 1, "", actor, clock.now());
        for (Sheets each : taken) {
            notes.sent(
                    each.letter(),
                    Objects.requireNonNull(attempts.get(each.letter().id())));
        }
        folder.want(id);
        audit.record(actor, "letters.taken-out", "letter-batch", id, "%d letters".formatted(taken.size()));
        return new TakingOut.Done(batches.find(id).orElseThrow(), leftOut);
    }

    @Transactional(readOnly = true)
    public List<LetterBatch> newest(int most) {
        return batches.newest(most);
    }

    @Transactional(readOnly = true)
    public Optional<LetterBatch> batch(long id) {
        return batches.find(id);
    }

    /** The batch in which a letter went; empty before. */
    @Transactional(readOnly = true)
    public Optional<LetterBatch> of(MessageId letter) {
        return batches.of(letter);
    }

    @Transactional(readOnly = true)
    public List<LetterBatch.Line> lines(long batch) {
        return batches.lines(batch);
    }

    /** The letters of a print in one PDF; empty where there is no such print. */
    @Transactional(readOnly = true)
    public Optional<Attachment> pdf(long batch, int number) {
        return batches.find(batch)
                .flatMap(found -> found.prints().stream()
                        .filter(print -> print.number() == number)
                        .findFirst())
                .map(print -> new Attachment(
                        print.number() == 1
                                ? "letters-%d.pdf".formatted(batch)
                                : "letters-%d-print-%d.pdf".formatted(batch, number),
                        "application/pdf",
                        papers.pdf(batch, print)));
    }

    /** The addressees of a batch in the order of its letters, as CSV; empty where there is no such batch. */
    @Transactional(readOnly = true)
    public Optional<Attachment> index(long batch) {
        return batches.find(batch)
                .map(found -> new Attachment("letters-%d.csv".formatted(batch), "text/csv", papers.index(batch)));
    }

    /** How the batch is handed over to a print service; empty where none takes them. */
    @Transactional(readOnly = true)
    public Optional<LetterFolder.HandOver> handOver(long batch) {
        return folder.of(batch);
    }

    /** Hands a batch over once more, after a person has looked whether it was fetched; does nothing where it has gone well. */
    @Transactional
    public void handOverAgain(long batch, String actor) {
        if (folder.again(batch)) {
            audit.record(actor, "letters.handed-over-again", "letter-batch", batch, "");
        }
    }

    /** Lets a batch, or the rest of it, be printed again; empty where that is noted. */
    @Transactional
    public Optional<Refused> printAgain(long id, int from, String reason, String actor) {
        Optional<LetterBatch> batch = batches.lock(id);
        if (batch.isEmpty()) {
            return Optional.of(Refused.NO_SUCH_BATCH);
        }
        if (reason.isBlank()) {
            return Optional.of(Refused.NEEDS_A_REASON);
        }
        if (from < 1 || from > batch.get().letters()) {
            return Optional.of(Refused.NO_SUCH_LETTER);
        }
        int number = batches.insertPrint(id, from, reason.strip(), actor, clock.now());
        audit.record(
                actor,
                "letters.printed-again",
                "letter-batch",
                id,
                "print %d from letter %d: %s".formatted(number, from, reason.strip()));
        return Optional.empty();
    }

    /** Notes that a batch is printed and in the post; empty where that is noted. */
    @Transactional
    public Optional<Refused> posted(long id, LocalDate on, String actor) {
        Optional<LetterBatch> batch = batches.lock(id);
        if (batch.isEmpty()) {
            return Optional.of(Refused.NO_SUCH_BATCH);
        }
        if (batch.get().posting() != null) {
            return Optional.of(Refused.POSTED_BEFORE);
        }
        if (on.isBefore(batch.get().businessDate()) || on.isAfter(clock.today())) {
            return Optional.of(Refused.NOT_THAT_DAY);
        }
        batches.insertPosting(id, on, actor, clock.now());
        audit.record(actor, "letters.posted", "letter-batch", id, "on " + on);
        return Optional.empty();
    }
}
