package org.quittance.correspondence;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** A mail server that can be out of order: each start is a new one on the same port. */
final class TestPost {

    private static final String LOOPBACK = "127.0.0.1";

    private final int port;
    private GreenMail server;

    TestPost() {
        this.server = started(0);
        this.port = server.getSmtp().getPort();
    }

    int port() {
        return port;
    }

    int imapPort() {
        return server.getImap().getPort();
    }

    /** Puts a mail as it comes over the wire into somebody's box. */
    void putInto(String login, byte[] wire) {
        try {
            server.setUser(login, login)
                    .deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(wire)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    void stop() {
        server.stop();
    }

    void start() {
        server = started(port);
    }

    List<MimeMessage> delivered(Message message) {
        return deliveredAs(message.headerId());
    }

    List<MimeMessage> deliveredAs(String headerId) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> headerId.equals(idOf(mail)))
                .toList();
    }

    ReceivedMail readOverImap(Message message) {
        return readOverImap(message.envelope().toAddress(), message.headerId());
    }

    ReceivedMail readOverImap(String login, String headerId) {
        return new Mailbox(LOOPBACK, server.getImap().getPort(), login, login)
                .messages(Integer.MAX_VALUE).stream()
                        .filter(mail -> mail.messageId().equals(headerId))
                        .findFirst()
                        .orElseThrow();
    }

    private static GreenMail started(int port) {
        GreenMail server = new GreenMail(new ServerSetup[] {
                    new ServerSetup(port, LOOPBACK, ServerSetup.PROTOCOL_SMTP),
                    new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_IMAP)
                })
                .withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
        server.start();
        return server;
    }

    private static String idOf(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
