package org.quittance.correspondence.letter;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;
import org.quittance.correspondence.letter.LetterView.Headings;
import org.quittance.correspondence.letter.LetterView.PageWords;
import org.quittance.correspondence.letter.LetterView.Party;
import org.quittance.correspondence.letter.LetterView.Row;
import org.quittance.correspondence.letter.LetterView.Table;

/**
 * The mail by which a customer gets the copies of documents that it has asked for. It lists what is attached, and asks for nothing.
 *
 * @param part which of several mails it is, where the copies do not fit into one
 */
public record CopiesLetter(
        LocalDate date,
        Language language,
        Sender from,
        Recipient to,
        List<Document> documents,
        Part part,
        Signature signature) {

    /** What the outbox calls a message of this kind. */
    public static final String TEMPLATE = "INVOICE_COPIES";

    /** A document whose copy is attached. */
    public record Document(ItemKind kind, String number, LocalDate date, LocalDate due, Money amount) {}

    /** One of so many, counted from 1. */
    public record Part(int number, int of) {}

    public CopiesLetter {
        requireNonNull(language, "language");
        documents = List.copyOf(documents);
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("a mail with copies for customer %s has none".formatted(to.number()));
        }
    }

    public String subject() {
        return new Wording(this).view().subject();
    }

    public String text() {
        return PlainText.of(new Wording(this).view());
    }

    public String html() {
        return LetterTemplates.email(new Wording(this).view());
    }

    private static final class Wording {

        private final CopiesLetter letter;
        private final Phrases phrases;
        private final LocalFormats formats;

        private Wording(CopiesLetter letter) {
            this.letter = letter;
            this.phrases = Phrases.in(letter.language());
            this.formats =
                    new LocalFormats(letter.language().localeIn(letter.to().country()), phrases);
        }

        private LetterView view() {
            Map<String, String> values = Map.of(
                    "entity", letter.from().name(),
                    "customer", letter.to().number(),
                    "part", formats.count(letter.part().number()),
                    "parts", formats.count(letter.part().of()));
            String subject = phrases.say("COPIES.subject", values)
                    + (letter.part().of() > 1 ? phrases.say("COPIES.part", values) : "");
            List<String> lines = Stream.concat(
                            letter.from().address().stream(),
                            Stream.of(letter.from().email()))
                    .filter(line -> !line.isBlank())
                    .toList();
            return new LetterView(
                    letter.language().code(),
                    phrases.say("COPIES.title"),
                    subject.replaceAll("\\s+", " "),
                    formats.longDate(letter.date()),
                    new Party(letter.from().name(), lines),
                    new Party(letter.from().name(), letter.from().address()).inOneLine(),
                    new Party(letter.to().name(), letter.to().address()),
                    List.of(),
                    letter.to().contact().isBlank()
                            ? phrases.say("salutation.general")
                            : phrases.say(
                                    "salutation.named",
                                    Map.of("name", letter.to().contact())),
                    phrases.paragraphs("COPIES.before", values),
                    headings(),
                    List.of(attached()),
                    List.of(),
                    List.of(),
                    phrases.paragraphs("COPIES.after", values),
                    phrases.say("closing"),
                    List.of(letter.signature().name(), letter.from().name()),
                    phrases.say("colon"),
                    new PageWords("", "", ""));
        }

        private Headings headings() {
            return new Headings(
                    phrases.say("column.document"),
                    phrases.say("column.date"),
                    phrases.say("column.due"),
                    "",
                    phrases.say("column.original"),
                    "",
                    "",
                    "");
        }

        private Table attached() {
            List<Row> rows = letter.documents().stream()
                    .map(document -> new Row(
                            phrases.say("kind." + document.kind().name()),
                            document.number(),
                            formats.date(document.date()),
                            formats.date(document.due()),
                            "",
                            formats.money(document.amount()),
                            ""))
                    .toList();
            return new Table(phrases.say("COPIES.attached"), rows, List.of());
        }
    }
}
