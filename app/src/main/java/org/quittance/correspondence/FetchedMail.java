package org.quittance.correspondence;

import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serial;

/** What came over the wire of one mail. At most so much of one is ever held. */
sealed interface FetchedMail {

    /** As it was sent. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Whole(byte[] bytes) implements FetchedMail {}

    /**
     * Not read, because it is larger than a mail may be.
     *
     * @param sentence for a person, with its size
     */
    record TooLarge(MimeMail head, String sentence) implements FetchedMail {}

    /** Deleted or moved by somebody before it was fetched. */
    record Gone() implements FetchedMail {}

    /** More than any header; where a mail is not read, this much of it tells from whom it is. */
    int HEAD_BYTES = 200_000;

    /**
     * Fetches a mail piece by piece.
     *
     * @param most how many bytes of it are read
     */
    static FetchedMail of(jakarta.mail.Message mail, int most) throws MessagingException {
        try {
            int size = mail.getSize();
            if (size > most) {
                return new TooLarge(head(mail), "It has %,d MB, and %s".formatted(megabytes(size), rest(most)));
            }
            Bounded bytes = new Bounded(most);
            return bytes.takeAll(mail)
                    ? new Whole(bytes.toByteArray())
                    : new TooLarge(
                            MimeMail.head(bytes.toByteArray()), "It is larger than its server says, and " + rest(most));
        } catch (MessageRemovedException _) {
            return new Gone();
        } catch (IOException e) {
            if (e.getCause() instanceof MessageRemovedException) {
                return new Gone();
            }
            throw new MessagingException("It is not handed over whole: " + e.getMessage(), e);
        }
    }

    /** What its first bytes tell of it. */
    static MimeMail head(jakarta.mail.Message mail) throws MessagingException, IOException {
        Bounded first = new Bounded(HEAD_BYTES);
        first.takeAll(mail);
        return MimeMail.head(first.toByteArray());
    }

    private static String rest(int most) {
        return "at most %,d MB of one are read. Open it in the mailbox itself".formatted(megabytes(most));
    }

    private static int megabytes(int bytes) {
        return Math.ceilDiv(bytes, 1_000_000);
    }

    /** Takes no more than it may: a server's word for the size of a mail need not be true. */
    final class Bounded extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final int most;

        Bounded(int most) {
            this.most = most;
        }

        /** Ends the writing. */
        private static final class Full extends IOException {
            @Serial
            private static final long serialVersionUID = 1;
        }

        /** Returns whether that was all of it. */
        boolean takeAll(jakarta.mail.Message mail) throws MessagingException, IOException {
            try {
                mail.writeTo(this);
                return true;
            } catch (Full _) {
                return false;
            }
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            int room = Math.min(length, most - bytes.size());
            bytes.write(some, from, room);
            if (room < length) {
                throw new Full();
            }
        }

        byte[] toByteArray() {
            return bytes.toByteArray();
        }
    }
}
