package org.quittance.correspondence.letter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;
import org.quittance.core.reference.EpcCode;
import org.quittance.core.reference.StructuredReference;
import org.quittance.correspondence.letter.LetterView.Code;
import org.quittance.correspondence.letter.LetterView.Fact;
import org.quittance.correspondence.letter.LetterView.Headings;
import org.quittance.correspondence.letter.LetterView.PageWords;
import org.quittance.correspondence.letter.LetterView.Party;
import org.quittance.correspondence.letter.LetterView.Payment;
import org.quittance.correspondence.letter.LetterView.Row;
import org.quittance.correspondence.letter.LetterView.Table;

/** Words a letter in its language and in the numbers and dates of the customer's country. */
final class LetterWording {

    /** Behind the number of a document of which a part is asked for. */
    private static final String IN_PART = " *";

    /** Behind the number of a credit of which a part is taken off. */
    private static final String TAKEN_IN_PART = " **";

    private final LetterContent letter;
    private final Phrases phrases;
    private final LocalFormats formats;
    private final Stage stage;

    /** Whether the letter is on its way, or only looked at. */
    enum Stage {
        PREVIEW,
        FINAL
    }

    private LetterWording(LetterContent letter, Stage stage) {
        this.letter = letter;
        this.stage = stage;
        this.phrases = letter.texts().phrases();
        this.formats = new LocalFormats(letter.language().localeIn(letter.to().country()), phrases);
    }

    static LetterView of(LetterContent letter) {
        return of(letter, Stage.FINAL);
    }

    static LetterView of(LetterContent letter, Stage stage) {
        return new LetterWording(letter, stage).view();
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
                new Party(letter.to().name(), recipientLines(), endorsement()),
                facts(),
                salutation(),
                phrases.paragraphs(letter.template() + ".before", values),
                headings(),
                letter.sections().stream().flatMap(this::tables).toList(),
                totals(),
                payments(),
                after(values),
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
        return Stream.of(Stream.of(letter.to().contact()), letter.to().address().stream(), countryAbroad())
                .flatMap(lines -> lines)
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** The last line of a letter that leaves its country, in capitals and in English: a language that carriers know everywhere. */
    private Stream<String> countryAbroad() {
        String country = letter.to().country();
        String home = letter.sections().getFirst().payTo().country();
        return letter.post() == null || country.isEmpty() || country.equals(home) || country.equals("ZZ")
                ? Stream.of()
                : Stream.of(
                        Locale.of("", country).getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ENGLISH));
    }

    private String endorsement() {
        return letter.post() == PostalService.REGISTERED ? phrases.say("registered") : "";
    }

    private List<Fact> facts() {
        return known(List.of(
                fact("label.date", formats.longDate(letter.date())),
                fact("label.customer", letter.to().number()),
                fact("label.contact", letter.signature().name()),
                fact("label.phone", letter.signature().phone()),
                fact("label.email", letter.signature().email())));
    }

    private List<String> after(Map<String, String> values) {
        List<String> after = phrases.paragraphs(letter.template() + ".after", values);
        return letter.items().anyMatch(item -> item.isDebit() && letter.isInPart(item))
                ? Stream.concat(Stream.of(IN_PART.strip() + " " + phrases.say("inPart")), after.stream())
                        .toList()
                : after;
    }

    /** What is done with the credits of one account: another's may be treated otherwise in the same letter. */
    private List<String> notes(Section section) {
        List<String> notes = new ArrayList<>();
        if (letter.takesCreditsOff(section)) {
            notes.add(phrases.say("netted"));
        }
        if (section.items().stream().anyMatch(item -> !item.isDebit() && letter.isInPart(item))) {
            notes.add(TAKEN_IN_PART.strip() + " " + phrases.say("nettedInPart"));
        }
        return notes;
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

    private Stream<Table> tables(Section section) {
        return section.beside().isEmpty()
                ? Stream.of(table(section))
                : Stream.of(table(section), tableOfCredits(section));
    }

    /** Stands below what is asked for, with a sum of its own. */
    private Table tableOfCredits(Section section) {
        Money sum = section.beside().stream().map(OpenItem::open).reduce(Money.zero(section.currency()), Money::plus);
        return new Table(
                phrases.say(
                        "beside.title",
                        Map.of(
                                "account", section.account(),
                                "currency", section.currency().getCurrencyCode())),
                section.beside().stream().map(this::row).toList(),
                List.of(fact("beside.total", formats.money(sum))),
                List.of(phrases.say("beside")));
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
                sums(section),
                notes(section));
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
                item.document() + mark(item),
                formats.date(item.documentDate()),
                formats.date(item.dueDate()),
                item.isDebit() && daysPastDue > 0 ? formats.count(daysPastDue) : "",
                formats.amount(item.original()),
                formats.amount(item.open()));
    }

    private String mark(OpenItem item) {
        if (!letter.isInPart(item)) {
            return "";
        }
        return item.isDebit() ? IN_PART : TAKEN_IN_PART;
    }

    private List<String> totals() {
        if (letter.sections().size() == 1) {
            return List.of();
        }
        return letter.totals().stream().map(formats::money).toList();
    }

    /** One for each bank account, whatever the number of customer accounts that pay into it. */
    private List<Payment> payments() {
        return letter.slips().stream().map(this::payment).toList();
    }

    private Payment payment(PaymentSlip slip) {
        PaymentDetails details = slip.payTo();
        String byHand = phrases.say("payment.reference", Map.of("account", String.join(", ", slip.accounts())));
        String own = reference(slip);
        return new Payment(
                known(List.of(
                        fact("payment.holder", details.holder()),
                        fact(details.isIban() ? "payment.iban" : "payment.account", details.printed()),
                        fact("payment.bic", details.bic()),
                        fact("payment.quote", own.isEmpty() ? byHand : own),
                        fact("payment.otherwise", own.isEmpty() ? "" : byHand))),
                code(slip),
                bills(slip));
    }

    /** What is to be quoted; in a letter that has no reference yet, the words that it will get one. Empty where it gets none. */
    private String reference(PaymentSlip slip) {
        if (slip.reference() != null) {
            return slip.reference().printed();
        }
        return stage == Stage.PREVIEW && letter.payable().contains(slip) ? phrases.say("payment.pending") : "";
    }

    /** A statement asks for nothing: it has a reference for whoever pays all the same, and nothing to be scanned. */
    private @Nullable Code code(PaymentSlip slip) {
        StructuredReference reference = slip.reference();
        if (reference == null
                || !letter.template().asksForMoney()
                || !bills(slip).isEmpty()) {
            return null;
        }
        PaymentDetails to = slip.payTo();
        for (Money total : slip.totals()) {
            EpcCode.Order order = new EpcCode.Order(to.holder(), to.iban(), to.bic(), total, reference);
            if (EpcCode.of(order) instanceof EpcCode.Payable(String payload)) {
                return new Code(phrases.say("payment.scan", Map.of("amount", formats.money(total))), payload);
            }
        }
        return null;
    }

    private List<SwissBill> bills(PaymentSlip slip) {
        StructuredReference reference = slip.reference();
        if (reference == null || !letter.template().asksForMoney()) {
            return List.of();
        }
        return slip.totals().stream()
                .flatMap(total -> SwissBill.of(slip.payTo(), total, reference, letter.language()).stream())
                .toList();
    }

    private List<String> signature() {
        return Stream.of(
                        letter.signature().name(),
                        letter.signature().role(),
                        onBehalfOf(letter.signature().onBehalfOf()),
                        letter.from().name())
                .filter(line -> !line.isBlank())
                .toList();
    }

    private String onBehalfOf(String owner) {
        return owner.isBlank() ? "" : phrases.say("signature.for", Map.of("name", owner));
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
