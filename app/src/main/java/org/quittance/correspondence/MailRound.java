package org.quittance.correspondence;

import static org.quittance.db.correspondence.Tables.MAILBOX_POSITION;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jooq.DSLContext;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads what is new in the mailbox, the oldest first, each mail in a transaction of its own that also moves the position: a round that is
 * killed goes on where it stood.
 *
 * <p>The folder is opened to be read, so that nothing is deleted, moved or marked on the server: how far it was read stands here. A server
 * that numbers its mails afresh is read from the start; what is known is passed over by its Message-ID. The first time, what is older than
 * {@link #FIRST_LOOK} is passed over: those answers had other readers.
 */
@Component
class MailRound {

    /** How far back a mailbox is read that was never read before. */
    static final Duration FIRST_LOOK = Duration.ofDays(14);

    /** A larger mail is kept without its body: one at a time is held in memory. */
    static final int MOST_BYTES = 25_000_000;

    private static final int AT_ONCE = 200;

    private final List<IncomingMailbox> mailboxes;
    private final Answers answers;
    private final DSLContext sql;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;

    MailRound(
            List<IncomingMailbox> mailboxes,
            Answers answers,
            DSLContext sql,
            TransactionTemplate transaction,
            BusinessClock clock) {
        this.mailboxes = List.copyOf(mailboxes);
        this.answers = answers;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Up to where a mailbox has been read. */
    private record Position(long validity, long uid) {}

    void read() {
        mailboxes.stream().filter(IncomingMailbox::isConfigured).forEach(this::read);
    }

    private void read(IncomingMailbox box) {
        try (Store store = Session.getInstance(box.properties()).getStore(box.protocol())) {
            store.connect(box.host(), box.port(), box.user(), box.password());
            try (Folder folder = store.getFolder(box.folder())) {
                folder.open(Folder.READ_ONLY);
                read(box, folder, (UIDFolder) folder);
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(
                    "The mailbox %s cannot be read: %s".formatted(box.name(), e.getMessage()), e);
        }
    }

    private void read(IncomingMailbox box, Folder folder, UIDFolder uids) throws MessagingException {
        long validity = uids.getUIDValidity();
        Position known = position(box);
        boolean isFirst = known.validity() == 0;
        long from = known.validity() == validity ? known.uid() + 1 : 1;
        Instant oldest = isFirst ? clock.now().minus(FIRST_LOOK) : Instant.MIN;
        jakarta.mail.Message[] found = uids.getMessagesByUID(from, UIDFolder.LASTUID);
        for (int at = 0; at < found.length; at += AT_ONCE) {
            jakarta.mail.Message[] some = Arrays.copyOfRange(found, at, Math.min(found.length, at + AT_ONCE));
            folder.fetch(some, particulars());
            for (jakarta.mail.Message mail : some) {
                long uid = uids.getUID(mail);
                // "From the next on" names the last one even where it is not new.
                if (uid >= from) {
                    take(box, new Position(validity, uid), mail, oldest);
                }
            }
        }
    }

    /** No envelopes: a server that cannot take one mail's header apart would give none of them. */
    private static FetchProfile particulars() {
        FetchProfile particulars = new FetchProfile();
        particulars.add(UIDFolder.FetchProfileItem.UID);
        particulars.add(FetchProfile.Item.SIZE);
        particulars.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        return particulars;
    }

    private void take(IncomingMailbox box, Position at, jakarta.mail.Message mail, Instant oldest)
            throws MessagingException {
        String place = "%s %d:%d".formatted(box.name(), at.validity(), at.uid());
        Date received = mail.getReceivedDate();
        boolean isTooOld = received != null && received.toInstant().isBefore(oldest);
        Wire wire = isTooOld ? new Wire.PassedOver() : wire(mail);
        transaction.executeWithoutResult(_ -> {
            switch (wire) {
                case Wire.Whole(byte[] bytes) -> answers.take(bytes, place);
                case Wire.TooLarge(MimeMail head, int bytes) ->
                    answers.keepUnread(
                            head,
                            place,
                            "It has %,d MB; more than %d MB are not read. Open it in the mailbox itself"
                                    .formatted(bytes / 1_000_000, MOST_BYTES / 1_000_000),
                            null);
                case Wire.Broken(MimeMail head, String problem) -> answers.keepUnread(head, place, problem, null);
                case Wire.PassedOver() -> {}
            }
            move(box, at);
        });
    }

    /** What came over the wire of one mail. */
    private sealed interface Wire {
        @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
        record Whole(byte[] bytes) implements Wire {}

        record TooLarge(MimeMail head, int bytes) implements Wire {}

        record Broken(MimeMail head, String problem) implements Wire {}

        record PassedOver() implements Wire {}
    }

    private static Wire wire(jakarta.mail.Message mail) throws MessagingException {
        int size = mail.getSize();
        if (size > MOST_BYTES) {
            return new Wire.TooLarge(MimeMail.head(mail), size);
        }
        Bounded bytes = new Bounded();
        try {
            mail.writeTo(bytes);
            return new Wire.Whole(bytes.toByteArray());
        } catch (IOException e) {
            return bytes.isFull()
                    ? new Wire.TooLarge(MimeMail.head(mail), bytes.size())
                    : new Wire.Broken(MimeMail.head(mail), "The server does not hand it over whole: " + e.getMessage());
        }
    }

    /** Takes no more than a mail may have: a server's word for its size need not be true. */
    private static final class Bounded extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            if (bytes.size() + length > MOST_BYTES) {
                bytes.write(some, from, MOST_BYTES - bytes.size());
                throw new IOException("It is larger than its server says");
            }
            bytes.write(some, from, length);
        }

        boolean isFull() {
            return bytes.size() == MOST_BYTES;
        }

        int size() {
            return bytes.size();
        }

        byte[] toByteArray() {
            return bytes.toByteArray();
        }
    }

    private Position position(IncomingMailbox box) {
        return sql.select(MAILBOX_POSITION.UID_VALIDITY, MAILBOX_POSITION.LAST_UID)
                .from(MAILBOX_POSITION)
                .where(MAILBOX_POSITION.MAILBOX.eq(box.name()))
                .fetchOptional(row -> new Position(row.value1(), row.value2()))
                .orElse(new Position(0, 0));
    }

    private void move(IncomingMailbox box, Position at) {
        sql.insertInto(MAILBOX_POSITION)
                .set(MAILBOX_POSITION.MAILBOX, box.name())
                .set(MAILBOX_POSITION.UID_VALIDITY, at.validity())
                .set(MAILBOX_POSITION.LAST_UID, at.uid())
                .onConflict(MAILBOX_POSITION.MAILBOX)
                .doUpdate()
                .set(MAILBOX_POSITION.UID_VALIDITY, at.validity())
                .set(MAILBOX_POSITION.LAST_UID, at.uid())
                .execute();
    }
}
