package org.quittance.correspondence;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Tries, now, whether the mail server can be talked to and the mailbox be read. Nothing is sent, and nothing is taken in. */
@Service
public class ConnectionCheck {

    private final List<IncomingMailbox> mailboxes;
    private final TrustedCertificates trusted;
    private final Post post;

    ConnectionCheck(List<IncomingMailbox> mailboxes, TrustedCertificates trusted, Post post) {
        this.mailboxes = List.copyOf(mailboxes);
        this.trusted = trusted;
        this.post = post;
    }

    /** One thing that was tried. */
    public record Look(String what, boolean isWell, String finding) {}

    /** The mail server, then the mailbox. */
    public List<Look> look() {
        return Stream.concat(Stream.of(mailServer()), mailboxes.stream().map(this::mailbox))
                .toList();
    }

    private Look mailServer() {
        if (!post.isConfigured()) {
            return new Look(
                    "Mail",
                    true,
                    "no mail server is set; letters wait in the outbox until QUITTANCE_SMTP_HOST names one");
        }
        try {
            post.testConnection();
            return new Look(
                    "Mail", true, "letters leave through " + post.connection().place());
        } catch (MessagingException e) {
            return failed("Mail", post.connection(), e);
        }
    }

    private Look mailbox(IncomingMailbox box) {
        if (!box.isConfigured()) {
            return new Look(
                    "Mailbox",
                    true,
                    "no mailbox is set; answers and returned letters are not read until QUITTANCE_IMAP_HOST names one");
        }
        try (Store store =
                Session.getInstance(box.properties(trusted.context())).getStore(box.protocol())) {
            store.connect(box.host(), box.port(), box.user(), box.password());
            try (Folder folder = store.getFolder(box.folder())) {
                folder.open(Folder.READ_ONLY);
                return new Look(
                        "Mailbox",
                        true,
                        "answers are read from %s, which holds %,d mails"
                                .formatted(box.name(), folder.getMessageCount()));
            }
        } catch (MessagingException e) {
            return failed("Mailbox", box.connection(), e);
        }
    }

    private static Look failed(String what, Connection connection, MessagingException why) {
        ConnectionFault fault = ConnectionFault.of(why);
        return new Look(
                what,
                false,
                "%s %s: %s. %s"
                        .formatted(
                                connection.place(),
                                fault.kind().sentence(),
                                fault.words(),
                                fault.kind().remedy(connection.kind())));
    }
}
