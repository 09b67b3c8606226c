package org.quittance.correspondence.letter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;
import org.quittance.core.reference.StructuredReference;
import org.quittance.correspondence.letter.LetterView.Fact;
import org.quittance.correspondence.letter.LetterView.Headings;
import org.quittance.correspondence.letter.LetterView.PageWords;
import org.quittance.correspondence.letter.LetterView.Party;
import org.quittance.correspondence.letter.LetterView.Payment;
import org.quittance.correspondence.letter.LetterView.Row;
import org.quittance.correspondence.letter.LetterView.Table;

/**
 * The letter by which a customer agrees to repay in instalments: what is owed, when it is paid, what follows if it is not, and a place to sign.
 *
 * @param debts what the plan is about, interest and fee among it
 * @param account as the customer knows it
 * @param name by what it is called, and what is quoted with each instalment
 */
public record PlanLetter(
        LocalDate date,
        Texts texts,
        Sender from,
        Recipient to,
        String account,
        List<Debt> debts,
        List<Part> instalments,
        PaymentDetails payTo,
        Name name,
        Signature signature) {

    /**
     * What the plan is called, and what its payer is asked to quote.
     *
     * @param number {@code PLAN-12}
     * @param reference null where it has none of its own
     */
    public record Name(String number, @Nullable StructuredReference reference) {}

    /**
     * A document with what is owed of it, or what is added to the debt.
     *
     * @param dates of a document; null of what is added
     */
    public record Debt(Kind kind, String document, @Nullable Dates dates, Money amount) {}

    /** What is owed. */
    public enum Kind {
        DOCUMENT,
        INTEREST,
        FEE
    }

    /**
     * Of a document.
     *
     * @param issued null where it is not known any more
     */
    public record Dates(@Nullable LocalDate issued, LocalDate due, Money original) {}

    /** What is to be paid on a day. */
    public record Part(LocalDate dueOn, Money amount) {}

    public PlanLetter {
        debts = List.copyOf(debts);
        instalments = List.copyOf(instalments);
        if (!sum(debts.stream().map(Debt::amount))
                .equals(sum(instalments.stream().map(Part::amount)))) {
            throw new IllegalArgumentException(
                    "the instalments of customer %s do not repay the debt".formatted(to.number()));
        }
    }

    public Language language() {
        return texts.language();
    }

    /** On A4, to be printed and signed; the same letter is the same file. */
    public byte[] pdf() {
        return Paper.pdf(new Wording(this).view(), date);
    }

    /** The same as text, to be read on a screen. */
    public String text() {
        return PlainText.of(new Wording(this).view());
    }

    public String subject() {
        return new Wording(this).view().subject();
    }

    private static Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money::plus).orElseThrow();
    }

    private static final class Wording {

        private final PlanLetter letter;
        private final Phrases phrases;
        private final LocalFormats formats;

        private Wording(PlanLetter letter) {
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
                    "plan", letter.name().number(),
                    "total", formats.money(sum(letter.debts().stream().map(Debt::amount))));
            List<String> fromLines = Stream.concat(
                            letter.from().address().stream(),
                            Stream.of(letter.from().email()))
                    .filter(line -> !line.isBlank())
                    .toList();
            List<String> toLines = Stream.concat(Stream.of(letter.to().contact()), letter.to().address().stream())
                    .filter(line -> !line.isBlank())
                    .toList();
            Party from = new Party(letter.from().name(), fromLines);
            return new LetterView(
                    letter.language().code(),
                    phrases.say("PLAN.title", values),
                    phrases.say("PLAN.subject", values).replaceAll("\\s+", " "),
                    formats.longDate(letter.date()),
                    from,
                    new Party(letter.from().name(), letter.from().address()).inOneLine(),
                    new Party(letter.to().name(), toLines),
                    List.of(
                            fact("label.date", formats.longDate(letter.date())),
                            fact("label.customer", letter.to().number()),
                            fact("label.contact", letter.signature().name())),
                    letter.to().contact().isBlank()
                            ? phrases.say("salutation.general")
                            : phrases.say(
                                    "salutation.named",
                                    Map.of("name", letter.to().contact())),
                    phrases.paragraphs("PLAN.before", values),
                    headings(),
                    List.of(debts(), instalments()),
                    List.of(),
                    payments(),
                    phrases.paragraphs("PLAN.after", values),
                    phrases.say("closing"),
                    List.of(letter.signature().name(), letter.from().name(), phrases.say("PLAN.sign", values)),
                    phrases.say("colon"),
                    pageWords());
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

        private Table debts() {
            return new Table(
                    phrases.say("PLAN.debts"),
                    letter.debts().stream().map(this::row).toList(),
                    total());
        }

        private Row row(Debt debt) {
            Dates dates = debt.dates();
            String what = switch (debt.kind()) {
                case DOCUMENT -> "";
                case INTEREST -> phrases.say("PLAN.interest");
                case FEE -> phrases.say("PLAN.fee");
            };
            if (dates == null) {
                return new Row(what, debt.document(), "", "", "", "", formats.amount(debt.amount()));
            }
            LocalDate issued = dates.issued();
            long daysLate = ChronoUnit.DAYS.between(dates.due(), letter.date());
            return new Row(
                    what,
                    debt.document(),
                    issued == null ? "" : formats.date(issued),
                    formats.date(dates.due()),
                    daysLate > 0 ? formats.count(daysLate) : "",
                    formats.amount(dates.original()),
                    formats.amount(debt.amount()));
        }

        private Table instalments() {
            List<Row> rows = new ArrayList<>();
            for (Part part : letter.instalments()) {
                rows.add(new Row(
                        phrases.say("PLAN.instalment"),
                        formats.count(rows.size() + 1L),
                        "",
                        formats.date(part.dueOn()),
                        "",
                        "",
                        formats.amount(part.amount())));
            }
            return new Table(phrases.say("PLAN.instalments"), rows, total());
        }

        private List<Fact> total() {
            return List.of(
                    fact("total.open", formats.money(sum(letter.debts().stream().map(Debt::amount)))));
        }

        private List<Payment> payments() {
            PaymentDetails to = letter.payTo();
            if (!to.isKnown()) {
                return List.of();
            }
            String byHand = phrases.say(
                    "payment.plan",
                    Map.of("account", letter.account(), "plan", letter.name().number()));
            StructuredReference reference = letter.name().reference();
            List<Fact> facts = new ArrayList<>();
            facts.add(fact("payment.holder", to.holder()));
            facts.add(fact(to.isIban() ? "payment.iban" : "payment.account", to.printed()));
            facts.add(fact("payment.quote", reference == null ? byHand : reference.printed()));
            if (reference != null) {
                facts.add(fact("payment.otherwise", byHand));
            }
            return List.of(new Payment(facts));
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
