package org.quittance.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.quittance.demo.DemoCompany.HistoryMonth;

/** Binds what was billed and paid into months, up to the day from which payments come as files. */
final class HistoryBook {

    private static final Comparator<Payment> IN_ORDER =
            Comparator.comparing(Payment::date).thenComparing(Payment::document);

    private final LocalDate firstBankDay;
    private final TreeMap<YearMonth, Pages> months = new TreeMap<>();
    private final List<Payment> later = new ArrayList<>();

    HistoryBook(LocalDate firstBankDay) {
        this.firstBankDay = firstBankDay;
    }

    private record Pages(List<Bill> bills, List<Payment> payments, List<Tie> ties) {}

    void add(Bill bill) {
        page(bill.date()).bills().add(bill);
    }

    void add(PaymentLife.Lived lived) {
        lived.creditNotes().stream()
                .filter(bill -> bill.date().isBefore(firstBankDay))
                .forEach(this::add);
        for (Payment payment : lived.payments()) {
            if (payment.date().isBefore(firstBankDay)) {
                page(payment.date()).payments().add(payment);
            } else {
                later.add(payment);
            }
        }
        lived.ties().stream()
                .filter(tie -> tie.date().isBefore(firstBankDay))
                .forEach(tie -> page(tie.date()).ties().add(tie));
    }

    List<HistoryMonth> months() {
        List<HistoryMonth> bound = new ArrayList<>();
        months.forEach((month, pages) -> {
            pages.bills().sort(Comparator.comparing(Bill::date).thenComparing(Bill::document));
            pages.payments().sort(IN_ORDER);
            pages.ties()
                    .sort(Comparator.comparing(Tie::date)
                            .thenComparing(Tie::debit)
                            .thenComparing(Tie::credit));
            bound.add(new HistoryMonth(month, pages.bills(), pages.payments(), pages.ties()));
        });
        return bound;
    }

    /** The payments that the history leaves out and the test takes in, in order. */
    List<Payment> later(Predicate<Payment> wanted) {
        return later.stream().filter(wanted).sorted(IN_ORDER).toList();
    }

    private Pages page(LocalDate day) {
        return months.computeIfAbsent(
                YearMonth.from(day), _ -> new Pages(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }
}
