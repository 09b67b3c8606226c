package org.quittance.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quittance.demo.PaymentLife.Period;

/**
 * Everything that there is to know of Halden &amp; Rowe on a day: {@code DemoCompany.on(LocalDate.of(2026, 3, 2))}.
 *
 * <p>Invariant: the same day gives an equal company, on any machine. The last days are kept out of the history: what the banks reported
 * during the {@link Backlog} is in {@link #reported}, and what two of the ERPs billed since {@code firstExtractDay} in {@link
 * #extracted}; both come as files.
 *
 * @param today the base date
 * @param backlog how far back the banks' statements are still to be imported
 * @param months the history, oldest month first
 * @param reported payments that the banks have reported during the backlog, in the order of their days
 * @param extracted bills of this week that the ERPs of the continent and of America have yet to deliver
 * @param announced payments that are about to come
 */
public record DemoCompany(
        LocalDate today,
        Backlog backlog,
        List<DemoCustomer> customers,
        List<DemoAccount> accounts,
        List<HistoryMonth> months,
        List<Payment> reported,
        List<Bill> extracted,
        List<Payment> announced) {

    static final int MONTHS = 24;
    static final int EXTRACT_DAYS = 5;
    private static final int ANNOUNCED_DAYS = 10;

    public DemoCompany {
        customers = List.copyOf(customers);
        accounts = List.copyOf(accounts);
        months = List.copyOf(months);
        reported = List.copyOf(reported);
        extracted = List.copyOf(extracted);
        announced = List.copyOf(announced);
    }

    /** The company whose cash appliers have this week's statements before them. */
    public static DemoCompany on(LocalDate today) {
        return on(today, Backlog.WEEK);
    }

    public static DemoCompany on(LocalDate today, Backlog backlog) {
        return on(today, backlog, CustomerBase.invent());
    }

    /** The company as it would be with these customers alone. */
    static DemoCompany on(LocalDate today, Backlog backlog, List<DemoCustomer> customers) {
        YearMonth first = YearMonth.from(today).minusMonths(MONTHS);
        LocalDate firstBankDay = backlog.daysBefore(today).getFirst();
        LocalDate firstExtractDay = BusinessDays.before(today, EXTRACT_DAYS).getFirst();
        Period period = new Period(first.atDay(1), today, today.plusDays(ANNOUNCED_DAYS), firstExtractDay.minusDays(1));
        List<DemoAccount> accounts = AccountBase.open(customers);
        List<Bill> bills = Sales.bill(accounts, first, today);
        HistoryBook book = new HistoryBook(firstBankDay);
        List<Bill> extracted = new ArrayList<>();
        for (Bill bill : bills) {
            boolean isDelivered =
                    bill.account().entity() != DemoEntity.UK && !bill.date().isBefore(firstExtractDay);
            if (isDelivered) {
                extracted.add(bill);
            } else {
                book.add(bill);
            }
        }
        Map<DemoAccount.Key, List<Bill>> byAccount = new HashMap<>();
        bills.forEach(bill -> byAccount
                .computeIfAbsent(bill.account().key(), _ -> new ArrayList<>())
                .add(bill));
        for (DemoAccount account : accounts) {
            book.add(PaymentLife.live(account, byAccount.getOrDefault(account.key(), List.of()), period));
        }
        return new DemoCompany(
                today,
                backlog,
                customers,
                accounts,
                book.months(),
                book.later(payment -> payment.date().isBefore(today)),
                extracted,
                book.later(payment -> !payment.date().isBefore(today)));
    }

    /** The business days on which the banks have reported what is still to be imported. */
    List<LocalDate> bankDays() {
        return backlog.daysBefore(today);
    }

    /**
     * A month of history, entered in one go.
     *
     * @param bills what was billed, credit notes of settlements among them
     * @param payments in the order of their days
     * @param ties what was applied to what, in the order of their days
     */
    public record HistoryMonth(YearMonth month, List<Bill> bills, List<Payment> payments, List<Tie> ties) {

        public HistoryMonth {
            bills = List.copyOf(bills);
            payments = List.copyOf(payments);
            ties = List.copyOf(ties);
        }
    }
}
