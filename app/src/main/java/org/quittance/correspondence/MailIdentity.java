package org.quittance.correspondence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.quittance.core.mail.IncomingMail;

/**
 * By what a mail is known again, wherever it lies and however its server numbers it.
 *
 * <p>Of a mail with a Message-ID, sender and date tell it from another under the same one: there are programs that give all their mails the
 * same. What is on the way added to it (a banner, a list's last lines) does not make it another. A mail without a Message-ID is known by all
 * that it says.
 *
 * @param key the Message-ID, or the digest of the whole where there is none
 * @param signature a digest of what must agree too
 */
record MailIdentity(String key, String signature) {

    private static final int MARK = 16;

    static MailIdentity of(MimeMail mail) {
        String signature = signature(mail);
        return new MailIdentity(mail.id().isEmpty() ? "sha256:" + signature : mail.id(), signature);
    }

    /** The key under which it is kept where another has its Message-ID. */
    String secondKey() {
        return key + " " + signature.substring(0, MARK);
    }

    private static String signature(MimeMail mail) {
        MessageDigest digest = sha256();
        add(digest, mail.fromAddress().toLowerCase(Locale.ROOT));
        add(digest, mail.mail().header("Date"));
        if (mail.id().isEmpty()) {
            add(digest, mail.subject());
            for (IncomingMail.Part part : mail.mail().parts()) {
                add(digest, part.text());
            }
            for (Attachment file : mail.attachments()) {
                add(digest, file.name());
                digest.update(sha256().digest(file.content()));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.replaceAll("\\s+", " ").strip().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
