package org.quittance.correspondence.letter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.quittance.core.collections.Tone;
import org.quittance.core.interest.InterestPeriod;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

/**
 * A letter to an invented customer about invented items, so that its words can be read before anybody gets them.
 *
 * <p>{@code Specimen.of(Occasion.NOTICE_2, texts, sender, today).pdf()}.
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Specimen(String subject, String text, byte[] pdf) {

    /** What is no letter has no paper. */
    private static final byte[] NO_PAPER = {};

    private static final Recipient READER = new Recipient(
            CustomerId.of(1), "10000", "Example Ltd", List.of("1 Example Street", "Exampletown"), "Alex Example", "");

    /** Words, sender and day of the letter, and what goes into all of them. */
    private record Draft(Texts texts, Sender from, LocalDate today) {

        private PaymentDetails payTo() {
            return new PaymentDetails(from.name(), "", "");
        }

        private Signature signature() {
            return new Signature("Robin Clerk", "", "", from.email());
        }
    }

    /** The specimen of an occasion, dated that day, from a company of the group. */
    public static Specimen of(Occasion occasion, Texts texts, Sender from, LocalDate today) {
        Draft draft = new Draft(texts, from, today);
        return switch (occasion) {
            case REMINDER -> of(content(Template.REMINDER, draft));
            case NOTICE_1 -> of(content(Template.NOTICE_1, draft));
            case NOTICE_2 -> of(content(Template.NOTICE_2, draft));
            case NOTICE_3 -> of(content(Template.NOTICE_3, draft));
            case STATEMENT -> of(content(Template.STATEMENT, draft));
            case PAYMENT_QUESTION -> of(content(Template.PAYMENT_QUESTION, draft));
            case INTEREST -> of(interest(draft).write());
            case SETTLEMENT -> of(settlement(draft).write());
            case PLAN -> {
                PlanLetter plan = plan(draft);
                yield new Specimen(plan.subject(), plan.text(), plan.pdf());
            }
            case TEXT_FRIENDLY -> text(Tone.FRIENDLY, draft);
            case TEXT_FIRM -> text(Tone.FIRM, draft);
            case TEXT_FINAL -> text(Tone.FINAL, draft);
        };
    }

    /** A letter about real items, to be read in the same way. */
    public static Specimen of(LetterContent content) {
        return of(Letters.preview(content));
    }

    private static Specimen of(WrittenLetter letter) {
        return new Specimen(letter.subject(), letter.text(), letter.pdf());
    }

    private static Specimen text(Tone tone, Draft draft) {
        TextNotice notice = new TextNotice(
                tone,
                draft.texts(),
                draft.today(),
                draft.from().name(),
                READER,
                List.of(item(1, ItemKind.INVOICE, "1000123", draft.today().minusDays(21), "1250.00")));
        return new Specimen(notice.length().sentence(), notice.text(), NO_PAPER);
    }

    private static LetterContent content(Template template, Draft draft) {
        LocalDate today = draft.today();
        List<OpenItem> items = List.of(
                item(1, ItemKind.INVOICE, "1000123", today.minusDays(21), "1250.00"),
                item(2, ItemKind.INVOICE, "1000187", today.plusDays(9), "480.50"),
                item(3, ItemKind.PAYMENT, "P77", today.minusDays(4), "-300.00"));
        LetterContent everything = new LetterContent(
                Template.STATEMENT,
                draft.texts(),
                today,
                null,
                draft.from(),
                READER,
                List.of(new Section(draft.from().name(), "10000", draft.payTo(), items)),
                draft.signature());
        return everything.on(template, draft.texts(), today.plusDays(7)).orElseThrow();
    }

    private static OpenItem item(long id, ItemKind kind, String document, LocalDate due, String open) {
        Money amount = Money.of(open, "EUR");
        return new OpenItem(ItemId.of(id), AccountId.of(1), kind, document, due.minusDays(30), due, amount, amount);
    }

    private static InterestLetter interest(Draft draft) {
        LocalDate today = draft.today();
        InterestPeriod period =
                new InterestPeriod(today.minusDays(20), today, Money.of("1250.00", "EUR"), new BigDecimal("10.15"));
        return new InterestLetter(
                today,
                today.plusDays(14),
                draft.texts(),
                draft.from(),
                READER,
                "10000",
                "law of the account",
                List.of(new InterestLetter.Claimed(
                        "1000123",
                        today.minusDays(21),
                        List.of(period),
                        Money.of("7.30", "EUR"),
                        Money.of("40.00", "EUR"),
                        Money.of("0.00", "EUR"))),
                draft.payTo(),
                draft.signature());
    }

    private static SettlementLetter settlement(Draft draft) {
        return new SettlementLetter(
                draft.today(),
                draft.today().plusDays(14),
                draft.texts(),
                draft.from(),
                READER,
                "10000",
                List.of(new SettlementLetter.Debt("1000123", Money.of("1250.00", "EUR"))),
                Money.of("1000.00", "EUR"),
                draft.payTo(),
                draft.signature());
    }

    private static PlanLetter plan(Draft draft) {
        LocalDate today = draft.today();
        return new PlanLetter(
                today,
                draft.texts(),
                draft.from(),
                READER,
                "10000",
                List.of(new PlanLetter.Debt(
                        PlanLetter.Kind.DOCUMENT,
                        "1000123",
                        new PlanLetter.Dates(today.minusDays(75), today.minusDays(45), Money.of("1250.00", "EUR")),
                        Money.of("1250.00", "EUR"))),
                List.of(
                        new PlanLetter.Part(today.plusDays(30), Money.of("625.00", "EUR")),
                        new PlanLetter.Part(today.plusDays(60), Money.of("625.00", "EUR"))),
                draft.payTo(),
                new PlanLetter.Name("PLAN-12", null),
                draft.signature());
    }
}
