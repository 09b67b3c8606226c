package org.quittance.correspondence;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.quittance.correspondence.MailboxPositions.Position;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads what is new in the mailbox, the oldest first, each mail in a transaction of its own that also moves the position: a round that is
 * killed goes on where it stood.
 *
 * <p>The folder is opened to be read, so that nothing is deleted, moved or marked on the server: how far it was read stands here. A server
 * that numbers its mails afresh is read from the start; what is known is passed over by its {@link MailIdentity}. The first time, what is
 * older than {@link #FIRST_LOOK} is passed over, and so it is whenever the mails are numbered afresh: those answers had other readers.
 *
 * <p>A mailbox that cannot be read is noted among the {@link Connections}, where people see it, and is tried again after a pause. A mail at
 * which the reading stops short {@value #TIMES} times is kept with its problem, and the reading goes on with the next.
 */
@Component
class MailRound {

    /** How far back a mailbox is read that was never read before. */
    static final Duration FIRST_LOOK = Duration.ofDays(14);

    /** A larger mail is kept without its body: one at a time is held in memory. */
    static final int MOST_BYTES = 25_000_000;

    /** How often a mail may stop the reading. */
    static final int TIMES = 3;

    private static final int AT_ONCE = 200;

    private final List<IncomingMailbox> mailboxes;
    private final TrustedCertificates trusted;
    private final Answers answers;
    private final MailboxPositions positions;
    private final Connections connections;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;

    MailRound(
            List<IncomingMailbox> mailboxes,
            TrustedCertificates trusted,
            Answers answers,
            MailboxPositions positions,
            Connections connections,
            TransactionTemplate transaction,
            BusinessClock clock) {
        this.mailboxes = List.copyOf(mailboxes);
        this.trusted = trusted;
        this.answers = answers;
        this.positions = positions;
        this.connections = connections;
        this.transaction = transaction;
        this.clock = clock;
    }

    void read() {
        mailboxes.stream().filter(IncomingMailbox::isConfigured).forEach(this::read);
    }

    /** A password that is refused is not tried every minute: servers lock out whoever does. */
    private void read(IncomingMailbox box) {
        if (connections.pause(box.connection()).isPresent()) {
            return;
        }
        try (Store store =
                Session.getInstance(box.properties(trusted.context())).getStore(box.protocol())) {
            store.connect(box.host(), box.port(), box.user(), box.password());
            try (Folder folder = store.getFolder(box.folder())) {
                folder.open(Folder.READ_ONLY);
                read(box, folder, (UIDFolder) folder);
            }
            connections.works(box.connection());
        } catch (MessagingException e) {
            connections.fails(box.connection(), ConnectionFault.of(e));
        }
    }

    private void read(IncomingMailbox box, Folder folder, UIDFolder uids) throws MessagingException {
        long validity = uids.getUIDValidity();
        Position position = positions
                .find(box)
                .filter(known -> known.validity() == validity)
                .orElseGet(() -> start(box, validity));
        long from = position.uid() + 1;
        jakarta.mail.Message[] found = uids.getMessagesByUID(from, UIDFolder.LASTUID);
        for (int at = 0; at < found.length; at += AT_ONCE) {
            jakarta.mail.Message[] some = Arrays.copyOfRange(found, at, Math.min(found.length, at + AT_ONCE));
            folder.fetch(some, particulars());
            for (jakarta.mail.Message mail : some) {
                long uid = uids.getUID(mail);
                // "From the next on" names the last one even where it is not new.
                if (uid >= from) {
                    take(box, position, uid, mail);
                    position = position.at(uid);
                }
            }
        }
    }

    /**
     * Before the first mail of a mailbox that is new, or whose mails are numbered afresh. A mailbox that has moved elsewhere is read from where
     * any was last read, should that be longer ago than a first look goes back.
     */
    private Position start(IncomingMailbox box, long validity) {
        Instant firstLook = clock.now().minus(FIRST_LOOK);
        Instant readFrom = positions
                .find(box)
                .map(Position::readFrom)
                .or(() -> connections.mailboxReadAt().filter(last -> last.isBefore(firstLook)))
                .orElse(firstLook);
        return new Position(validity, 0, readFrom);
    }

    /** No envelopes: a server that cannot take one mail's header apart would give none of them. */
    private static FetchProfile particulars() {
        FetchProfile particulars = new FetchProfile();
        particulars.add(UIDFolder.FetchProfileItem.UID);
        particulars.add(FetchProfile.Item.SIZE);
        particulars.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        return particulars;
    }

    private void take(IncomingMailbox box, Position before, long uid, jakarta.mail.Message mail)
            throws MessagingException {
        Date received = mail.getReceivedDate();
        if (received != null && received.toInstant().isBefore(before.readFrom())) {
            transaction.executeWithoutResult(_ -> positions.move(box, before.at(uid)));
        } else if (positions.timesStuck(box, uid) >= TIMES) {
            giveUp(box, before.at(uid), mail);
        } else {
            try {
                takeIn(box, before.at(uid), FetchedMail.of(mail, MOST_BYTES));
            } catch (MessagingException | RuntimeException e) {
                noteStuck(box, before, uid, e);
                throw e;
            }
        }
    }

    private void takeIn(IncomingMailbox box, Position at, FetchedMail fetched) {
        transaction.executeWithoutResult(_ -> {
            switch (fetched) {
                case FetchedMail.Whole(byte[] bytes) -> answers.take(bytes);
                case FetchedMail.TooLarge(MimeMail head, String sentence) -> answers.keepUnread(head, sentence, null);
                case FetchedMail.Gone _ -> {}
            }
            positions.move(box, at);
        });
    }

    private void noteStuck(IncomingMailbox box, Position before, long uid, Exception why) {
        try {
            positions.noteStuck(box, before, uid);
        } catch (RuntimeException e) {
            // The database is away; what has stopped the reading is what is reported.
            why.addSuppressed(e);
        }
    }

    private void giveUp(IncomingMailbox box, Position at, jakarta.mail.Message mail) {
        MimeMail head =
                head(mail).orElseGet(() -> MimeMail.unknown("%s %d:%d".formatted(box.name(), at.validity(), at.uid())));
        transaction.executeWithoutResult(_ -> {
            answers.keepUnread(
                    head,
                    "It could not be taken in, tried %d times. Open it in the mailbox itself".formatted(TIMES),
                    null);
            positions.move(box, at);
        });
    }

    /** Empty where not even its first bytes can be had. */
    private static Optional<MimeMail> head(jakarta.mail.Message mail) {
        try {
            return Optional.of(FetchedMail.head(mail));
        } catch (MessagingException | IOException _) {
            return Optional.empty();
        }
    }
}
