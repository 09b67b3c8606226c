package org.quittance.respondents;

import static org.quittance.db.respondents.Tables.ANSWER_LINK;
import static org.quittance.db.respondents.Tables.QUESTION;
import static org.quittance.db.respondents.Tables.QUESTION_END;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.quittance.core.respondent.Asking;
import org.quittance.correspondence.InternalLinks;
import org.quittance.correspondence.InternalMessage;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the links of questions and knows them again.
 *
 * <p>A token is 256 bits of chance, made when the mail leaves. It stands in that mail and nowhere else: the outbox has a place for it, the
 * database its SHA-256, which has to be no slow hash because nothing so long can be guessed. It is looked up by that hash, so that how long an
 * index takes says nothing about a token, and found only while its question is neither revoked nor asked elsewhere and its day is not over.
 * An unknown, a revoked and an expired one are not told apart.
 */
@Service
public class AnswerLinks implements InternalLinks {

    public static final String PATH = "/answer/";

    static final String PURPOSE = "QUESTION";

    private static final int TOKEN_BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom CHANCE = new SecureRandom();

    private final DSLContext sql;
    private final PublicAddress publicAddress;
    private final BusinessClock clock;
    private final Clock zone;

    AnswerLinks(DSLContext sql, PublicAddress publicAddress, BusinessClock clock, Clock zone) {
        this.sql = sql;
        this.publicAddress = publicAddress;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    /** The link for a mail that is about to leave; none where nobody waits for its answer any more. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Verdict at(InternalMessage mail) {
        var question = sql.fetchSingle(QUESTION, QUESTION.ID.eq(mail.about().subjectId()));
        if (!isOpen(question.getId())) {
            return new Verdict.Drop("Its answer came, or was asked for elsewhere, before the mail had left");
        }
        Optional<URI> address = publicAddress.address();
        if (address.isEmpty()) {
            return new Verdict.Drop("QUITTANCE_PUBLIC_ADDRESS is not set any more, so that there is no link to send");
        }
        String path = question.getByLink()
                ? PATH + issue(question.getId(), mail.id(), question.getDueOn())
                : QuestionKind.valueOf(question.getKind()).pathOf(question.getMatterId());
        return new Verdict.Go(address.get().resolve(path).toString());
    }

    private String issue(long question, long mail, LocalDate dueOn) {
        byte[] random = new byte[TOKEN_BYTES];
        CHANCE.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        sql.insertInto(ANSWER_LINK)
                .set(ANSWER_LINK.QUESTION_ID, question)
                .set(ANSWER_LINK.MAIL_ID, mail)
                .set(ANSWER_LINK.TOKEN_HASH, hash(token))
                .set(
                        ANSWER_LINK.EXPIRES_AT,
                        Asking.lastDayOfLink(clock.today(), dueOn)
                                .plusDays(1)
                                .atStartOfDay(zone.getZone())
                                .toInstant())
                .execute();
        return token;
    }

    /** What a token leads to; changes nothing, since scanners of mail open links too. */
    @Transactional(readOnly = true)
    public Optional<LinkedQuestion> find(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        return sql.select(QUESTION.fields())
                .select(QUESTION_END.HOW)
                .from(ANSWER_LINK)
                .join(QUESTION)
                .on(QUESTION.ID.eq(ANSWER_LINK.QUESTION_ID))
                .leftJoin(QUESTION_END)
                .on(QUESTION_END.QUESTION_ID.eq(QUESTION.ID))
                .where(ANSWER_LINK.TOKEN_HASH.eq(hash(token)))
                .and(ANSWER_LINK.EXPIRES_AT.gt(clock.now()))
                .and(QUESTION_END.HOW.isNull().or(QUESTION_END.HOW.eq(QuestionEnd.OVER.name())))
                .fetchOptional(row -> new LinkedQuestion(
                        row.get(QUESTION.ID),
                        QuestionKind.valueOf(row.get(QUESTION.KIND)),
                        row.get(QUESTION.MATTER_ID),
                        row.get(QUESTION.TO_NAME),
                        row.get(QUESTION.TO_ADDRESS),
                        row.get(QUESTION.ASKED_BY),
                        row.get(QUESTION.DUE_ON),
                        row.get(QUESTION_END.HOW) == null));
    }

    /** Whether an answer to the question is still taken: to be asked again under the lock of its matter. */
    @Transactional(readOnly = true)
    public boolean isOpen(long question) {
        return !sql.fetchExists(QUESTION_END, QUESTION_END.QUESTION_ID.eq(question));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
