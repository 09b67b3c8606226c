package org.quittance.correspondence;

import static org.quittance.db.correspondence.Tables.CONNECTION;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.platform.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is known of the mailbox and of the ways by which messages leave: since when each fails, why, and what is to be done.
 *
 * <p>While one fails it is tried again after pauses that grow with the time for which it has failed, by whoever comes first; all others wait
 * with it. So a server that is down is asked once in a while, however many messages wait for it, and none of them is given up because of it.
 */
@Service
public class Connections {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** A connection that works is not written down at every message. */
    private static final Duration KNOWN_TO_WORK = Duration.ofMinutes(1);

    private final DSLContext sql;
    private final List<IncomingMailbox> mailboxes;
    private final Post post;
    private final TextWay textWay;
    private final BusinessClock clock;

    Connections(DSLContext sql, List<IncomingMailbox> mailboxes, Post post, TextWay textWay, BusinessClock clock) {
        this.sql = sql;
        this.mailboxes = List.copyOf(mailboxes);
        this.post = post;
        this.textWay = textWay;
        this.clock = clock;
    }

    /**
     * One that fails, in words for people.
     *
     * @param workedAt when it last did; null where it never has
     * @param words what the other side says
     */
    public record Failing(
            ConnectionKind kind,
            String place,
            Instant since,
            @Nullable Instant workedAt,
            String sentence,
            String words,
            String remedy) {}

    /** Those that the environment names and that fail, in the order of their kinds. */
    @Transactional(readOnly = true)
    public List<Failing> failing() {
        return configured().stream()
                .flatMap(connection -> failing(connection).stream())
                .toList();
    }

    private List<Connection> configured() {
        List<Connection> configured = new ArrayList<>();
        mailboxes.stream()
                .filter(IncomingMailbox::isConfigured)
                .map(IncomingMailbox::connection)
                .forEach(configured::add);
        if (post.isConfigured()) {
            configured.add(post.connection());
        }
        if (textWay instanceof TextWay.Webhook webhook) {
            configured.add(webhook.connection());
        }
        return configured;
    }

    private Optional<Failing> failing(Connection connection) {
        return sql.selectFrom(CONNECTION)
                .where(is(connection))
                .and(CONNECTION.FAILING_SINCE.isNotNull())
                .fetchOptional(row -> {
                    ConnectionFault.Kind fault = ConnectionFault.Kind.valueOf(row.getFault());
                    return new Failing(
                            connection.kind(),
                            connection.place(),
                            row.getFailingSince(),
                            row.getWorkedAt(),
                            "%s %s %s".formatted(connection.kind().label(), connection.place(), fault.sentence()),
                            row.getWords(),
                            fault.remedy(connection.kind()));
                });
    }

    /** When a mailbox was last read, whichever it was; empty where none ever was. */
    Optional<Instant> mailboxReadAt() {
        return sql.select(CONNECTION.WORKED_AT)
                .from(CONNECTION)
                .where(CONNECTION.KIND.eq(ConnectionKind.MAILBOX.name()))
                .and(CONNECTION.WORKED_AT.isNotNull())
                .orderBy(CONNECTION.WORKED_AT.desc(), CONNECTION.PLACE)
                .limit(1)
                .fetchOptional(CONNECTION.WORKED_AT);
    }

    /** Until when nobody tries a connection that fails, and why; empty where it may be tried now. */
    Optional<Pause> pause(Connection connection) {
        return sql.selectFrom(CONNECTION)
                .where(is(connection))
                .and(CONNECTION.TRIED_AGAIN_AT.gt(clock.now()))
                .fetchOptional(row -> new Pause(
                        row.getTriedAgainAt(),
                        why(
                                connection,
                                new ConnectionFault(ConnectionFault.Kind.valueOf(row.getFault()), row.getWords()))));
    }

    /** How long a connection is left alone, and in which words a message says so. */
    record Pause(Instant until, String why) {}

    /** Notes that it works. */
    @Transactional
    public void works(Connection connection) {
        Instant now = clock.now();
        sql.insertInto(CONNECTION)
                .set(CONNECTION.KIND, connection.kind().name())
                .set(CONNECTION.PLACE, connection.place())
                .set(CONNECTION.WORKED_AT, now)
                .set(CONNECTION.WORDS, "")
                .onConflict(CONNECTION.KIND, CONNECTION.PLACE)
                .doUpdate()
                .set(CONNECTION.WORKED_AT, now)
                .setNull(CONNECTION.FAILING_SINCE)
                .setNull(CONNECTION.FAULT)
                .setNull(CONNECTION.TRIED_AGAIN_AT)
                .set(CONNECTION.WORDS, "")
                .where(CONNECTION
                        .FAILING_SINCE
                        .isNotNull()
                        .or(CONNECTION.WORKED_AT.isNull())
                        .or(CONNECTION.WORKED_AT.le(now.minus(KNOWN_TO_WORK))))
                .execute();
    }

    /** Notes that it fails, and says until when it is left alone. */
    @Transactional
    Pause fails(Connection connection, ConnectionFault fault) {
        Instant now = clock.now();
        Instant since = sql.select(CONNECTION.FAILING_SINCE)
                .from(CONNECTION)
                .where(is(connection))
                .fetchOptional(CONNECTION.FAILING_SINCE)
                .orElse(now);
        if (since.equals(now)) {
            LOG.warn("{}. {}.", why(connection, fault), fault.kind().remedy(connection.kind()));
        }
        Instant until = now.plus(pause(Duration.between(since, now)));
        sql.insertInto(CONNECTION)
                .set(CONNECTION.KIND, connection.kind().name())
                .set(CONNECTION.PLACE, connection.place())
                .set(CONNECTION.FAILING_SINCE, since)
                .set(CONNECTION.FAULT, fault.kind().name())
                .set(CONNECTION.WORDS, fault.words())
                .set(CONNECTION.TRIED_AGAIN_AT, until)
                .onConflict(CONNECTION.KIND, CONNECTION.PLACE)
                .doUpdate()
                .set(CONNECTION.FAILING_SINCE, since)
                .set(CONNECTION.FAULT, fault.kind().name())
                .set(CONNECTION.WORDS, fault.words())
                .set(CONNECTION.TRIED_AGAIN_AT, until)
                .execute();
        return new Pause(until, why(connection, fault));
    }

    /** Half as long as it has failed, so that one who has just mended it does not wait much longer than the mending took. */
    static Duration pause(Duration failingFor) {
        Duration half = failingFor.dividedBy(2);
        if (half.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return half.compareTo(LONGEST_PAUSE) < 0 ? half : LONGEST_PAUSE;
    }

    private static String why(Connection connection, ConnectionFault fault) {
        return "%s %s: %s".formatted(connection.kind().label(), fault.kind().sentence(), fault.words());
    }

    private static Condition is(Connection connection) {
        return CONNECTION.KIND.eq(connection.kind().name()).and(CONNECTION.PLACE.eq(connection.place()));
    }
}
