package org.quittance.core.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.quittance.core.interest.LatePaymentScheme.EUROPEAN_UNION;
import static org.quittance.core.interest.LatePaymentScheme.UNITED_KINGDOM;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.interest.AccountInterest.Debtor;
import org.quittance.core.interest.AccountInterest.Part;
import org.quittance.core.interest.DebtOverTime.Change;
import org.quittance.core.interest.LateCharge.NotChargeable;
import org.quittance.core.interest.LateCharge.Reason;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

class AccountInterestTest {

    private static final LocalDate DUE = LocalDate.parse("2026-02-01");
    private static final ReferenceRates RATES = ReferenceRates.of(Map.of(
            LocalDate.parse("2025-12-18"), new BigDecimal("4.25"), LocalDate.parse("2026-06-11"), new BigDecimal("2")));

    @Test
    void whatWasPaidBearsInterestUntilItCameAndTheRestGoesOn() {
        LateItem part = item(1, "5000.00", "3000.00", DUE, ItemKind.INVOICE, change(56, "-2000.00"));
        AccountInterest interest = of(Debtor.BUSINESS, DUE.plusDays(101), part);
        assertThat(interest.lines().getFirst().periods())
                .extracting(InterestPeriod::from, InterestPeriod::days, InterestPeriod::principal)
                .containsExactly(
                        tuple(DUE.plusDays(1), 56L, pounds("5000.00")),
                        tuple(DUE.plusDays(57), 45L, pounds("3000.00")));
        assertThat(interest.interest()).as("93.97260 and 45.30822").isEqualTo(pounds("139.28"));
        assertThat(interest.compensation()).as("for what first was late").isEqualTo(pounds("70.00"));
        assertThat(interest.due()).isEqualTo(pounds("209.28"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "paid before it was late,            -10, -1000.00, 4000.00, 135.59",
        "paid on the due day,                  0, -1000.00, 4000.00, 135.59",
        "paid on the first late day,           1, -1000.00, 4000.00, 135.92",
        "paid on the day that is asked for,  101, -1000.00, 4000.00, 169.49",
    })
    void theDayOfAPaymentStillBearsInterestOnWhatWasOwedBefore(
            String about, int day, String delta, String open, String interest) {
        LateItem changed = item(1, "5000.00", open, DUE, ItemKind.INVOICE, change(day, delta));
        assertThat(of(Debtor.BUSINESS, DUE.plusDays(101), changed).interest()).isEqualTo(pounds(interest));
    }

    @Test
    void aEuropeanPartPaymentInsideAHalfYearMakesThreePeriods() {
        LocalDate due = LocalDate.parse("2026-06-20");
        Money debt = Money.of("36500", "EUR");
        LateCharge charge = EUROPEAN_UNION.charge(
                new DebtOverTime(due, debt, List.of(new Change(due.plusDays(15), Money.of("-18250", "EUR")))),
                due.plusDays(20),
                RATES,
                InterestRounding.ON_THE_TOTAL);
        assertThat(((LateCharge.Chargeable) charge).periods())
                .extracting(InterestPeriod::days, period -> period.percent().toPlainString())
                .containsExactly(tuple(10L, "12.25"), tuple(5L, "10"), tuple(5L, "10"));
    }

    @Test
    void onlyOverdueDebitsAreListedAndEachThatCarriesNothingSaysWhy() {
        LateItem charge = item(1, "50.00", "50.00", DUE, ItemKind.CHARGE);
        LateItem debitNote = item(2, "100.00", "100.00", DUE.plusDays(1), ItemKind.DEBIT_NOTE);
        LateItem notYet = item(3, "900.00", "900.00", DUE.plusDays(300), ItemKind.INVOICE);
        LateItem credit = item(4, "-70.00", "-70.00", DUE, ItemKind.CREDIT_NOTE);
        AccountInterest interest = of(Debtor.BUSINESS, DUE.plusDays(30), notYet, debitNote, credit, charge);
        assertThat(interest.lines())
                .extracting(line -> line.item().id().value(), line -> line.due().isPositive())
                .containsExactly(tuple(1L, false), tuple(2L, true));
        assertThat(interest.lines().getFirst().charge()).isEqualTo(new NotChargeable(Reason.NOT_A_PRICE));
        assertThat(interest.claimable()).hasSize(1);
        assertThat(of(Debtor.PERSON, DUE.plusDays(30), debitNote)
                        .lines()
                        .getFirst()
                        .charge())
                .isEqualTo(new NotChargeable(Reason.NOT_A_BUSINESS));
    }

    @Test
    void whatIsAgreedUponBearsNothingWhileTheAgreementStands() {
        LateItem invoice = item(1, "2000.00", "2000.00", DUE, ItemKind.INVOICE);
        LateItem agreed = new LateItem(
                invoice.item(), invoice.debt(), invoice.waivedInterest(), invoice.waivedCompensation(), true);
        AccountInterest interest = of(Debtor.BUSINESS, DUE.plusDays(45), agreed);
        assertThat(interest.lines().getFirst().charge()).isEqualTo(new NotChargeable(Reason.AGREED));
        assertThat(interest.claimable()).isEmpty();
    }

    @Test
    void whatWasGivenUpIsTakenOffAndWhatAccruesAfterwardsIsDue() {
        LateItem waived = new LateItem(
                item(1, "2000.00", "2000.00", DUE, ItemKind.INVOICE).item(),
                DebtOverTime.unchanged(pounds("2000.00"), DUE),
                pounds("30.21"),
                pounds("70.00"),
                false);
        AccountInterest then = of(Debtor.BUSINESS, DUE.plusDays(45), waived);
        assertThat(then.due()).isEqualTo(pounds("0.00"));
        assertThat(then.waived()).isEqualTo(pounds("100.21"));
        assertThat(of(Debtor.BUSINESS, DUE.plusDays(44), waived).due())
                .as("never below zero")
                .isEqualTo(pounds("0.00"));
        assertThat(of(Debtor.BUSINESS, DUE.plusDays(46), waived).due()).isEqualTo(pounds("0.67"));
    }

    @Test
    void aPartIsTakenFromTheOldestItemAndItsInterestFirst() {
        AccountInterest interest = of(
                Debtor.BUSINESS,
                DUE.plusDays(45),
                item(2, "2000.00", "2000.00", DUE, ItemKind.INVOICE),
                item(1, "100.00", "100.00", DUE.minusDays(1), ItemKind.INVOICE));
        assertThat(AccountInterest.spread(interest.lines(), pounds("50.00")))
                .containsExactly(
                        new Part(ItemId.of(1), pounds("1.54"), pounds("40.00")),
                        new Part(ItemId.of(2), pounds("8.46"), pounds("0.00")));
        assertThat(AccountInterest.spread(interest.lines(), interest.due()).stream()
                        .map(Part::total)
                        .reduce(Money::plus))
                .contains(interest.due());
        for (String wrong : List.of("0.00", "-1.00", "141.76")) {
            assertThatThrownBy(() -> AccountInterest.spread(interest.lines(), pounds(wrong)))
                    .hasMessageContaining("cannot be given up");
        }
    }

    @ParameterizedTest
    @CsvSource({"GB, UNITED_KINGDOM", "DE, EUROPEAN_UNION", "IE, EUROPEAN_UNION", "US,", "NO,", "CH,"})
    void theSchemeIsThatOfTheEntitysCountry(String country, LatePaymentScheme scheme) {
        assertThat(LatePaymentScheme.of(country).orElse(null)).isEqualTo(scheme);
    }

    private static AccountInterest of(Debtor debtor, LocalDate asOf, LateItem... items) {
        return AccountInterest.of(UNITED_KINGDOM, List.of(items), debtor, RATES, asOf);
    }

    private static Change change(int day, String delta) {
        return new Change(DUE.plusDays(day), pounds(delta));
    }

    private static LateItem item(
            long id, String original, String open, LocalDate due, ItemKind kind, Change... changes) {
        return new LateItem(
                new OpenItem(
                        ItemId.of(id),
                        AccountId.of(1),
                        kind,
                        "D" + id,
                        due.minusDays(30),
                        due,
                        pounds(original),
                        pounds(open)),
                new DebtOverTime(due, pounds(original), Stream.of(changes).toList()),
                pounds("0.00"),
                pounds("0.00"),
                false);
    }

    private static Money pounds(String amount) {
        return Money.of(amount, "GBP");
    }
}
