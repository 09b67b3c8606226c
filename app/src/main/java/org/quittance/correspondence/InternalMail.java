package org.quittance.correspondence;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.quittance.correspondence.letter.Language;

/**
 * A mail to somebody in the company: a question about a customer, never a message to one. No gate is asked about it and no count of contacts
 * sees it.
 *
 * <p>Invariant: a subject on one line, a text, no two attachments of one name.
 *
 * @param purpose whose mail it is: {@link InternalLinks#purpose()} of whoever wants it
 * @param subjectId what it is about, in the words of its purpose
 * @param text with {@link #LINK_PLACE} where the link goes; the link itself is made when the mail leaves, and kept nowhere
 * @param actor the login of the person, or the name of the job
 */
public record InternalMail(
        String purpose,
        long subjectId,
        Language language,
        MailAddress from,
        MailAddress to,
        String subject,
        String text,
        List<Attachment> attachments,
        String actor) {

    /** The object replacement character of Unicode: it stands for what is not text, and nobody types it. */
    public static final String LINK_PLACE = "\uFFFC";

    public InternalMail {
        requireNonNull(language, "language");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        attachments = List.copyOf(attachments);
        for (String part : List.of(purpose, subject, text, actor)) {
            if (part.isBlank()) {
                throw new IllegalArgumentException("an internal mail needs a purpose, a subject, a text and an actor");
            }
        }
        if (subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a subject is one line of text");
        }
        if (attachments.stream().map(Attachment::name).distinct().count() != attachments.size()) {
            throw new IllegalArgumentException("two attachments have the same name");
        }
    }
}
