package org.quittance.collections.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quittance.core.behaviour.PaidPart;
import org.quittance.core.behaviour.PaymentBehaviour;
import org.quittance.core.collections.Escalation.State;
import org.quittance.core.collections.EscalationPath;
import org.quittance.core.collections.OverdueExcerpt;
import org.quittance.core.collections.Promise;
import org.quittance.core.collections.PromiseCheck;
import org.quittance.core.collections.PromiseId;
import org.quittance.core.collections.Yardstick;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.Ageing;
import org.quittance.core.ledger.AgeingBands;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Activity;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;

class CaseFilePaperTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");
    private static final Instant ASKED = Instant.parse("2026-11-26T08:15:00Z");
    private static final Yardstick YARDSTICK = Yardstick.of(Money.of("10000", "EUR"));
    private static final Viewer MARIA = new Viewer(3, "maria", "Maria Keller", Set.of(Role.MANAGER), Set.of());

    private record Read(int pages, String text) {}

    private static Read read(CaseFile file) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(new CaseFilePaper(file, MARIA, ASKED).report().pdf())) {
            return new Read(
                    document.getNumberOfPages(),
                    new PDFTextStripper().getText(document).replaceAll("\\s+", " "));
        }
    }

    @Test
    void onePageSaysWhoOwesWhatSinceWhenWhatWasPromisedAndWhyItIsEscalated() throws IOException {
        List<OpenItem> items = List.of(item(1, "6000.00", 45), item(2, "6400.00", 10), item(3, "100.00", -5));
        Promise promise = new Promise(
                PromiseId.of(1), Money.of("6000", "EUR"), TODAY.minusDays(20), TODAY.minusDays(14), List.of());
        Read read = read(new CaseFile(
                TODAY,
                debtor("Brightwater Foods", Money.of("12000", "EUR")),
                Ageing.of(items, TODAY, AgeingBands.standard()),
                OverdueExcerpt.of(items, TODAY, 8),
                PromiseCheck.ofAll(List.of(promise), List.of(), TODAY, 2),
                0,
                List.of(activity("Promised to pay", "Cheque run on Thursdays")),
                PaymentBehaviour.of(late(), 30, TODAY, YARDSTICK),
                List.of(escalation("Broke two promises and goes on ordering"))));
        assertThat(read.pages()).isEqualTo(1);
        assertThat(read.text())
                .contains("Case file: Brightwater Foods")
                .contains("Customer Brightwater Foods, 100017, GB, retail")
                .contains("Account Halden & Rowe Ltd, 100017, worked by Clara Jansen")
                .contains("30 days; limit EUR 12,000.00, of which EUR 12,500.00 is used (104 %)")
                .contains("Routinely late: 20 days beyond terms in the last year")
                .contains("Escalation E17 Credit hold, because: Broke two promises and goes on ordering."
                        + " Asked by clara on 24 Nov 2026, waits for Maria Keller until 25 Nov 2026.")
                .contains("Asked for by Maria Keller (maria), 26 Nov 2026, 08:15 UTC")
                .contains("What is open at the end of 26 Nov 2026")
                .contains("EUR 100.00 6,400.00 6,000.00 0.00 0.00 0.00 0.00 12,500.00")
                .contains("D1 12 Oct 2026 45 EUR 6,000.00 6,000.00")
                .contains("D2 16 Nov 2026 10 EUR 6,400.00 6,400.00")
                .doesNotContain("more")
                .contains("6 Nov 2026 12 Nov 2026 EUR 6,000.00 0.00 6,000.00 broken")
                .contains("20 Nov 2026 Call Promised to pay: Cheque run on Thursdays clara");
    }

    /** More of everything than anybody has, and none of it short. */
    @Test
    void itStaysOnePageWhateverTheAccount() throws IOException {
        List<OpenItem> items = new ArrayList<>();
        for (int i = 1; i <= 500; i++) {
            items.add(item(i, "1234567.89", 400 - i));
        }
        for (String currency : List.of("GBP", "USD", "CHF", "SEK", "NOK", "DKK")) {
            items.add(new OpenItem(
                    ItemId.of(1000),
                    AccountId.of(1),
                    ItemKind.INVOICE,
                    "X",
                    TODAY.minusDays(90),
                    TODAY.minusDays(60),
                    Money.of("9876543.21", currency),
                    Money.of("9876543.21", currency)));
        }
        List<Promise> promises = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            promises.add(new Promise(
                    PromiseId.of(i),
                    Money.of("1234567.89", "EUR"),
                    TODAY.minusDays(30),
                    TODAY.minusDays(i),
                    List.of()));
        }
        String long1 = "A very long sentence about what was said by whom and when, ".repeat(20);
        Read read = read(new CaseFile(
                TODAY,
                debtor("The International Consolidated Paper and Packaging Company of Northern Europe Ltd", null),
                Ageing.of(items, TODAY, AgeingBands.standard()),
                OverdueExcerpt.of(items, TODAY, 8),
                PromiseCheck.ofAll(promises, List.of(), TODAY, 2),
                17,
                List.of(
                        activity("Spoke to them", long1),
                        activity("Spoke to them", long1),
                        activity("Spoke to them", long1),
                        activity("Spoke to them", long1),
                        activity("Spoke to them", long1)),
                PaymentBehaviour.of(late(), 30, TODAY, YARDSTICK),
                List.of(escalation(long1), escalation(long1), escalation(long1), escalation(long1))));
        assertThat(read.pages()).isEqualTo(1);
        assertThat(read.text()).contains("and 397 more", "the latest, and 17 more", "no limit set");
    }

    @Test
    void anAccountOfWhichNothingIsKnownSaysSo() throws IOException {
        Read read = read(new CaseFile(
                TODAY,
                debtor("Ada Ltd", null),
                Ageing.of(List.of(), TODAY, AgeingBands.standard()),
                OverdueExcerpt.of(List.of(), TODAY, 8),
                List.of(),
                0,
                List.of(),
                PaymentBehaviour.of(List.of(), 30, TODAY, YARDSTICK),
                List.of()));
        assertThat(read.text())
                .contains("Pays Nothing was paid on this account in a year")
                .contains("Escalated Not at present");
    }

    private static CaseFile.Debtor debtor(String name, @Nullable Money limit) {
        return new CaseFile.Debtor(
                name, "100017", "GB", "retail", "Halden & Rowe Ltd", "100017", "Clara Jansen", 30, limit);
    }

    private static EscalationLine escalation(String reason) {
        return new EscalationLine(
                17,
                new EscalationLine.About(1, "100017", 1, "Brightwater Foods", "HRUK", "Clara Jansen"),
                EscalationPath.CREDIT_HOLD,
                State.OPEN,
                reason,
                "Maria Keller",
                "",
                "maria",
                "clara",
                TODAY.minusDays(2),
                TODAY.minusDays(1),
                null,
                List.of());
    }

    private static Activity activity(String outcome, String body) {
        return new Activity(
                CustomerId.of(1),
                AccountId.of(1),
                Activity.Kind.CALL,
                Activity.Direction.OUT,
                TODAY.minusDays(6),
                "clara",
                null,
                outcome,
                body,
                null);
    }

    /** Each month of the last year 20 days late. */
    private static List<PaidPart> late() {
        List<PaidPart> parts = new ArrayList<>();
        for (int month = 0; month < 10; month++) {
            LocalDate due = LocalDate.parse("2026-01-05").plusMonths(month);
            parts.add(new PaidPart(
                    ItemId.of(month + 1L), Money.of("1000", "EUR"), due.minusDays(30), due, due.plusDays(20)));
        }
        return parts;
    }

    private static OpenItem item(long id, String amount, long daysPastDue) {
        LocalDate due = TODAY.minusDays(daysPastDue);
        return new OpenItem(
                ItemId.of(id),
                AccountId.of(1),
                ItemKind.INVOICE,
                "D" + id,
                due.minusDays(30),
                due,
                Money.of(amount, "EUR"),
                Money.of(amount, "EUR"));
    }
}
