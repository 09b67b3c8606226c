package org.quittance.correspondence;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** A mailbox on a real IMAP server that asks for the password; each start is a new server that numbers its mails afresh. */
final class TestMailbox {

    private static final String LOOPBACK = "127.0.0.1";

    private final String user;
    private final GreenMail server;
    private final GreenMailUser owner;

    TestMailbox(String user, int port) {
        this.user = user;
        this.server = new GreenMail(new ServerSetup[] {
            new ServerSetup(port, LOOPBACK, ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP)
        });
        this.server.start();
        this.owner = server.setUser(user, user, "first password");
    }

    int port() {
        return server.getImap().getPort();
    }

    void stop() {
        server.stop();
    }

    void setPassword(String password) {
        owner.setPassword(password);
    }

    IncomingMailbox box() {
        return box(port(), Protection.NONE);
    }

    IncomingMailbox box(int port, Protection protection) {
        return new IncomingMailbox(LOOPBACK, port, user, "first password", protection, "INBOX");
    }

    /** Puts a mail into the box as it comes over the wire. */
    void put(String wire, Instant received) {
        try {
            server.getManagers()
                    .getImapHostManager()
                    .getInbox(owner)
                    .appendMessage(
                            new MimeMessage(
                                    Session.getInstance(new Properties()),
                                    new ByteArrayInputStream(
                                            wire.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))),
                            new Flags(),
                            Date.from(received));
        } catch (MessagingException | FolderException e) {
            throw new IllegalStateException(e);
        }
    }
}
