package org.quittance.correspondence.letter;

import static java.util.Objects.requireNonNull;

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
 * The letter by which a bank is asked who the payer of one of its lines is.
 *
 * @param account ours, at the bank: an IBAN or the bank's own number
 */
public record BankQuestion(
        LocalDate date, Language language, Sender from, Bank to, String account, Line line, Signature signature) {

    /**
     * The bank that is asked.
     *
     * @param address as printed, a line each, without the name
     * @param country ISO 3166-1 alpha-2, or empty; decides how numbers and dates are written
     */
    public record Bank(String name, List<String> address, String country) {

        public Bank {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a letter needs the name of the bank that it goes to");
            }
            address = List.copyOf(address);
        }
    }

    /**
     * The line of the bank, as the bank told it: by this it finds it again.
     *
     * @param reference the bank's own; empty where it gave none
     * @param payer as far as the bank named one
     * @param text what the payer wrote
     */
    public record Line(LocalDate booked, Money amount, String reference, String endToEnd, String payer, String text) {}

    public BankQuestion {
        requireNonNull(language, "language");
        if (!line.amount().isPositive()) {
            throw new IllegalArgumentException("a bank is asked for the payer of money that came: " + line.amount());
        }
    }

    /** On A4; the same letter is the same file. */
    public byte[] pdf() {
        return Paper.pdf(new Wording(this).view(), date);
    }

    /** The same as an e-mail's text. */
    public String text() {
        return PlainText.of(new Wording(this).view());
    }

    public String subject() {
        return new Wording(this).view().subject();
    }

    private static final class Wording {

        private final BankQuestion letter;
        private final Phrases phrases;
        private final LocalFormats formats;

        private Wording(BankQuestion letter) {
            this.letter = letter;
            this.phrases = Phrases.in(letter.language());
            this.formats =
                    new LocalFormats(letter.language().localeIn(letter.to().country()), phrases);
        }

        private LetterView view() {
            Map<String, String> values = Map.of(
                    "entity", letter.from().name(),
                    "account", new PaymentDetails("", letter.account(), "").printed(),
                    "amount", formats.money(letter.line().amount()),
                    "date", formats.date(letter.line().booked()));
            List<String> lines = Stream.concat(
                            letter.from().address().stream(),
                            Stream.of(letter.from().email()))
                    .filter(line -> !line.isBlank())
                    .toList();
            return new LetterView(
                    letter.language().code(),
                    phrases.say("BANK_QUESTION.title"),
                    phrases.say("BANK_QUESTION.subject", values),
                    formats.longDate(letter.date()),
                    new Party(letter.from().name(), lines),
                    new Party(letter.from().name(), letter.from().address()).inOneLine(),
                    new Party(letter.to().name(), letter.to().address()),
                    known(List.of(
                            fact("label.date", formats.longDate(letter.date())),
                            fact("label.contact", letter.signature().name()),
                            fact("label.email", letter.signature().email()))),
                    phrases.say("salutation.general"),
                    phrases.paragraphs("BANK_QUESTION.before", values),
                    headings(),
                    List.of(line(values)),
                    List.of(),
                    List.of(new Payment(asTold())),
                    phrases.paragraphs("BANK_QUESTION.after", values),
                    phrases.say("closing"),
                    List.of(letter.signature().name(), letter.from().name()),
                    phrases.say("colon"),
                    pageWords());
        }

        private Headings headings() {
            return new Headings(
                    phrases.say("BANK_QUESTION.reference"),
                    phrases.say("BANK_QUESTION.booked"),
                    "",
                    "",
                    "",
                    phrases.say("BANK_QUESTION.amount"),
                    phrases.say("total.title"),
                    phrases.say("BANK_QUESTION.told"));
        }

        private Table line(Map<String, String> values) {
            Line line = letter.line();
            Row row = new Row(
                    "", line.reference(), formats.date(line.booked()), "", "", "", formats.amount(line.amount()));
            return new Table(
                    phrases.say("BANK_QUESTION.account", values),
                    List.of(row),
                    List.of(fact("BANK_QUESTION.amount", formats.money(line.amount()))));
        }

        /** Such control characters as files of banks hold have no sign in a font. */
        private List<Fact> asTold() {
            Line line = letter.line();
            return known(List.of(
                    fact("BANK_QUESTION.payer", plain(line.payer())),
                    fact("BANK_QUESTION.endToEnd", plain(line.endToEnd())),
                    fact("BANK_QUESTION.text", plain(line.text()))));
        }

        private static String plain(String told) {
            return told.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        }

        private PageWords pageWords() {
            String[] words = phrases.say("page", Map.of("page", "\u0000", "pages", "\u0000"))
                    .split("\u0000", -1);
            return new PageWords(words[0], words[1], words[2]);
        }

        private Fact fact(String label, String value) {
            return new Fact(phrases.say(label), value);
        }

        private static List<Fact> known(List<Fact> facts) {
            return facts.stream().filter(fact -> !fact.value().isBlank()).toList();
        }
    }
}
