package org.quittance.correspondence.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;
import org.quittance.core.reference.LetterReference;
import org.quittance.core.reference.StructuredReference;

/** Letters of a paper mill to a printer, on one day in March. */
public final class SampleLetters {

    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final PaymentDetails EURO_BANK =
            new PaymentDetails("Alder Paper Europe B.V.", "NL91ABNA0417164300", "ABNANL2A");
    private static final PaymentDetails DOLLAR_BANK = new PaymentDetails("Alder Paper Inc.", "4023117755", "ALDRUS33");

    private SampleLetters() {}

    public static LetterContent letter(Template template, Language language, String country) {
        return new LetterContent(
                template,
                Texts.shipped(language),
                TODAY,
                template.namesPayBy() ? TODAY.plusDays(10) : null,
                sender(),
                recipient(country),
                sections(template),
                signature());
    }

    /** The same with references of the numbers 1, 2 and so on, as if it were sent. */
    public static LetterContent quoting(LetterContent letter) {
        Map<PaymentDetails, StructuredReference> references = new HashMap<>();
        for (PaymentSlip slip : letter.payable()) {
            references.put(
                    slip.payTo(),
                    LetterReference.of(references.size() + 1, slip.payTo().iban()));
        }
        return letter.quoting(references);
    }

    public static Sender sender() {
        return new Sender(
                "Alder Paper Europe B.V.",
                List.of("Papierkade 18", "1013 AA Amsterdam", "Netherlands"),
                "credit@alder-paper.example",
                "+31 20 555 0118");
    }

    public static Recipient recipient(String country) {
        return new Recipient(
                CustomerId.of(7),
                "4711",
                "Druckerei Nördlinger & Söhne GmbH",
                List.of("Gutenbergstraße 7", "70176 Stuttgart"),
                "Jana Okafor",
                country);
    }

    public static Signature signature() {
        return new Signature("Amira Haddad", "Credit Control", "+31 20 555 0142", "amira.haddad@alder-paper.example");
    }

    /** More items than one page holds. */
    public static LetterContent longStatement() {
        List<OpenItem> items = new ArrayList<>(IntStream.rangeClosed(1, 75)
                .mapToObj(n -> item(n, ItemKind.INVOICE, "AP-2" + (100 + n), TODAY.minusDays(n), "EUR", "1234.50"))
                .toList());
        items.add(item(90, ItemKind.CREDIT_NOTE, "CN-88", TODAY.minusDays(20), "EUR", "-410.00"));
        return new LetterContent(
                Template.STATEMENT,
                Texts.shipped(Language.ENGLISH),
                TODAY,
                null,
                sender(),
                recipient("GB"),
                List.of(new Section("Alder Paper Europe B.V.", "D-4711", EURO_BANK, items)),
                signature());
    }

    public static OpenItem item(long id, ItemKind kind, String document, LocalDate due, String currency, String open) {
        Money amount = Money.of(open, currency);
        return new OpenItem(ItemId.of(id), AccountId.of(1), kind, document, due.minusDays(30), due, amount, amount);
    }

    private static List<Section> sections(Template template) {
        return switch (template) {
            case REMINDER ->
                List.of(new Section(
                        "Alder Paper Europe B.V.",
                        "D-4711",
                        EURO_BANK,
                        List.of(
                                item(1, ItemKind.INVOICE, "AP-20417", TODAY.plusDays(5), "EUR", "8450.00"),
                                item(2, ItemKind.INVOICE, "AP-20466", TODAY.plusDays(9), "EUR", "612.35"))));
            case NOTICE_1, NOTICE_2, NOTICE_3 -> List.of(overdueEuros(), overdueDollars());
            case STATEMENT ->
                List.of(
                        new Section(
                                "Alder Paper Europe B.V.",
                                "D-4711",
                                EURO_BANK,
                                List.of(
                                        partlyPaid(),
                                        item(4, ItemKind.CREDIT_NOTE, "CN-312", TODAY.minusDays(8), "EUR", "-250.00"),
                                        item(1, ItemKind.INVOICE, "AP-20417", TODAY.plusDays(5), "EUR", "8450.00"))),
                        overdueDollars());
            case PAYMENT_QUESTION ->
                List.of(new Section(
                        "Alder Paper Europe B.V.",
                        "D-4711",
                        EURO_BANK,
                        List.of(item(5, ItemKind.PAYMENT, "P512", TODAY.minusDays(6), "EUR", "-1240.00"))));
        };
    }

    private static Section overdueEuros() {
        return new Section(
                "Alder Paper Europe B.V.",
                "D-4711",
                EURO_BANK,
                List.of(
                        item(4, ItemKind.CREDIT_NOTE, "CN-312", TODAY.minusDays(8), "EUR", "-250.00"),
                        item(6, ItemKind.CHARGE, "CH-0091", TODAY.minusDays(1), "EUR", "40.00"),
                        partlyPaid()));
    }

    private static Section overdueDollars() {
        return new Section(
                "Alder Paper Inc.",
                "US-10088",
                DOLLAR_BANK,
                List.of(new OpenItem(
                        ItemId.of(5),
                        AccountId.of(2),
                        ItemKind.INVOICE,
                        "US-77120",
                        TODAY.minusDays(1162),
                        TODAY.minusDays(1117),
                        Money.of("1999.99", "USD"),
                        Money.of("1999.99", "USD"))));
    }

    private static OpenItem partlyPaid() {
        return new OpenItem(
                ItemId.of(3),
                AccountId.of(1),
                ItemKind.INVOICE,
                "AP-19876",
                TODAY.minusDays(72),
                TODAY.minusDays(42),
                Money.of("12480.00", "EUR"),
                Money.of("7480.00", "EUR"));
    }
}
