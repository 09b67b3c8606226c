package org.quittance.formats.remittance;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it is kept in a file: who sent it and when, its text, and what is attached.
 *
 * @param sender the name, or the address where there is none
 * @param sent by the sender's own clock; null where the mail does not say
 * @param lines its subject and its text; of a text that comes plain and as HTML, the plain one
 */
record MailMessage(String sender, @Nullable LocalDate sent, List<String> lines, List<Attachment> attachments) {

    private static final int MOST_PARTS = 200;
    private static final int DEEPEST = 10;

    /** A file that came with the mail. */
    static final class Attachment {

        private final String name;
        private final byte[] bytes;

        private Attachment(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        String name() {
            return name;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    static MailMessage of(byte[] mail) throws UnreadableAdvice {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
            Parts parts = new Parts();
            parts.take(message, 0);
            List<String> lines = new ArrayList<>();
            lines.add(message.getSubject() == null ? "" : message.getSubject());
            lines.addAll(parts.plain.isEmpty() ? parts.html : parts.plain);
            return new MailMessage(sender(message), sent(message), lines, parts.attachments);
        } catch (MessagingException | IOException damaged) {
            throw new UnreadableAdvice(0, "", "", "The mail is damaged");
        } catch (RuntimeException | StackOverflowError damaged) {
            // The library does not promise to name all damage as such.
            throw new UnreadableAdvice(0, "", "", "The mail is damaged");
        }
    }

    private static String sender(Message message) throws MessagingException {
        if (message.getFrom() == null
                || message.getFrom().length == 0
                || !(message.getFrom()[0] instanceof InternetAddress from)) {
            return "";
        }
        return from.getPersonal() == null ? from.getAddress() : from.getPersonal();
    }

    private static @Nullable LocalDate sent(Message message) throws MessagingException {
        return message.getSentDate() == null
                ? null
                : message.getSentDate().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static final class Parts {

        private final List<String> plain = new ArrayList<>();
        private final List<String> html = new ArrayList<>();
        private final List<Attachment> attachments = new ArrayList<>();
        private int seen;

        void take(Part part, int depth) throws MessagingException, IOException {
            if (++seen > MOST_PARTS || depth > DEEPEST) {
                return;
            }
            String name = part.getFileName();
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
                for (int i = 0; i < several.getCount(); i++) {
                    BodyPart each = several.getBodyPart(i);
                    take(each, depth + 1);
                }
            } else if (part.isMimeType("message/rfc822") && part.getContent() instanceof Part forwarded) {
                take(forwarded, depth + 1);
            } else if (name != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                attachments.add(new Attachment(name == null ? "" : name, bytes(part)));
            } else if (part.isMimeType("text/html") && part.getContent() instanceof String text) {
                html.addAll(linesOf(Jsoup.parse(text)));
            } else if (part.isMimeType("text/*") && part.getContent() instanceof String text) {
                text.lines().forEach(plain::add);
            }
        }

        private static byte[] bytes(Part part) throws MessagingException, IOException {
            try (InputStream in = part.getInputStream()) {
                return in.readAllBytes();
            }
        }

        /** Each row of a table as a line, as a reader sees it. */
        private static List<String> linesOf(Document html) {
            for (Element cell : html.select("td, th")) {
                cell.appendText("  ");
            }
            html.outputSettings().prettyPrint(false);
            html.select("br, tr, p, div, li, h1, h2, h3, h4").forEach(block -> block.prependText("\n"));
            return html.wholeText().lines().map(String::strip).toList();
        }
    }
}
