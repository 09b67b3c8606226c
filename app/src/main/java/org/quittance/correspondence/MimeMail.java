package org.quittance.correspondence;

import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.quittance.core.mail.IncomingMail;

/**
 * A mail as it came over the wire, taken apart.
 *
 * <p>Its HTML is never shown: where it has no plain text, the words of the HTML are its text. Bounded in parts, depth and length.
 *
 * @param id the Message-ID; empty where there is none
 * @param text what its writer wants read
 * @param writtenAt null where it says nothing that is a moment
 */
record MimeMail(
        String id,
        String fromAddress,
        String fromName,
        String subject,
        String text,
        @Nullable Instant writtenAt,
        IncomingMail mail,
        List<Attachment> attachments) {

    private static final int MOST_PARTS = 200;
    private static final int DEEPEST = 10;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int LONGEST_LINE = 500;

    MimeMail {
        attachments = List.copyOf(attachments);
    }

    /** What became of reading one. */
    sealed interface Reading {

        record Read(MimeMail mail) implements Reading {}

        /** What can be known without its body; the problem is in words for a person. */
        record Unreadable(MimeMail head, String problem) implements Reading {}
    }

    static Reading read(byte[] wire) {
        MimeMessage message;
        try {
            message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(wire));
        } catch (MessagingException e) {
            return new Reading.Unreadable(unknown(""), "It is no mail: " + line(String.valueOf(e.getMessage())));
        }
        Parts parts = new Parts();
        try {
            parts.take(message, 0);
        } catch (MessagingException | IOException e) {
            return new Reading.Unreadable(
                    of(message, new Parts()),
                    "Its parts cannot be told apart: " + line(String.valueOf(e.getMessage())));
        }
        return new Reading.Read(of(message, parts));
    }

    /** What can be known of a mail by its first bytes. */
    static MimeMail head(byte[] first) {
        try {
            return of(
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(first)),
                    new Parts());
        } catch (MessagingException e) {
            return unknown("");
        }
    }

    /** One of which nothing can be known but where it lies. */
    static MimeMail unknown(String place) {
        return new MimeMail(place, "", "", "", "", null, new IncomingMail(List.of(), List.of()), List.of());
    }

    private static MimeMail of(jakarta.mail.Message message, Parts parts) {
        List<IncomingMail.Header> headers = headers(message);
        IncomingMail mail = new IncomingMail(headers, parts.texts);
        InternetAddress from = from(message);
        return new MimeMail(
                line(mail.header("Message-ID")),
                from == null || from.getAddress() == null ? "" : line(from.getAddress()),
                from == null || from.getPersonal() == null ? line(mail.header("From")) : line(from.getPersonal()),
                line(mail.header("Subject")),
                parts.text(),
                writtenAt(message),
                mail,
                parts.attachments);
    }

    private static @Nullable InternetAddress from(jakarta.mail.Message message) {
        try {
            Address[] from = message.getFrom();
            return from != null && from.length > 0 && from[0] instanceof InternetAddress address ? address : null;
        } catch (MessagingException e) {
            // Written so that it is no address; the header is shown as it stands.
            return null;
        }
    }

    private static @Nullable Instant writtenAt(jakarta.mail.Message message) {
        try {
            Date date = message.getSentDate();
            return date == null ? null : date.toInstant();
        } catch (MessagingException e) {
            return null;
        }
    }

    private static List<IncomingMail.Header> headers(jakarta.mail.Message message) {
        try {
            List<IncomingMail.Header> headers = new ArrayList<>();
            for (Header header : Collections.list(message.getAllHeaders())) {
                headers.add(new IncomingMail.Header(header.getName(), decoded(header.getValue())));
            }
            return headers;
        } catch (MessagingException e) {
            return List.of();
        }
    }

    private static String decoded(String value) {
        String unfolded = MimeUtility.unfold(value);
        try {
            return storable(MimeUtility.decodeText(unfolded));
        } catch (UnsupportedEncodingException e) {
            return storable(unfolded);
        }
    }

    private static String line(String value) {
        String line = storable(value).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST_LINE));
    }

    /** A database keeps every sign but this one. */
    private static String storable(String text) {
        return text.replace("\0", "");
    }

    /** Collects the parts of a mail as it is walked through. */
    private static final class Parts {
        private final List<IncomingMail.Part> texts = new ArrayList<>();
        private final List<Attachment> attachments = new ArrayList<>();
        private int seen;
        private int length;

        void take(Part part, int depth) throws MessagingException, IOException {
            seen++;
            if (seen > MOST_PARTS || depth > DEEPEST) {
                return;
            }
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    take(parts.getBodyPart(i), depth + 1);
                }
                return;
            }
            boolean isText = part.isMimeType("text/*") || part.isMimeType("message/*");
            if (isText) {
                texts.add(new IncomingMail.Part(mediaType(part), bounded(textOf(part))));
            }
            if (!isText || part.getFileName() != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                attachments.add(attachment(part));
            }
        }

        /** The plain text; where there is none, the words of the HTML. */
        String text() {
            return texts.stream()
                    .filter(part -> part.mediaType().equals("text/plain"))
                    .findFirst()
                    .map(IncomingMail.Part::text)
                    .or(() -> texts.stream()
                            .filter(part -> part.mediaType().equals("text/html"))
                            .findFirst()
                            .map(part -> words(Jsoup.parse(part.text()))))
                    .orElse("");
        }

        private String bounded(String text) {
            String kept = storable(text).substring(0, Math.min(storable(text).length(), LONGEST_TEXT - length));
            length += kept.length();
            return kept;
        }

        private static String textOf(Part part) throws MessagingException, IOException {
            if (part.isMimeType("message/rfc822") && part.getContent() instanceof MimeMessage within) {
                return String.join("\n", Collections.list(within.getAllHeaderLines()));
            }
            if (part.isMimeType("text/*")) {
                try {
                    if (part.getContent() instanceof String text) {
                        return text;
                    }
                } catch (UnsupportedEncodingException e) {
                    // A character set that nobody knows: read below, byte by byte.
                }
            }
            return new String(bytes(part), StandardCharsets.UTF_8);
        }

        private Attachment attachment(Part part) throws MessagingException, IOException {
            String said = part.getFileName() == null ? "" : decoded(part.getFileName());
            String name = line(said.replaceAll("[/\\\\]", " "));
            return new Attachment(
                    name.isEmpty() ? "attachment-" + (attachments.size() + 1) : name, mediaType(part), bytes(part));
        }

        private static byte[] bytes(Part part) throws MessagingException, IOException {
            try (InputStream in = part.getInputStream()) {
                return in.readAllBytes();
            }
        }

        private static String mediaType(Part part) throws MessagingException {
            return line(part.getContentType().replaceFirst("(?s);.*", "")).toLowerCase(Locale.ROOT);
        }

        private static String words(Document html) {
            html.outputSettings().prettyPrint(false);
            html.select("script, style, head").remove();
            html.select("br, tr, p, div, li, h1, h2, h3, h4, blockquote").forEach(block -> block.prependText("\n"));
            html.select("td, th").forEach(cell -> cell.appendText(" "));
            return String.join("\n", html.wholeText().lines().map(String::strip).toList())
                    .strip();
        }
    }
}
