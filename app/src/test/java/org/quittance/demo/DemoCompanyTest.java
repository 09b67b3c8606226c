package org.quittance.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.core.collections.Action;
import org.quittance.core.ledger.AgeingBands;
import org.quittance.core.ledger.ItemKind;

class DemoCompanyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final DemoCompany COMPANY = DemoCompany.on(TODAY);

    @Test
    void theSameDayGivesTheSameCompany() {
        // Compared without AssertJ, which would print two companies.
        assertThat(DemoCompany.on(TODAY).equals(COMPANY)).isTrue();
        assertThat(DemoCompany.on(TODAY.plusDays(1)).equals(COMPANY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02", "2027-01-01", "2028-02-29"})
    void onAnyDayNothingIsPaidTwiceAndNothingBeforeItWasBilled(LocalDate today) {
        DemoCompany company = today.equals(TODAY) ? COMPANY : DemoCompany.on(today);
        Map<String, Item> items = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (DemoCompany.HistoryMonth month : company.months()) {
            month.bills()
                    .forEach(bill -> add(
                            items, bill.document(), new Item(bill.account().key(), bill.date(), bill.minor()), faults));
            month.payments()
                    .forEach(payment -> add(
                            items,
                            payment.document(),
                            new Item(payment.account().key(), payment.date(), -payment.minor()),
                            faults));
            month.ties().forEach(tie -> {
                Item credit = items.get(tie.credit());
                Item debit = items.get(tie.debit());
                if (credit == null || debit == null || !credit.account().equals(debit.account())) {
                    faults.add(tie + " is not within one account");
                } else if (tie.date().isBefore(credit.from()) || tie.date().isBefore(debit.from())) {
                    faults.add(tie + " comes too early");
                } else if (-credit.open() < tie.minor() || debit.open() < tie.minor()) {
                    faults.add(tie + " takes too much");
                } else {
                    items.put(tie.credit(), credit.plus(tie.minor()));
                    items.put(tie.debit(), debit.plus(-tie.minor()));
                }
            });
        }
        assertThat(faults).isEmpty();
        assertThat(items.values().stream()
                        .map(Item::from)
                        .max(LocalDate::compareTo)
                        .orElseThrow())
                .isBeforeOrEqualTo(today);
    }

    @Test
    void theHistoryIsLongEnoughToWorkWith() {
        assertThat(COMPANY.customers().size()).isBetween(480, 520);
        assertThat(COMPANY.months().size()).isBetween(DemoCompany.MONTHS, DemoCompany.MONTHS + 1);
        assertThat(documents().size()).isBetween(54_000, 64_000);
        Map<String, Long> entitiesOf = COMPANY.accounts().stream()
                .collect(Collectors.groupingBy(a -> a.customer().number(), Collectors.counting()));
        assertThat(entitiesOf.values().stream().filter(n -> n > 1).count() / (double) entitiesOf.size())
                .isCloseTo(0.15, within(0.03));
        assertThat(entitiesOf.values()).contains(3L);
    }

    @Test
    void everyEntityHasSomethingInEveryBandAndMoreThanHalfOfItIsNotYetDue() {
        for (DemoEntity entity : DemoEntity.values()) {
            long[] bands = new long[AgeingBands.standard().size()];
            for (Bill bill : openBills()) {
                if (bill.account().entity() == entity && bill.minor() > 0) {
                    long days = TODAY.toEpochDay() - bill.due().toEpochDay();
                    bands[AgeingBands.standard().indexOf(days)] += bill.minor();
                }
            }
            assertThat(Arrays.stream(bands).filter(band -> band == 0))
                    .as(entity + " " + Arrays.toString(bands))
                    .isEmpty();
            assertThat(bands[0] / (double) Arrays.stream(bands).sum())
                    .as(entity.toString())
                    .isBetween(0.5, 0.8);
        }
    }

    @Test
    void customersHaveNamesNumbersAndAddressesOfTheirOwn() {
        List<DemoCustomer> customers = COMPANY.customers();
        assertThat(customers).extracting(DemoCustomer::name).doesNotHaveDuplicates();
        assertThat(customers).extracting(DemoCustomer::number).doesNotHaveDuplicates();
        assertThat(customers).extracting(DemoCustomer::bankAccount).doesNotHaveDuplicates();
        assertThat(customers.stream().flatMap(c -> c.contacts().stream()))
                .allMatch(contact -> contact.email().matches("[a-z.]+@[a-z0-9-]+\\.example"))
                .allMatch(contact -> !contact.phone().contains("#"));
        assertThat(customers).extracting(DemoCustomer::character).contains(PayerCharacter.values());
    }

    @Test
    void aWorseningPayerPaysAboutAMonthLaterThanTwoYearsAgo() {
        assertThat(daysLate(PayerCharacter.WORSENING, 0, 6)).isLessThan(15);
        assertThat(daysLate(PayerCharacter.WORSENING, 18, 24)).isGreaterThan(25);
        assertThat(daysLate(PayerCharacter.PROMPT, 18, 24)).isNegative();
    }

    @Test
    void aFailingPayerHasPaidNothingForThreeMonths() {
        LocalDate last = COMPANY.months().stream()
                .flatMap(month -> month.payments().stream())
                .filter(payment -> payment.account().customer().character() == PayerCharacter.FAILING)
                // What was sent twice by mistake comes a few days after what was meant.
                .filter(payment -> !payment.parts().isEmpty())
                .map(Payment::date)
                .max(LocalDate::compareTo)
                .orElseThrow();
        assertThat(last).isBefore(TODAY.minusDays(PayerCharacter.SILENT_DAYS - 3));
    }

    @Test
    void onlyLateInvoicesWereChasedAndOnlyWhileTheyWereOpen() {
        List<PastContact> contacts = ContactHistory.of(COMPANY);
        assertThat(contacts.size()).isGreaterThan(1_000);
        assertThat(contacts.stream()
                        .filter(contact -> contact.minor() <= 0
                                || contact.bills().stream()
                                        .anyMatch(bill -> contact.day()
                                                .isBefore(bill.due().plusDays(5))))
                        .map(PastContact::toString))
                .isEmpty();
        assertThat(contacts.stream().map(PastContact::action).collect(Collectors.toSet()))
                .contains(Action.NOTICE_1, Action.CALL, Action.NOTICE_2, Action.NOTICE_3, Action.ESCALATE);
    }

    /** What is open of a document, from which day on. */
    private record Item(DemoAccount.Key account, LocalDate from, long open) {

        Item plus(long minor) {
            return new Item(account, from, open + minor);
        }
    }

    private static void add(Map<String, Item> items, String document, Item item, List<String> faults) {
        if (items.put(document, item) != null) {
            faults.add(document + " exists twice");
        }
    }

    /** Mean days late of the payments of these months of the history, by amount. */
    private static double daysLate(PayerCharacter character, int from, int to) {
        double days = 0;
        double sum = 0;
        for (DemoCompany.HistoryMonth month : COMPANY.months().subList(from, to)) {
            for (Payment payment : month.payments()) {
                if (payment.account().customer().character() == character) {
                    for (Payment.Part part : payment.parts()) {
                        days += (double) part.minor()
                                * (payment.date().toEpochDay()
                                        - part.bill().due().toEpochDay());
                        sum += part.minor();
                    }
                }
            }
        }
        return days / sum;
    }

    private static Set<String> documents() {
        Set<String> documents = new HashSet<>();
        COMPANY.months()
                .forEach(month -> Stream.concat(
                                month.bills().stream().map(Bill::document),
                                month.payments().stream().map(Payment::document))
                        .forEach(documents::add));
        return documents;
    }

    /** What the history leaves open, with the open amount in place of the original. */
    private static List<Bill> openBills() {
        Map<String, Long> tied = new HashMap<>();
        COMPANY.months().stream().flatMap(month -> month.ties().stream()).forEach(tie -> {
            tied.merge(tie.debit(), tie.minor(), Long::sum);
            tied.merge(tie.credit(), -tie.minor(), Long::sum);
        });
        List<Bill> open = new ArrayList<>();
        COMPANY.months().stream().flatMap(month -> month.bills().stream()).forEach(bill -> {
            long left = bill.minor() - tied.getOrDefault(bill.document(), 0L);
            if (left != 0 && bill.kind() == ItemKind.INVOICE) {
                open.add(new Bill(
                        bill.account(),
                        bill.kind(),
                        bill.document(),
                        bill.date(),
                        bill.due(),
                        left,
                        bill.order(),
                        bill.memo()));
            }
        });
        return open;
    }
}
