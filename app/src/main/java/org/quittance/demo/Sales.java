package org.quittance.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.quittance.core.ledger.ItemKind;

/** Invents what was billed: invoices, and credit notes for what came back or was billed wrongly. */
final class Sales {

    private static final List<String> GOODS = List.of(
            "Gate valves DN80",
            "Ball valves, stainless",
            "Mechanical seals",
            "Centrifugal pump",
            "Gasket sets",
            "Pressure gauges",
            "Pipe couplings",
            "Check valves DN50",
            "Spare impellers",
            "Service visit",
            "Actuators",
            "Strainers");
    private static final List<String> FAULTS =
            List.of("Goods returned", "Price difference", "Short delivery", "Damaged in transit", "Billed twice");

    /** Spread of amounts around the usual one, on the logarithm. */
    private static final double AMOUNT_SPREAD = 0.55;

    private static final int FAULTY_PER_MILLE = 35;

    private final LocalDate today;
    private final List<Bill> drafts = new ArrayList<>();

    private Sales(LocalDate today) {
        this.today = today;
    }

    /** All bills from the first day of the month given to the last day of the history, in the order of their dates. */
    static List<Bill> bill(List<DemoAccount> accounts, YearMonth from, LocalDate today) {
        Sales sales = new Sales(today);
        for (DemoAccount account : accounts) {
            Chance chance = Chance.of("sales", account.key());
            YearMonth first = from.plusMonths(chance.percent(15) ? chance.between(3, 16) : 0);
            for (YearMonth month = first; !month.isAfter(YearMonth.from(today)); month = month.plusMonths(1)) {
                sales.addMonth(account, month, chance);
            }
        }
        return numbered(sales.drafts);
    }

    private void addMonth(DemoAccount account, YearMonth month, Chance chance) {
        double season = account.customer().character().season(month.getMonth());
        int invoices = chance.about(account.invoicesAMonth() * season * chance.between(0.6, 1.4));
        for (int i = 0; i < invoices; i++) {
            LocalDate date = BusinessDays.onOrBefore(month.atDay(chance.between(3, month.lengthOfMonth())));
            long minor =
                    Math.max(35_00, Math.round(account.usualMinor() * StrictMath.exp(AMOUNT_SPREAD * chance.bell())));
            addInvoice(account, date, minor, chance);
        }
    }

    private void addInvoice(DemoAccount account, LocalDate date, long minor, Chance chance) {
        String order = "PO" + chance.between(410_000, 989_999);
        Bill invoice = new Bill(
                account,
                ItemKind.INVOICE,
                "",
                date,
                date.plusDays(account.termsDays()),
                minor,
                order,
                chance.oneOf(GOODS));
        add(invoice);
        if (chance.perMille(FAULTY_PER_MILLE)) {
            LocalDate corrected = BusinessDays.plus(date, chance.between(4, 16));
            long credited = chance.percent(15) ? minor : Math.max(5_00, Math.round(minor * chance.between(0.04, 0.35)));
            add(new Bill(
                    account,
                    ItemKind.CREDIT_NOTE,
                    "",
                    corrected,
                    corrected,
                    -credited,
                    order,
                    chance.oneOf(FAULTS) + ", " + order));
        }
    }

    private void add(Bill bill) {
        if (!bill.date().isAfter(today)) {
            drafts.add(bill);
        }
    }

    /** Numbers run with the dates, in each entity for itself. */
    private static List<Bill> numbered(List<Bill> drafts) {
        List<Bill> sorted = new ArrayList<>(drafts);
        sorted.sort(Comparator.comparing(Bill::date)
                .thenComparing(bill -> bill.account().key().toString())
                .thenComparing(Bill::kind)
                .thenComparing(Bill::order)
                .thenComparingLong(Bill::minor));
        Map<DemoEntity, Integer> invoices = new EnumMap<>(DemoEntity.class);
        Map<DemoEntity, Integer> credits = new EnumMap<>(DemoEntity.class);
        List<Bill> numbered = new ArrayList<>(sorted.size());
        for (Bill bill : sorted) {
            DemoEntity entity = bill.account().entity();
            String document = bill.kind() == ItemKind.INVOICE
                    ? entity.invoiceNumber(20_000 + invoices.merge(entity, 1, Integer::sum))
                    : entity.creditNumber(3_000 + credits.merge(entity, 1, Integer::sum));
            numbered.add(new Bill(
                    bill.account(),
                    bill.kind(),
                    document,
                    bill.date(),
                    bill.due(),
                    bill.minor(),
                    bill.order(),
                    bill.memo()));
        }
        return List.copyOf(numbered);
    }
}
