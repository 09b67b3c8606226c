package org.quittance.correspondence.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quittance.core.money.Money;
import org.quittance.correspondence.letter.LetterView.Fact;
import org.quittance.correspondence.letter.LetterView.Headings;
import org.quittance.correspondence.letter.LetterView.PageWords;
import org.quittance.correspondence.letter.LetterView.Party;
import org.quittance.correspondence.letter.LetterView.Payment;
import org.quittance.correspondence.letter.LetterView.Row;
import org.quittance.correspondence.letter.LetterView.Table;

/**
 * The letter that offers to take less than is owed: the documents, what is owed of them, what is taken for it, and until when.
 *
 * @param date of the offer
 * @param account as the customer knows it
 * @param offer less than the debts come to
 */
public record SettlementLetter(
        LocalDate date,
        LocalDate payBy,
        Texts texts,
        Sender from,
        Recipient to,
        String account,
        List<Debt> debts,
        Money offer,
        PaymentDetails payTo,
        Signature signature) {

    /** How an outbox and a contact policy call it. */
    public static final String TEMPLATE = "SETTLEMENT_OFFER";

    /** A document with what is owed of it. */
    public record Debt(String document, Money amount) {}

    public SettlementLetter {
        debts = List.copyOf(debts);
        if (owed(debts).compareTo(offer) <= 0) {
            throw new IllegalArgumentException(
                    "%s for what customer %s owes is no settlement".formatted(offer, to.number()));
        }
    }

    public Language language() {
        return texts.language();
    }

    /** The same letter gives the same words and the same bytes. */
    public WrittenLetter write() {
        LetterView view = new Wording(this).view();
        String name = "%s-%s-%s"
                .formatted(Phrases.in(language()).say("SETTLEMENT.file"), to.number(), date)
                .replaceAll("[^A-Za-z0-9.-]+", "-");
        return new WrittenLetter(
                view.subject(), PlainText.of(view), LetterTemplates.email(view), name + ".pdf", Paper.pdf(view, date));
    }

    private static Money owed(List<Debt> debts) {
        return debts.stream().map(Debt::amount).reduce(Money::plus).orElseThrow();
    }

    private static final class Wording {

        private final SettlementLetter letter;
        private final Phrases phrases;
        private final LocalFormats formats;

        private Wording(SettlementLetter letter) {
            this.letter = letter;
            this.phrases = letter.texts().phrases();
            this.formats =
                    new LocalFormats(letter.language().localeIn(letter.to().country()), phrases);
        }

        private LetterView view() {
            Map<String, String> values = Map.of(
                    "entity", letter.from().name(),
                    "customer", letter.to().number(),
                    "name", letter.to().name(),
                    "date", formats.longDate(letter.date()),
                    "owed", formats.money(owed(letter.debts())),
                    "offer", formats.money(letter.offer()),
                    "payBy", formats.longDate(letter.payBy()));
            return new LetterView(
                    letter.language().code(),
                    phrases.say("SETTLEMENT.title", values),
                    phrases.say("SETTLEMENT.subject", values).replaceAll("\\s+", " "),
                    formats.longDate(letter.date()),
                    new Party(
                            letter.from().name(),
                            notBlank(
                                    letter.from().address().stream(),
                                    letter.from().email())),
                    new Party(letter.from().name(), letter.from().address()).inOneLine(),
                    new Party(
                            letter.to().name(),
                            Stream.concat(Stream.of(letter.to().contact()), letter.to().address().stream())
                                    .filter(line -> !line.isBlank())
                                    .toList()),
                    List.of(
                            fact("label.date", formats.longDate(letter.date())),
                            fact("label.customer", letter.to().number()),
                            fact("label.contact", letter.signature().name())),
                    letter.to().contact().isBlank()
                            ? phrases.say("salutation.general")
                            : phrases.say(
                                    "salutation.named",
                                    Map.of("name", letter.to().contact())),
                    phrases.paragraphs("SETTLEMENT.before", values),
                    new Headings(
                            phrases.say("column.document"),
                            "",
                            "",
                            "",
                            "",
                            phrases.say("column.open"),
                            phrases.say("SETTLEMENT.offer"),
                            phrases.say("payment.title")),
                    List.of(debts()),
                    List.of(formats.money(letter.offer())),
                    payments(),
                    phrases.paragraphs("SETTLEMENT.after", values),
                    phrases.say("closing"),
                    List.of(letter.signature().name(), letter.from().name()),
                    phrases.say("colon"),
                    pageWords());
        }

        private Table debts() {
            return new Table(
                    phrases.say("SETTLEMENT.debts"),
                    letter.debts().stream()
                            .map(debt -> new Row("", debt.document(), "", "", "", "", formats.amount(debt.amount())))
                            .toList(),
                    List.of(fact("total.open", formats.money(owed(letter.debts())))));
        }

        private List<Payment> payments() {
            PaymentDetails to = letter.payTo();
            return to.isKnown()
                    ? List.of(new Payment(List.of(
                            fact("payment.holder", to.holder()),
                            fact(to.isIban() ? "payment.iban" : "payment.account", to.printed()),
                            fact(
                                    "payment.quote",
                                    phrases.say("payment.reference", Map.of("account", letter.account()))))))
                    : List.of();
        }

        private static List<String> notBlank(Stream<String> lines, String more) {
            return Stream.concat(lines, Stream.of(more))
                    .filter(line -> !line.isBlank())
                    .toList();
        }

        private PageWords pageWords() {
            String[] words = phrases.say("page", Map.of("page", "\u0000", "pages", "\u0000"))
                    .split("\u0000", -1);
            return new PageWords(words[0], words[1], words[2]);
        }

        private Fact fact(String label, String value) {
            return new Fact(phrases.say(label), value);
        }
    }
}
