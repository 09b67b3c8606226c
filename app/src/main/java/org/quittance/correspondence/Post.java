package org.quittance.correspondence;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.correspondence.letter.Language;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** The way to the mail server, if the installation has one. */
@Component
class Post {

    private final @Nullable JavaMailSender sender;

    Post(ObjectProvider<JavaMailSender> senders) {
        this.sender = senders.getIfAvailable();
    }

    /** An installation whose environment leaves the host empty has a sender that could never send. */
    boolean isConfigured() {
        return switch (sender) {
            case null -> false;
            case JavaMailSenderImpl smtp ->
                smtp.getHost() != null && !smtp.getHost().isBlank();
            case JavaMailSender other -> true;
        };
    }

    /** As it is named among the connections. */
    Connection connection() {
        return new Connection(
                ConnectionKind.MAIL_SERVER,
                sender instanceof JavaMailSenderImpl smtp
                        ? smtp.getHost() + ":" + smtp.getPort()
                        : "of this installation");
    }

    /** Signs in and leaves again. */
    void testConnection() throws MessagingException {
        if (sender instanceof JavaMailSenderImpl smtp) {
            smtp.testConnection();
        }
    }

    /** What a mail says, and the Message-ID under which it says it. */
    record Letter(String headerId, Language language, String subject, String text, String html) {

        static Letter of(Message message) {
            return new Letter(
                    message.headerId(), message.language(), message.subject(), message.text(), message.html());
        }
    }

    MailReply send(Letter message, Envelope.ByMail envelope, List<Attachment> attachments, Instant now) {
        if (sender == null) {
            return new MailReply.TryLater("No mail server is configured");
        }
        try {
            MimeMessage mime = sender.createMimeMessage();
            address(mime, envelope);
            sender.send(filled(mime, message, attachments, now));
            return new MailReply.Accepted();
        } catch (MailException e) {
            return MailReply.of(e);
        }
    }

    private static void address(MimeMessage mime, Envelope.ByMail envelope) {
        try {
            mime.setFrom(address(envelope.from()));
            mime.setRecipient(jakarta.mail.Message.RecipientType.TO, address(envelope.to()));
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException(
                    "A mail cannot be addressed to " + envelope.to().address(), e);
        }
    }

    private static MimeMessage filled(MimeMessage mime, Letter message, List<Attachment> attachments, Instant now) {
        try {
            MimeMessageHelper helper =
                    new MimeMessageHelper(mime, MimeMessageHelper.MULTIPART_MODE_MIXED, StandardCharsets.UTF_8.name());
            helper.setSubject(message.subject());
            helper.setSentDate(Date.from(now));
            helper.setText(message.text(), message.html());
            for (Attachment attachment : attachments) {
                helper.addAttachment(
                        attachment.name(), new ByteArrayResource(attachment.content()), attachment.mediaType());
            }
            mime.setHeader("Message-ID", message.headerId());
            mime.setHeader("Auto-Submitted", "auto-generated");
            mime.setHeader("Content-Language", message.language().code());
            return mime;
        } catch (MessagingException e) {
            throw new IllegalStateException("Message " + message.headerId() + " cannot be put into an e-mail", e);
        }
    }

    private static InternetAddress address(MailAddress address) throws UnsupportedEncodingException {
        return new InternetAddress(address.address(), address.name(), StandardCharsets.UTF_8.name());
    }
}
