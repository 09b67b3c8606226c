package org.quittance.correspondence.letter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.quittance.core.interest.InterestPeriod;
import org.quittance.core.money.Money;
import org.quittance.correspondence.letter.LetterView.Fact;
import org.quittance.correspondence.letter.LetterView.Headings;
import org.quittance.correspondence.letter.LetterView.PageWords;
import org.quittance.correspondence.letter.LetterView.Party;
import org.quittance.correspondence.letter.LetterView.Payment;
import org.quittance.correspondence.letter.LetterView.Row;
import org.quittance.correspondence.letter.LetterView.Table;

/**
 * The notice by which interest and compensation for late payment are claimed: for each document the days, what was owed on them, the rate and
 * the interest, so that the customer can check it with a pencil.
 *
 * @param date of the notice, which is the last day that bears interest in it
 * @param account as the customer knows it
 * @param law by which it is claimed
 */
public record InterestLetter(
        LocalDate date,
        LocalDate payBy,
        Texts texts,
        Sender from,
        Recipient to,
        String account,
        String law,
        List<Claimed> documents,
        PaymentDetails payTo,
        Signature signature) {

    /** How an outbox and a contact policy call it. */
    public static final String TEMPLATE = "INTEREST_NOTICE";

    /** To how many decimals a period's interest is printed; it is rounded to the minor unit on the document's total only. */
    private static final int DECIMALS = 4;

    /**
     * What is claimed for one document.
     *
     * @param waived what of interest and compensation was given up
     */
    public record Claimed(
            String document,
            LocalDate dueDate,
            List<InterestPeriod> periods,
            Money interest,
            Money compensation,
            Money waived) {

        public Claimed {
            periods = List.copyOf(periods);
        }

        private Money due() {
            return interest.plus(compensation).minus(waived);
        }
    }

    public InterestLetter {
        documents = List.copyOf(documents);
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("a notice of interest to customer " + to.number() + " claims nothing");
        }
    }

    public Language language() {
        return texts.language();
    }

    /** The same letter gives the same words and the same bytes. */
    public WrittenLetter write() {
        LetterView view = new Wording(this).view();
        String name = "%s-%s-%s"
                .formatted(Phrases.in(language()).say("INTEREST.file"), to.number(), date)
                .replaceAll("[^A-Za-z0-9.-]+", "-");
        return new WrittenLetter(
                view.subject(), PlainText.of(view), LetterTemplates.email(view), name + ".pdf", Paper.pdf(view, date));
    }

    private static final class Wording {

        private final InterestLetter letter;
        private final Phrases phrases;
        private final Locale locale;
        private final LocalFormats formats;

        private Wording(InterestLetter letter) {
            this.letter = letter;
            this.phrases = letter.texts().phrases();
            this.locale = letter.language().localeIn(letter.to().country());
            this.formats = new LocalFormats(locale, phrases);
        }

        private LetterView view() {
            Map<String, String> values = Map.of(
                    "entity", letter.from().name(),
                    "customer", letter.to().number(),
                    "name", letter.to().name(),
                    "law", letter.law(),
                    "total", formats.money(total()),
                    "date", formats.longDate(letter.date()),
                    "payBy", formats.longDate(letter.payBy()));
            return new LetterView(
                    letter.language().code(),
                    phrases.say("INTEREST.title", values),
                    phrases.say("INTEREST.subject", values).replaceAll("\\s+", " "),
                    formats.longDate(letter.date()),
                    new Party(
                            letter.from().name(),
                            notBlank(
                                    letter.from().address(),
                                    Stream.of(letter.from().email()))),
                    new Party(letter.from().name(), letter.from().address()).inOneLine(),
                    new Party(
                            letter.to().name(),
                            notBlank(List.of(letter.to().contact()), letter.to().address().stream())),
                    List.of(
                            fact("label.date", formats.longDate(letter.date())),
                            fact("label.customer", letter.to().number()),
                            fact("label.contact", letter.signature().name())),
                    letter.to().contact().isBlank()
                            ? phrases.say("salutation.general")
                            : phrases.say(
                                    "salutation.named",
                                    Map.of("name", letter.to().contact())),
                    phrases.paragraphs("INTEREST.before", values),
                    new Headings(
                            phrases.say("INTEREST.on"),
                            phrases.say("INTEREST.from"),
                            phrases.say("INTEREST.to"),
                            phrases.say("INTEREST.days"),
                            phrases.say("INTEREST.rate"),
                            phrases.say("INTEREST.interest"),
                            phrases.say("INTEREST.total"),
                            phrases.say("payment.title")),
                    letter.documents().stream().map(this::table).toList(),
                    List.of(formats.money(total())),
                    payments(),
                    phrases.paragraphs("INTEREST.after", values),
                    phrases.say("closing"),
                    List.of(letter.signature().name(), letter.from().name()),
                    phrases.say("colon"),
                    pageWords());
        }

        private Money total() {
            return letter.documents().stream()
                    .map(Claimed::due)
                    .reduce(Money::plus)
                    .orElseThrow();
        }

        private Table table(Claimed claimed) {
            List<Row> rows = claimed.periods().stream()
                    .map(period -> new Row(
                            "",
                            formats.money(period.principal()),
                            formats.date(period.from()),
                            formats.date(period.to()),
                            formats.count(period.days()),
                            number(period.percent(), 2) + " %",
                            number(period.exact(), DECIMALS)))
                    .toList();
            List<Fact> sums = new ArrayList<>();
            sums.add(fact("INTEREST.interest", formats.money(claimed.interest())));
            sums.add(fact("INTEREST.compensation", formats.money(claimed.compensation())));
            if (claimed.waived().isPositive()) {
                sums.add(fact("INTEREST.waived", formats.money(claimed.waived().negated())));
            }
            return new Table(
                    phrases.say(
                            "INTEREST.document",
                            Map.of("document", claimed.document(), "due", formats.date(claimed.dueDate()))),
                    rows,
                    sums);
        }

        private String number(BigDecimal value, int decimals) {
            NumberFormat format = NumberFormat.getNumberInstance(locale);
            format.setMinimumFractionDigits(decimals);
            format.setMaximumFractionDigits(DECIMALS);
            format.setRoundingMode(RoundingMode.HALF_UP);
            return format.format(value);
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

        private static List<String> notBlank(List<String> first, Stream<String> then) {
            return Stream.concat(first.stream(), then)
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
