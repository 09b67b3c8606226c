package org.quittance.core.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.quittance.core.calendar.BusinessCalendar;
import org.quittance.core.money.Money;

/**
 * The instalments of a plan.
 *
 * <p>Invariants: at least two; numbered from 1; each due after the one before; all of one currency. Their sum is exactly what was to be
 * repaid. Example: 100.00 in three equal instalments is 33.34, 33.33, 33.33: what does not divide is paid with the first instalment,
 * a minor unit at most for each instalment, so that the customer never ends with an odd rest.
 */
public record Schedule(List<Instalment> instalments) {

    public static final int MOST_INSTALMENTS = 60;

    public Schedule {
        instalments = List.copyOf(instalments);
        if (instalments.size() < 2 || instalments.size() > MOST_INSTALMENTS) {
            throw new IllegalArgumentException("A plan of %d instalments".formatted(instalments.size()));
        }
        for (int i = 0; i < instalments.size(); i++) {
            Instalment instalment = instalments.get(i);
            if (instalment.number() != i + 1
                    || (i > 0
                            && !instalment
                                    .dueOn()
                                    .isAfter(instalments.get(i - 1).dueOn()))) {
                throw new IllegalArgumentException("Instalment %d of %s, due on %s, stands at place %d"
                        .formatted(instalment.number(), instalment.amount(), instalment.dueOn(), i + 1));
            }
        }
    }

    /** Why there is no such schedule, in the order of the checks. */
    public enum Refusal {
        NOTHING_TO_REPAY("There is nothing to repay; choose open items"),
        TOO_FEW("A plan has two instalments at least; one is a promise"),
        TOO_MANY("A plan has sixty instalments at most"),
        TOO_SMALL("The amount does not divide into so many instalments"),
        NOT_IN_ORDER("Each instalment is due after the one before; put them in order"),
        SUM_DIFFERS("The instalments do not add up to what is to be repaid; correct one of them");

        private final String sentence;

        Refusal(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** The schedule, or why there is none. */
    public sealed interface Drawn {
        record Agreed(Schedule schedule) implements Drawn {}

        record Refused(Refusal reason) implements Drawn {}
    }

    /** An instalment as somebody proposes it. */
    public record Wish(LocalDate dueOn, Money amount) {}

    /**
     * Equal instalments at equal distances, each on a business day of the calendar on or after its own.
     *
     * @param first the day of the first
     */
    public static Drawn equal(Money total, int count, LocalDate first, Interval interval, BusinessCalendar calendar) {
        if (!total.isPositive()) {
            return new Drawn.Refused(Refusal.NOTHING_TO_REPAY);
        }
        if (count < 2) {
            return new Drawn.Refused(Refusal.TOO_FEW);
        }
        if (count > MOST_INSTALMENTS) {
            return new Drawn.Refused(Refusal.TOO_MANY);
        }
        long each = total.minor() / count;
        long rest = total.minor() % count;
        if (each == 0) {
            return new Drawn.Refused(Refusal.TOO_SMALL);
        }
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Money amount = Money.ofMinor(i == 0 ? each + rest : each, total.currency());
            wishes.add(new Wish(calendar.onOrAfter(interval.after(first, i)), amount));
        }
        return custom(total, wishes);
    }

    /** Instalments as they were agreed one by one; their sum must be what is to be repaid. */
    public static Drawn custom(Money total, List<Wish> wishes) {
        if (!total.isPositive()) {
            return new Drawn.Refused(Refusal.NOTHING_TO_REPAY);
        }
        if (wishes.size() < 2) {
            return new Drawn.Refused(Refusal.TOO_FEW);
        }
        if (wishes.size() > MOST_INSTALMENTS) {
            return new Drawn.Refused(Refusal.TOO_MANY);
        }
        if (wishes.stream().anyMatch(wish -> !wish.amount().isPositive())) {
            return new Drawn.Refused(Refusal.TOO_SMALL);
        }
        List<Instalment> instalments = new ArrayList<>();
        Money sum = Money.zero(total.currency());
        for (int i = 0; i < wishes.size(); i++) {
            Wish wish = wishes.get(i);
            if (i > 0 && !wish.dueOn().isAfter(wishes.get(i - 1).dueOn())) {
                return new Drawn.Refused(Refusal.NOT_IN_ORDER);
            }
            instalments.add(new Instalment(i + 1, wish.dueOn(), wish.amount()));
            sum = sum.plus(wish.amount());
        }
        return sum.equals(total) ? new Drawn.Agreed(new Schedule(instalments)) : new Drawn.Refused(Refusal.SUM_DIFFERS);
    }

    public Money total() {
        return instalments.stream().map(Instalment::amount).reduce(Money::plus).orElseThrow();
    }

    public LocalDate lastDay() {
        return instalments.getLast().dueOn();
    }
}
