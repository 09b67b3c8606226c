package org.quittance.correspondence;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.quittance.core.contact.Attempt.Origin;
import org.quittance.core.contact.PhoneNumber;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.reference.StructuredReference;
import org.quittance.correspondence.letter.Language;
import org.quittance.correspondence.letter.LetterContent;
import org.quittance.correspondence.letter.OptOut;
import org.quittance.correspondence.letter.PaymentSlip;
import org.quittance.correspondence.letter.TextNotice;
import org.quittance.correspondence.letter.WrittenLetter;

/**
 * An e-mail, a text message or a letter on paper that somebody wants sent.
 *
 * <p>Invariant: a subject on one line, a text, its HTML in an e-mail alone, a PDF in a letter, no two attachments of one name, no item listed twice.
 *
 * @param template what kind of message it is: the name of a {@link org.quittance.correspondence.letter.Template}, or the writer's own word
 *     for one that is no letter, such as {@code INVOICE_COPIES}
 * @param items what the message tells the customer is open; empty where it lists nothing
 * @param references what the message asks to be quoted, with the items that each stands for; empty where it asks for nothing
 * @param copies of documents, which stay where they are kept and are named only
 * @param businessDate the day on which what it says was true
 * @param actor the login of the person, or the name of the job
 * @param origin whether a person sends it or a job
 */
public record OutgoingMessage(
        CustomerId customer,
        String template,
        Language language,
        Envelope envelope,
        String subject,
        String text,
        String html,
        List<ListedItem> items,
        List<PaymentReference> references,
        List<Attachment> attachments,
        List<AttachedCopy> copies,
        LocalDate businessDate,
        String actor,
        Origin origin) {

    /** A mail that asks for nothing to be quoted. */
    public OutgoingMessage(
            CustomerId customer,
            String template,
            Language language,
            MailAddress from,
            MailAddress to,
            String subject,
            String text,
            String html,
            List<ListedItem> items,
            List<Attachment> attachments,
            LocalDate businessDate,
            String actor,
            Origin origin) {
        this(
                customer,
                template,
                language,
                new Envelope.ByMail(from, to),
                subject,
                text,
                html,
                items,
                List.of(),
                attachments,
                List.of(),
                businessDate,
                actor,
                origin);
    }

    public OutgoingMessage {
        requireNonNull(customer, "customer");
        requireNonNull(language, "language");
        requireNonNull(envelope, "envelope");
        requireNonNull(businessDate, "businessDate");
        requireNonNull(origin, "origin");
        items = List.copyOf(items);
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
        copies = List.copyOf(copies);
        for (String part : List.of(template, subject, text, actor)) {
            if (part.isBlank()) {
                throw new IllegalArgumentException("a message needs a template, a subject, a text and an actor");
            }
        }
        if (html.isBlank() == envelope instanceof Envelope.ByMail) {
            throw new IllegalArgumentException("an e-mail has its text in HTML too, and nothing else has");
        }
        if (envelope.isLetter() && attachments.isEmpty()) {
            throw new IllegalArgumentException("a letter on paper has a PDF to be printed");
        }
        if (subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a subject is one line of text");
        }
        if (Stream.concat(
                                attachments.stream().map(Attachment::name),
                                copies.stream().map(AttachedCopy::name))
                        .distinct()
                        .count()
                != attachments.size() + copies.size()) {
            throw new IllegalArgumentException("two attachments have the same name");
        }
        if (items.stream().map(ListedItem::item).distinct().count() != items.size()) {
            throw new IllegalArgumentException("an item is listed twice");
        }
    }

    /** A letter as an e-mail, with the PDF attached, sent by a person. */
    public static OutgoingMessage of(
            LetterContent content, WrittenLetter letter, MailAddress from, MailAddress to, String actor) {
        return of(content, letter, new Envelope.ByMail(from, to), actor);
    }

    /** A letter by whichever way, with its PDF, sent by a person. */
    public static OutgoingMessage of(LetterContent content, WrittenLetter letter, Envelope envelope, String actor) {
        return new OutgoingMessage(
                content.to().customer(),
                content.template().name(),
                content.language(),
                envelope,
                letter.subject(),
                letter.text(),
                envelope.isLetter() ? "" : letter.html(),
                listed(Stream.concat(content.items(), content.beside())),
                content.slips().stream().flatMap(OutgoingMessage::reference).toList(),
                List.of(new Attachment(letter.pdfName(), "application/pdf", letter.pdf())),
                List.of(),
                content.date(),
                actor,
                Origin.BY_HAND);
    }

    /** A text message, sent by a person. */
    public static OutgoingMessage of(TextNotice notice, PhoneNumber to, String actor) {
        return new OutgoingMessage(
                notice.to().customer(),
                TextNotice.TEMPLATE,
                notice.language(),
                new Envelope.ByText(notice.entity(), to, notice.to().contact()),
                notice.subject(),
                notice.text(),
                "",
                listed(notice.items().stream()),
                List.of(),
                List.of(),
                List.of(),
                notice.date(),
                actor,
                Origin.BY_HAND);
    }

    /** The same message, sent by a job. */
    public OutgoingMessage byItself() {
        return with(copies, Origin.AUTOMATIC);
    }

    /** The same message with copies of documents attached. */
    public OutgoingMessage attaching(List<AttachedCopy> others) {
        return with(others, origin);
    }

    private OutgoingMessage with(List<AttachedCopy> others, Origin sentBy) {
        return new OutgoingMessage(
                customer,
                template,
                language,
                envelope,
                subject,
                text,
                html,
                items,
                references,
                attachments,
                others,
                businessDate,
                actor,
                sentBy);
    }

    /** The same message, saying at its end how to opt out of more. */
    OutgoingMessage withOptOut() {
        return new OutgoingMessage(
                customer,
                template,
                language,
                envelope,
                subject,
                OptOut.below(text, language),
                OptOut.belowHtml(html, language),
                items,
                references,
                attachments,
                copies,
                businessDate,
                actor,
                origin);
    }

    private static Stream<PaymentReference> reference(PaymentSlip slip) {
        StructuredReference reference = slip.reference();
        return reference == null
                ? Stream.empty()
                : Stream.of(new PaymentReference(
                        reference, slip.payTo().iban(), listed(slip.items()), listed(slip.beside())));
    }

    private static List<ListedItem> listed(Stream<OpenItem> items) {
        return items.map(item -> new ListedItem(item.id(), item.account(), item.open()))
                .toList();
    }
}
