package org.quittance.correspondence.letter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;
import org.quittance.correspondence.letter.LetterView.Fact;
import org.quittance.correspondence.letter.LetterView.Headings;
import org.quittance.correspondence.letter.LetterView.PageWords;
import org.quittance.correspondence.letter.LetterView.Party;
import org.quittance.correspondence.letter.LetterView.Row;
import org.quittance.correspondence.letter.LetterView.Table;

/** Words a letter in its language and in the numbers and dates of the customer's country. */
final class LetterWording {

    private final LetterContent letter;
    private final Phrases phrases;
    private final LocalFormats formats;

    private LetterWording(LetterContent letter) {
        this.letter = letter;
        this.phrases = letter.texts().phrases();
        this.formats = new LocalFormats(letter.language().localeIn(letter.to().country()), phrases);
    }

    static LetterView of(LetterContent letter) {
        return new LetterWording(letter).view();
    }

    /** Without letters that a mail programme or a file system would mangle. */
    static String pdfName(LetterContent letter) {
        String name = Phrases.in(letter.language()).say(letter.template() + ".file") + "-"
                + letter.to().number() + "-" + letter.date();
        return name.replaceAll("[^A-Za-z0-9.-]+", "-") + ".pdf";
    }

    private LetterView view() {
        Map<String, String> values = values();
        return new LetterView(
                letter.language().code(),
                say("title", values),
                say("subject", values).replaceAll("\\s+", " "),
                formats.longDate(letter.date()),
                sender(),
                new Party(letter.from().name(), letter.from().address()).inOneLine(),
                new Party(letter.to().name(), recipientLines()),
                facts(),
                salutation(),
                phrases.paragraphs(letter.template() + ".before", values),
                headings(),
                letter.sections().stream().map(this::table).toList(),
                totals(),
                payments(),
                phrases.paragraphs(letter.template() + ".after", values),
                phrases.say("closing"),
                signature(),
                phrases.say("colon"),
                pageWords());
    }

    private String say(String part, Map<String, String> values) {
        return phrases.say(letter.template() + "." + part, values);
    }

    private Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        values.put("entity", letter.from().name());
        values.put("customer", letter.to().number());
        values.put("name", letter.to().name());
        values.put("date", formats.longDate(letter.date()));
        values.put("totals", formats.moneyOf(letter.totals()));
        if (letter.payBy() != null) {
            values.put("payBy", formats.longDate(letter.payBy()));
        }
        return values;
    }

    private Party sender() {
        return new Party(
                letter.from().name(),
                Stream.concat(
                                letter.from().address().stream(),
                                Stream.of(letter.from().phone(), letter.from().email()))
                        .filter(line -> !line.isBlank())
                        .toList());
    }

    private List<String> recipientLines() {
        return Stream.concat(Stream.of(letter.to().contact()), letter.to().address().stream())
                .filter(line -> !line.isBlank())
                .toList();
    }

    private List<Fact> facts() {
        return known(List.of(
                fact("label.date", formats.longDate(letter.date())),
                fact("label.customer", letter.to().number()),
                fact("label.contact", letter.signature().name()),
                fact("label.phone", letter.signature().phone()),
                fact("label.email", letter.signature().email())));
    }

    private String salutation() {
        String contact = letter.to().contact();
        return contact.isBlank()
                ? phrases.say("salutation.general")
                : phrases.say("salutation.named", Map.of("name", contact));
    }

    private Headings headings() {
        return new Headings(
                phrases.say("column.document"),
                phrases.say("column.date"),
                phrases.say("column.due"),
                phrases.say("column.days"),
                phrases.say("column.original"),
                phrases.say("column.open"),
                phrases.say("total.title"),
                phrases.say("payment.title"));
    }

    private Table table(Section section) {
        return new Table(
                phrases.say(
                        "section.title",
                        Map.of(
                                "entity", section.entity(),
                                "account", section.account(),
                                "currency", section.currency().getCurrencyCode())),
                section.items().stream().map(this::row).toList(),
                sums(section));
    }

    /** A statement also says how much is overdue; in the others it would only repeat the total. */
    private List<Fact> sums(Section section) {
        List<Fact> sums = new ArrayList<>();
        sums.add(fact("total.open", formats.money(section.total())));
        Money overdue = section.overdue(letter.date());
        if (letter.template() == Template.STATEMENT && overdue.isPositive()) {
            sums.add(fact("total.overdue", formats.money(overdue)));
        }
        return sums;
    }

    private Row row(OpenItem item) {
        long daysPastDue = item.daysPastDue(letter.date());
        return new Row(
                phrases.say("kind." + item.kind()),
                item.document(),
                formats.date(item.documentDate()),
                formats.date(item.dueDate()),
                item.isDebit() && daysPastDue > 0 ? formats.count(daysPastDue) : "",
                formats.amount(item.original()),
                formats.amount(item.open()));
    }

    private List<String> totals() {
        if (letter.sections().size() == 1) {
            return List.of();
        }
        return letter.totals().stream().map(formats::money).toList();
    }

    /** One for each bank account, whatever the number of customer accounts that pay into it. */
    private List<List<Fact>> payments() {
        Map<PaymentDetails, List<String>> accounts = new LinkedHashMap<>();
        for (Section section : letter.sections()) {
            if (section.payTo().isKnown()) {
                List<String> paidThere = accounts.computeIfAbsent(section.payTo(), details -> new ArrayList<>());
                if (!paidThere.contains(section.account())) {
                    paidThere.add(section.account());
                }
            }
        }
        return accounts.entrySet().stream()
                .map(entry -> payment(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<Fact> payment(PaymentDetails details, List<String> accounts) {
        String reference = phrases.say("payment.reference", Map.of("account", String.join(", ", accounts)));
        return known(List.of(
                fact("payment.holder", details.holder()),
                fact(details.isIban() ? "payment.iban" : "payment.account", details.printed()),
                fact("payment.bic", details.bic()),
                fact("payment.quote", reference)));
    }

    private List<String> signature() {
        return Stream.of(
                        letter.signature().name(),
                        letter.signature().role(),
                        letter.from().name())
                .filter(line -> !line.isBlank())
                .toList();
    }

    private PageWords pageWords() {
        String[] words =
                phrases.say("page", Map.of("page", "\u0000", "pages", "\u0000")).split("\u0000", -1);
        return new PageWords(words[0], words[1], words[2]);
    }

    private Fact fact(String label, String value) {
        return new Fact(phrases.say(label), value);
    }

    private static List<Fact> known(List<Fact> facts) {
        return facts.stream().filter(fact -> !fact.value().isBlank()).toList();
    }
}
