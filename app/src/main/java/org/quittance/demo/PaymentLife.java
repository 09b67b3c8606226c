package org.quittance.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quittance.core.ledger.ItemKind;

/**
 * How one account pays what was billed to it, day by day: what each invoice is paid with, what is deducted, what stays open.
 *
 * <p>Every invoice gets its plan first (when, how much, settled how); then the days are lived through in order, since what a payment
 * pays also depends on the credits that are open by then.
 */
final class PaymentLife {

    private static final int ON_ACCOUNT_LEFT_ALONE_DAYS = 40;
    private static final int PAID_TWICE_PER_MILLE = 9;
    private static final int PAID_AHEAD_PER_MILLE = 7;

    private final DemoAccount account;
    private final Period period;
    private final Chance chance;
    private final Map<String, Long> open = new HashMap<>();
    private final List<OpenCredit> credits = new ArrayList<>();
    private final List<Bill> creditNotes = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private final List<Tie> ties = new ArrayList<>();

    private PaymentLife(DemoAccount account, Period period) {
        this.account = account;
        this.period = period;
        this.chance = Chance.of("payments", account.key());
    }

    /**
     * What an account has done.
     *
     * @param creditNotes issued when a dispute was settled or a discount was taken
     */
    record Lived(List<Bill> creditNotes, List<Payment> payments, List<Tie> ties) {}

    /** What is to become of an invoice, or of a part of it, on a day. */
    private record Plan(LocalDate day, Bill bill, long minor, Means means) {}

    private enum Means {
        PAYMENT,
        PAYMENT_LESS_DISCOUNT,
        CREDIT_NOTE
    }

    private static final class OpenCredit {
        final String document;
        final LocalDate usableFrom;
        long minor;

        OpenCredit(String document, LocalDate usableFrom, long minor) {
            this.document = document;
            this.usableFrom = usableFrom;
            this.minor = minor;
        }
    }

    static Lived live(DemoAccount account, List<Bill> bills, Period period) {
        PaymentLife life = new PaymentLife(account, period);
        TreeMap<LocalDate, List<Plan>> days = new TreeMap<>();
        for (Bill bill : bills) {
            if (bill.kind() == ItemKind.CREDIT_NOTE) {
                life.credits.add(new OpenCredit(bill.document(), bill.date().plusDays(2), -bill.minor()));
            } else {
                life.open.put(bill.document(), bill.minor());
                life.plans(bill)
                        .forEach(plan -> days.computeIfAbsent(plan.day(), _ -> new ArrayList<>())
                                .add(plan));
            }
        }
        days.headMap(period.lastDay(), true).forEach(life::live);
        return new Lived(List.copyOf(life.creditNotes), List.copyOf(life.payments), List.copyOf(life.ties));
    }

    private List<Plan> plans(Bill bill) {
        PayerCharacter character = account.customer().character();
        LocalDate thought = character.thinksOfPaying(bill.date(), bill.due(), period.progress(bill.date()), chance);
        LocalDate day = character.run().onOrAfter(thought);
        // Drawn in any case, so that no decision here shifts the chances of the next invoice.
        boolean isShort = chance.percent(character.shortPaidPercent());
        boolean isLeft = chance.percent(character.leftOpenPercent());
        LocalDate settled = BusinessDays.onOrAfter(bill.due().plusDays(chance.between(70, 300)));
        boolean isCredited = chance.percent(50);
        long paid = isShort ? Math.round(bill.minor() * chance.between(0.6, 0.95)) : bill.minor();
        if (bill.date().isAfter(period.lastBilledAndPaid())) {
            return List.of();
        }
        if (hasGoneSilentBy(day)) {
            return List.of();
        }
        Means later = isCredited ? Means.CREDIT_NOTE : Means.PAYMENT;
        if (isLeft) {
            return List.of(new Plan(settled, bill, bill.minor(), later));
        }
        if (isShort) {
            Plan part = new Plan(day, bill, paid, Means.PAYMENT);
            return hasGoneSilentBy(settled)
                    ? List.of(part)
                    : List.of(part, new Plan(settled, bill, bill.minor() - paid, later));
        }
        Means means = character == PayerCharacter.EARLY_DISCOUNT ? Means.PAYMENT_LESS_DISCOUNT : Means.PAYMENT;
        return List.of(new Plan(day, bill, paid, means));
    }

    private boolean hasGoneSilentBy(LocalDate day) {
        return account.customer().character() == PayerCharacter.FAILING
                && day.isAfter(period.today().minusDays(PayerCharacter.SILENT_DAYS));
    }

    private void live(LocalDate day, List<Plan> plans) {
        List<Payment.Part> parts = new ArrayList<>();
        plans.sort(Comparator.comparing((Plan plan) -> plan.bill().document()).thenComparing(Plan::means));
        for (Plan plan : plans) {
            long due = Math.min(plan.minor(), openOf(plan.bill()));
            switch (plan.means()) {
                case CREDIT_NOTE -> settle(day, plan.bill(), due, "Settled", "S");
                case PAYMENT_LESS_DISCOUNT -> {
                    long discount = Math.round(due * PayerCharacter.DISCOUNT_PERCENT / 100.0);
                    settle(day, plan.bill(), discount, "Cash discount 2 %", "D");
                    pay(day, plan.bill(), due - discount, parts);
                }
                case PAYMENT -> pay(day, plan.bill(), due, parts);
            }
        }
        long sum = parts.stream().mapToLong(Payment.Part::minor).sum();
        if (sum > 0) {
            receive(day, sum, parts);
        }
    }

    private void settle(LocalDate day, Bill bill, long minor, String memo, String prefix) {
        if (minor == 0) {
            return;
        }
        String document = prefix + "-" + bill.document();
        creditNotes.add(new Bill(
                account,
                ItemKind.CREDIT_NOTE,
                document,
                day,
                day,
                -minor,
                bill.order(),
                memo + ", " + bill.document()));
        tie(day, document, bill, minor);
    }

    /** Takes open credits first, as the payer does, and pays the rest. */
    private void pay(LocalDate day, Bill bill, long due, List<Payment.Part> parts) {
        long left = due;
        for (OpenCredit credit : credits) {
            if (left > 0 && credit.minor > 0 && !credit.usableFrom.isAfter(day)) {
                long taken = Math.min(left, credit.minor);
                credit.minor -= taken;
                left -= taken;
                tie(day, credit.document, bill, taken);
            }
        }
        if (left > 0) {
            parts.add(new Payment.Part(bill, left));
        }
    }

    private void receive(LocalDate day, long sum, List<Payment.Part> parts) {
        String document = documentOf(day);
        long ahead = chance.perMille(PAID_AHEAD_PER_MILLE) ? Math.max(100_00, sum / 400_00 * 100_00) : 0;
        payments.add(new Payment(account, document, day, sum + ahead, parts));
        parts.forEach(part -> tie(day, document, part.bill(), part.minor()));
        if (ahead > 0) {
            credits.add(new OpenCredit(document, day.plusDays(ON_ACCOUNT_LEFT_ALONE_DAYS), ahead));
        }
        LocalDate again = BusinessDays.plus(day, chance.between(2, 6));
        if (chance.perMille(PAID_TWICE_PER_MILLE) && !again.isAfter(period.lastDay())) {
            String second = documentOf(again) + "-" + (payments.size() + 1);
            payments.add(new Payment(account, second, again, sum, List.of()));
            credits.add(new OpenCredit(second, again.plusDays(ON_ACCOUNT_LEFT_ALONE_DAYS), sum));
        }
    }

    private String documentOf(LocalDate day) {
        return "%s%02d%02d%02d-%s"
                .formatted(
                        account.entity().code(),
                        day.getYear() % 100,
                        day.getMonthValue(),
                        day.getDayOfMonth(),
                        account.customer().number());
    }

    private void tie(LocalDate day, String credit, Bill bill, long minor) {
        open.merge(bill.document(), -minor, Long::sum);
        ties.add(new Tie(day, credit, bill.document(), minor));
    }

    private long openOf(Bill bill) {
        return open.getOrDefault(bill.document(), 0L);
    }

    /**
     * The days that matter.
     *
     * @param first the first day of the history
     * @param today the base date
     * @param lastDay up to which payments are known, those that are only announced among them
     * @param lastBilledAndPaid bills of later days have been paid by nobody yet
     */
    record Period(LocalDate first, LocalDate today, LocalDate lastDay, LocalDate lastBilledAndPaid) {

        /** How much of the history has passed by a day: 0 at its beginning, 1 at its end. */
        double progress(LocalDate day) {
            return (double) ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, today);
        }
    }
}
