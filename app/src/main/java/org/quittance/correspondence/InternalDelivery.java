package org.quittance.correspondence;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import org.quittance.platform.BusinessClock;
import org.quittance.platform.Jobs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers one internal mail as {@link Delivery} delivers a message: takes it off the queue in one transaction, speaks to the mail server in none,
 * notes the reply in another. A conversation that broke off is not tried again by itself.
 */
@Component
class InternalDelivery {

    private final InternalMailStore mails;
    /** Asked for when needed: whoever answers for a link may stand on services that themselves queue mails. */
    private final ObjectProvider<InternalLinks> links;

    private final Post post;
    private final Connections connections;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    InternalDelivery(
            InternalMailStore mails,
            ObjectProvider<InternalLinks> links,
            Post post,
            Connections connections,
            BusinessClock clock,
            TransactionTemplate transaction) {
        this.mails = mails;
        this.links = links;
        this.post = post;
        this.connections = connections;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Tells the job that it has to come back after a growing pause. */
    static final class Postponed extends RuntimeException {
        Postponed(long id, String why) {
            super("Internal mail " + id + " waits: " + why, null, false, false);
        }
    }

    /** Tells the job at which moment it has to come back. */
    static final class Held extends Jobs.NotYet {
        Held(long id, Instant until, String why) {
            super(until, "Internal mail " + id + " waits until " + until + ": " + why);
        }
    }

    private sealed interface Claim {
        record Taken(InternalMessage mail, int attempt, Post.Letter letter, List<Attachment> attachments)
                implements Claim {}

        record Later(String why) implements Claim {}

        record HeldUntil(Instant until, String why) implements Claim {}

        record Settled() implements Claim {}
    }

    /** Throws {@link Postponed} or {@link Held} where the job has to come back. */
    void deliver(long id) {
        switch (Objects.requireNonNull(transaction.execute(_ -> claim(id)))) {
            case Claim.Taken taken ->
                note(taken, post.send(taken.letter(), taken.mail().envelope(), taken.attachments(), clock.now()));
            case Claim.Later(String why) -> throw new Postponed(id, why);
            case Claim.HeldUntil(Instant until, String why) -> throw new Held(id, until, why);
            case Claim.Settled _ -> {}
        }
    }

    private Claim claim(long id) {
        InternalMessage mail = mails.lock(id);
        InternalMessage.Progress progress = mail.progress();
        return switch (NextStep.of(
                new NextStep.Standing(progress.state(), progress.sendAfter(), progress.sendingSince(), mail.headerId()),
                clock.now())) {
            case NextStep.Send _ -> claimToSend(mail);
            case NextStep.Wait(String why) -> new Claim.Later(why);
            case NextStep.WaitUntil(Instant moment, String why) -> new Claim.HeldUntil(moment, why);
            case NextStep.GiveUp(String reason) -> settle(mail, MessageState.FAILED, reason);
            case NextStep.TakeUp _, NextStep.LeaveAlone _ -> new Claim.Settled();
        };
    }

    private Claim claimToSend(InternalMessage mail) {
        if (!post.isConfigured()) {
            return settle(mail, MessageState.QUEUED, Claims.NO_MAIL_SERVER);
        }
        return connections
                .pause(post.connection())
                .<Claim>map(pause -> {
                    mails.rest(mail.id(), MessageState.QUEUED, pause.why());
                    return new Claim.HeldUntil(pause.until(), pause.why());
                })
                .orElseGet(() -> switch (verdict(mail)) {
                    case InternalLinks.Verdict.Drop(String why) -> settle(mail, MessageState.REFUSED, why);
                    case InternalLinks.Verdict.Go(String link) ->
                        new Claim.Taken(
                                mail,
                                mails.startAttempt(mail, clock.now()),
                                letter(mail, link),
                                mails.attachments(mail.id()));
                });
    }

    private Claim settle(InternalMessage mail, MessageState state, String reason) {
        mails.rest(mail.id(), state, reason);
        return new Claim.Settled();
    }

    private InternalLinks.Verdict verdict(InternalMessage mail) {
        return links.stream()
                .filter(each -> each.purpose().equals(mail.about().purpose()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Nobody answers for mails about a " + mail.about().purpose()))
                .at(mail);
    }

    private void note(Claim.Taken taken, MailReply reply) {
        long id = taken.mail().id();
        if (reply instanceof MailReply.Unreachable(ConnectionFault fault)) {
            Connections.Pause pause = connections.fails(post.connection(), fault);
            inAttempt(taken, () -> mails.restUncounted(id, pause.why()));
            throw new Held(id, pause.until(), pause.why());
        }
        switch (reply) {
            case MailReply.Accepted _ -> {
                connections.works(post.connection());
                transaction.executeWithoutResult(_ -> mails.markSent(id, taken.attempt(), clock.now()));
            }
            case MailReply.Rejected(String words) -> {
                connections.works(post.connection());
                fail(taken, "The mail server refused it: " + words);
            }
            case MailReply.Unclear(String words) ->
                fail(
                        taken,
                        "The conversation with the mail server broke off: " + words
                                + ". The mail may have been sent: look for "
                                + taken.mail().headerId() + " in the mail server's log before queuing it again.");
            case MailReply.TryLater(String words) -> {
                connections.works(post.connection());
                later(taken, words);
            }
            case MailReply.Unreachable _ -> throw new IllegalStateException("seen above");
        }
    }

    private void later(Claim.Taken taken, String words) {
        if (taken.attempt() >= taken.mail().progress().lastAttempt()) {
            fail(taken, "Tried %d times. The mail server's last words: %s".formatted(taken.attempt(), words));
            return;
        }
        String why = "The mail server could not take it: " + words;
        inAttempt(taken, () -> mails.rest(taken.mail().id(), MessageState.QUEUED, why));
        throw new Postponed(taken.mail().id(), why);
    }

    private void fail(Claim.Taken taken, String reason) {
        inAttempt(taken, () -> mails.rest(taken.mail().id(), MessageState.FAILED, reason));
    }

    /** Notes a reply only while the mail is still in the attempt that the reply belongs to. */
    private void inAttempt(Claim.Taken taken, Runnable note) {
        transaction.executeWithoutResult(_ -> {
            InternalMessage now = mails.lock(taken.mail().id());
            if (now.state() == MessageState.SENDING && now.progress().attempts() == taken.attempt()) {
                note.run();
            }
        });
    }

    private static Post.Letter letter(InternalMessage mail, String link) {
        return new Post.Letter(
                mail.headerId(),
                mail.language(),
                mail.subject(),
                mail.text().replace(InternalMail.LINK_PLACE, link),
                html(mail, link));
    }

    /** The text in paragraphs, with a link that can be followed: no style, no picture, nothing that tells that it was opened. */
    private static String html(InternalMessage mail, String link) {
        String anchor = "<a href=\"%s\">%s</a>".formatted(Entities.escape(link), Entities.escape(link));
        String paragraphs = Arrays.stream(mail.text().split("\n\n"))
                .map(paragraph ->
                        Entities.escape(paragraph).replace("\n", "<br>\n").replace(InternalMail.LINK_PLACE, anchor))
                .collect(Collectors.joining("</p>\n<p>"));
        return "<!doctype html>\n<html lang=\"%s\"><body><p>%s</p></body></html>\n"
                .formatted(mail.language().code(), paragraphs);
    }
}
