package org.quittance.collections.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quittance.collections.agreement.PlanView;
import org.quittance.collections.interest.InterestClaim;
import org.quittance.collections.interest.InterestWaiver;
import org.quittance.core.agreement.Instalment;
import org.quittance.core.agreement.PlanStanding.InstalmentState;
import org.quittance.core.behaviour.PaidPart;
import org.quittance.core.behaviour.PaymentBehaviour;
import org.quittance.core.collections.Escalation.Deed;
import org.quittance.core.collections.Escalation.State;
import org.quittance.core.collections.EscalationPath;
import org.quittance.core.collections.OverdueExcerpt;
import org.quittance.core.collections.Promise;
import org.quittance.core.collections.PromiseCheck;
import org.quittance.core.collections.PromiseId;
import org.quittance.core.collections.Yardstick;
import org.quittance.core.interest.LatePaymentScheme;
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
                CaseFile.NotOverdue.of(items, TODAY),
                PromiseCheck.ofAll(List.of(promise), List.of(), TODAY, 2),
                0,
                new CaseFile.Contacts(List.of(activity("Promised to pay", "Cheque run on Thursdays")), 0),
                PaymentBehaviour.of(late(), 30, TODAY, YARDSTICK),
                CaseFile.Agreed.NOTHING,
                List.of(new CaseFile.Asked(escalation("Broke two promises and goes on ordering"), null))));
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
    void whateverIsLeftOutIsCounted() throws IOException {
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
                CaseFile.NotOverdue.of(items, TODAY),
                PromiseCheck.ofAll(promises, List.of(), TODAY, 2),
                17,
                new CaseFile.Contacts(Collections.nCopies(5, activity("Spoke to them", long1)), 31),
                PaymentBehaviour.of(late(), 30, TODAY, YARDSTICK),
                CaseFile.Agreed.NOTHING,
                Collections.nCopies(4, new CaseFile.Asked(escalation(long1), null))));
        assertThat(read.pages()).isLessThanOrEqualTo(2);
        assertThat(read.text())
                .contains("and 397 more", "the latest, and 17 more", "Last contacts: the latest, and 31 more")
                .contains("101 items not yet due, EUR 124,691,356.89", "Escalations and 1 more", "no limit set");
    }

    @Test
    void whatWasAnsweredAgreedAndClaimedStandsInALineEachOnTheSamePage() throws IOException {
        PlanView.Debtor debtor = new PlanView.Debtor(1, "Brightwater Foods", 1, "HRUK");
        PlanView plan = new PlanView(
                5,
                debtor,
                eur("900.00"),
                eur("0.00"),
                eur("30.00"),
                "",
                TODAY.minusDays(40),
                "clara",
                "maria",
                PlanView.State.RUNNING,
                "",
                List.of(
                        instalment(1, InstalmentState.KEPT, "0.00"),
                        instalment(2, InstalmentState.FAILED, "310.00"),
                        instalment(3, InstalmentState.OPEN, "310.00")),
                List.of());
        InterestClaim claim = new InterestClaim(
                3,
                debtor,
                LatePaymentScheme.of("DE").orElseThrow(),
                TODAY.minusDays(5),
                TODAY.plusDays(9),
                null,
                null,
                "clara",
                ASKED,
                List.of(new InterestClaim.Line(
                        1,
                        "D1",
                        TODAY.minusDays(60),
                        eur("6000.00"),
                        eur("80.00"),
                        eur("40.00"),
                        eur("0.00"),
                        eur("0.00"),
                        List.of())));
        EscalationLine answered = escalation("Broke two promises");
        Read read = read(new CaseFile(
                TODAY,
                debtor("Brightwater Foods", null),
                Ageing.of(List.of(item(1, "6000.00", 45)), TODAY, AgeingBands.standard()),
                OverdueExcerpt.of(List.of(item(1, "6000.00", 45)), TODAY, 8),
                CaseFile.NotOverdue.of(List.of(item(1, "6000.00", 45)), TODAY),
                List.of(),
                0,
                new CaseFile.Contacts(List.of(activity("Spoke to them", "")), 2),
                PaymentBehaviour.of(late(), 30, TODAY, YARDSTICK),
                new CaseFile.Agreed(
                        List.of(plan),
                        List.of(),
                        List.of(claim),
                        List.of(
                                waiver("50.00", InterestWaiver.State.ALONE),
                                waiver("179.70", InterestWaiver.State.WAITING))),
                List.of(new CaseFile.Asked(
                        new EscalationLine(
                                answered.id(),
                                answered.about(),
                                answered.path(),
                                State.REFUSED,
                                answered.reason(),
                                answered.ownerName(),
                                "",
                                "maria",
                                "clara",
                                TODAY.minusDays(9),
                                TODAY.minusDays(8),
                                TODAY.minusDays(7),
                                List.of()),
                        new EscalationEvent(
                                Deed.REFUSE,
                                "",
                                "They order through June",
                                null,
                                TODAY.minusDays(7),
                                "maria",
                                ASKED)))));
        assertThat(read.pages()).isEqualTo(1);
        assertThat(read.text())
                .contains("Escalation E17 Credit hold, because: Broke two promises. Asked by clara on 17 Nov 2026."
                        + " Refused by maria on 19 Nov 2026: They order through June")
                .contains("Plan PLAN-5 Running. EUR 930.00 in 3 instalments until 25 Jan 2027;"
                        + " 1 open, 1 kept, 1 failed, EUR 620.00 outstanding")
                .contains("Interest EUR 120.00 claimed by notice N3 of 21 Nov 2026, to be paid by 5 Dec 2026."
                        + " EUR 50.00 given up; EUR 179.70 to be given up waits for approval.")
                .contains("Last contacts: the latest, and 2 more")
                .contains("Not overdue no items not yet due; no credits");
    }

    private static PlanView.Line instalment(int number, InstalmentState state, String outstanding) {
        return new PlanView.Line(
                new Instalment(number, TODAY.plusDays(20L * number), eur("310.00")), state, eur(outstanding));
    }

    private static InterestWaiver waiver(String amount, InterestWaiver.State state) {
        return new InterestWaiver(
                1,
                new PlanView.Debtor(1, "Brightwater Foods", 1, "HRUK"),
                "Short of cash",
                "clara",
                TODAY,
                state,
                null,
                null,
                "",
                List.of(new InterestWaiver.Part(1, "D1", eur(amount), eur("0.00"))));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    @Test
    void anAccountOfWhichNothingIsKnownSaysSo() throws IOException {
        Read read = read(new CaseFile(
                TODAY,
                debtor("Ada Ltd", null),
                Ageing.of(List.of(), TODAY, AgeingBands.standard()),
                OverdueExcerpt.of(List.of(), TODAY, 8),
                CaseFile.NotOverdue.of(List.of(), TODAY),
                List.of(),
                0,
                new CaseFile.Contacts(List.of(), 0),
                PaymentBehaviour.of(List.of(), 30, TODAY, YARDSTICK),
                CaseFile.Agreed.NOTHING,
                List.of()));
        assertThat(read.text())
                .contains("Pays Nothing was paid on this account in a year")
                .contains("Escalated Never");
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
