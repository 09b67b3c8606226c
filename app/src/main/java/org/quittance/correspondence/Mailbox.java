package org.quittance.correspondence;

import jakarta.mail.Address;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox that is read over IMAP. There is a bean of this type in the demo alone: the box in which everything that the demo sends
 * arrives, whoever it was sent to.
 */
public final class Mailbox {

    private final String host;
    private final int port;
    private final String user;
    private final String password;

    Mailbox(String host, int port, String user, String password) {
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
    }

    /** The newest first. */
    public List<ReceivedMail> messages(int most) {
        return read(inbox -> {
            int newest = inbox.getMessageCount();
            List<ReceivedMail> mails = new ArrayList<>();
            for (int number = newest; number > Math.max(0, newest - most); number--) {
                mails.add(mail(inbox, inbox.getMessage(number)));
            }
            return mails;
        });
    }

    /** One of them; empty where it is not there any more. */
    public Optional<ReceivedMail> message(long uid) {
        return read(inbox -> {
            jakarta.mail.Message kept = ((UIDFolder) inbox).getMessageByUID(uid);
            return kept == null ? Optional.empty() : Optional.of(mail(inbox, kept));
        });
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(Folder inbox) throws MessagingException, IOException;
    }

    private <T> T read(Reading<T> reading) {
        Properties whole = new Properties();
        whole.setProperty("mail.imap.partialfetch", "false");
        try (Store store = Session.getInstance(whole).getStore("imap")) {
            store.connect(host, port, user, password);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                return reading.of(inbox);
            }
        } catch (MessagingException e) {
            throw new IllegalStateException("The mailbox at " + host + ":" + port + " cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fetched as a whole: part by part each would be asked for several times over the line. */
    private static ReceivedMail mail(Folder inbox, jakarta.mail.Message kept) throws MessagingException, IOException {
        Instant received = kept.getReceivedDate() == null
                ? Instant.EPOCH
                : kept.getReceivedDate().toInstant();
        MimeMessage mail = new MimeMessage((MimeMessage) kept);
        Contents contents = new Contents();
        contents.take(mail);
        return new ReceivedMail(
                ((UIDFolder) inbox).getUID(kept),
                header(mail, "Message-ID"),
                people(mail.getFrom()),
                people(mail.getRecipients(jakarta.mail.Message.RecipientType.TO)),
                people(mail.getReplyTo()),
                mail.getSubject() == null ? "" : mail.getSubject(),
                received,
                contents.text,
                contents.html,
                contents.attachments);
    }

    private static String header(jakarta.mail.Message mail, String name) throws MessagingException {
        String[] values = mail.getHeader(name);
        return values == null ? "" : values[0];
    }

    private static String people(Address @Nullable [] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses).map(Mailbox::person).collect(Collectors.joining(", "));
    }

    private static String person(Address address) {
        return address instanceof InternetAddress internet && internet.getPersonal() != null
                ? internet.getPersonal() + " <" + internet.getAddress() + ">"
                : address.toString();
    }

    /** Collects the parts of a mail as it is walked through. */
    private static final class Contents {
        private String text = "";
        private String html = "";
        private final List<Attachment> attachments = new ArrayList<>();

        void take(Part part) throws MessagingException, IOException {
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    take(parts.getBodyPart(i));
                }
            } else if (part.getFileName() != null) {
                attachments.add(attachment(part, part.getFileName()));
            } else if (part.isMimeType("text/plain")) {
                text = (String) part.getContent();
            } else if (part.isMimeType("text/html")) {
                html = (String) part.getContent();
            }
        }

        private static Attachment attachment(Part part, String name) throws MessagingException, IOException {
            try (InputStream content = part.getInputStream()) {
                String mediaType =
                        part.getContentType().replaceFirst("(?s);.*", "").strip();
                return new Attachment(MimeUtility.decodeText(name), mediaType, content.readAllBytes());
            }
        }
    }
}
