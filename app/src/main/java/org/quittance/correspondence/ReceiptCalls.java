package org.quittance.correspondence;

import static org.jooq.impl.DSL.val;
import static org.quittance.db.correspondence.Tables.RECEIPT_CALL;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;
import org.quittance.formats.receipts.ReceiptLine;
import org.quittance.platform.BusinessClock;
import org.quittance.platform.Variable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Receipts that the service posts by itself, signed as the specification of the Standard Webhooks (version 1) has it, as are our own calls to
 * it.
 *
 * <p>A call is believed when it bears the signature of {@code QUITTANCE_SMS_RECEIPTS_SECRET} and a time of the last five minutes, or the next.
 * Its id is kept with the answer: the same call again gets the same answer and changes nothing.
 */
@Service
public class ReceiptCalls {

    /** As the specification recommends. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String ACTOR = "text message service";
    private static final int LONGEST_ID = 200;

    private final TextReceipts receipts;
    private final DSLContext sql;
    private final JsonMapper json;
    private final BusinessClock clock;
    private final @Nullable SecretKey secret;

    ReceiptCalls(TextReceipts receipts, DSLContext sql, JsonMapper json, BusinessClock clock, Environment environment) {
        this.receipts = receipts;
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        Variable set = Variable.of(environment, "QUITTANCE_SMS_RECEIPTS_SECRET");
        this.secret = set.isSet() ? WebhookSecret.of(set) : null;
    }

    /** What the headers of a call say; each is empty where it is missing. */
    public record Signed(String id, String timestamp, String signatures) {}

    /**
     * One thing that is wrong with a receipt.
     *
     * @param field such as {@code receipts[1].status}
     */
    public record Fault(String field, String value, String message, String remedy) {}

    /** What is answered. */
    public sealed interface Reply {

        /** No secret is set, so nobody can be believed. */
        record Closed() implements Reply {}

        /** It is not believed. */
        record NotBelieved(String why) implements Reply {}

        /** All there was to take is taken; what could not be taken is named. */
        record Taken(int status, String body) implements Reply {}

        /** Something is about a message of which we do not know yet that it was handed over: the same call will do later. */
        record Later() implements Reply {}
    }

    /** One call, as people see it. */
    public record Call(Instant at, int taken, int known, int refused) {}

    public boolean isOpen() {
        return secret != null;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Call> newest(int most) {
        return sql.selectFrom(RECEIPT_CALL)
                .orderBy(RECEIPT_CALL.AT.desc(), RECEIPT_CALL.CALL_ID)
                .limit(most)
                .fetch(row -> new Call(row.getAt(), row.getTaken(), row.getKnown(), row.getRefused()));
    }

    @Transactional
    public Reply take(Signed signed, byte[] body) {
        if (secret == null) {
            return new Reply.Closed();
        }
        Optional<String> doubt = doubt(secret, signed, body);
        return doubt.isPresent()
                ? new Reply.NotBelieved(doubt.get())
                : answered(signed.id()).orElseGet(() -> takeNew(signed.id(), body));
    }

    private Optional<String> doubt(SecretKey key, Signed signed, byte[] body) {
        if (signed.id().isBlank() || signed.id().length() > LONGEST_ID) {
            return Optional.of("The header webhook-id is missing or longer than %d signs".formatted(LONGEST_ID));
        }
        if (!signed.timestamp().matches("[0-9]{1,12}")) {
            return Optional.of("The header webhook-timestamp is no number of seconds since 1970");
        }
        long seconds = Long.parseLong(signed.timestamp());
        Duration off =
                Duration.between(Instant.ofEpochSecond(seconds), clock.now()).abs();
        if (off.compareTo(TOLERANCE) > 0) {
            return Optional.of(
                    "The header webhook-timestamp is more than five minutes from now. Set the clock and sign the call anew");
        }
        return WebhookSignature.isAmong(signed.signatures(), WebhookSignature.of(key, signed.id(), seconds, body))
                ? Optional.empty()
                : Optional.of(
                        "The header webhook-signature is not that of this body. Sign webhook-id, webhook-timestamp and the body, with a stop between them, by the secret that is agreed on");
    }

    private Optional<Reply> answered(String id) {
        sql.execute("select pg_advisory_xact_lock(hashtextextended({0}, 0))", val("receipts " + id));
        return sql.selectFrom(RECEIPT_CALL)
                .where(RECEIPT_CALL.CALL_ID.eq(id))
                .fetchOptional(row -> new Reply.Taken(row.getStatus(), row.getAnswer()));
    }

    private Reply takeNew(String id, byte[] body) {
        ReceiptBody receiptBody = ReceiptBody.of(json, body);
        Parsed<List<ReceiptLine>> read = receiptBody.parsed();
        TextReceipts.Taken taken = read.isRefused()
                ? new TextReceipts.Taken(0, 0, 0, List.of())
                : receipts.take("call " + id, read.get(), ACTOR);
        if (taken.early() > 0) {
            return new Reply.Later();
        }
        List<Fault> refused = Stream.concat(
                        read.problems().stream().map(problem -> fault(problem, problem.field())),
                        taken.problems().stream()
                                .map(problem -> fault(problem, receiptBody.field(problem.line(), problem.field()))))
                .toList();
        Reply.Taken reply = refused.isEmpty()
                ? new Reply.Taken(200, json.writeValueAsString(new Answer(taken.receipts(), taken.known())))
                : new Reply.Taken(
                        422,
                        json.writeValueAsString(new Refused(
                                "about:blank",
                                read.isRefused() ? "Nothing was taken" : "Not all receipts were taken",
                                422,
                                taken.receipts(),
                                taken.known(),
                                refused)));
        sql.insertInto(RECEIPT_CALL)
                .set(RECEIPT_CALL.CALL_ID, id)
                .set(RECEIPT_CALL.STATUS, reply.status())
                .set(RECEIPT_CALL.ANSWER, reply.body())
                .set(RECEIPT_CALL.TAKEN, taken.receipts())
                .set(RECEIPT_CALL.KNOWN, taken.known())
                .set(RECEIPT_CALL.REFUSED, refused.size())
                .set(RECEIPT_CALL.AT, clock.now())
                .execute();
        return reply;
    }

    private record Answer(int taken, int known) {}

    /** In the form of RFC 9457. */
    private record Refused(String type, String title, int status, int taken, int known, List<Fault> errors) {}

    private static Fault fault(Problem problem, String field) {
        return new Fault(field, problem.excerpt(), problem.message(), problem.remedy());
    }
}
