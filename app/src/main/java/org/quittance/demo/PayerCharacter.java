package org.quittance.demo;

import java.time.LocalDate;
import java.time.Month;
import org.quittance.core.ledger.CashDiscount;

/**
 * What sort of payer a customer is. All that the history knows of a character stands here.
 *
 * <p>Days late are drawn around {@code usualDaysLate} with {@code spreadDays}; {@code driftDays} is by how much they have grown from the
 * first day of the history to the last. The percentages are of invoices.
 */
public enum PayerCharacter {
    PROMPT("Pays on the day", -5, 2, 0, 0, 0, PayRun.ANY_DAY, Citing.EXACT, 430),
    EARLY_DISCOUNT("Pays within ten days and takes 2 %", -2, 1, 0, 0, 0, PayRun.ANY_DAY, Citing.EXACT, 90),
    RELAXED("Pays a week or two late", 5, 3, 0, 1, 0, PayRun.THURSDAYS, Citing.EXACT, 140),
    SLOW("Pays when reminded, about a month late", 24, 8, 4, 2, 2, PayRun.THURSDAYS, Citing.WRAPPED, 60),
    WORSENING("Was prompt, and pays later every month", 4, 4, 29, 1, 0, PayRun.ANY_DAY, Citing.ORDERS, 55),
    MONTH_END("Pays what is due at the end of the month", -13, 3, 0, 0, 0, PayRun.MONTH_END, Citing.WRAPPED, 90),
    DISPUTING("Pays short, and leaves items open", 8, 6, 0, 16, 16, PayRun.ANY_DAY, Citing.EXACT, 45),
    FAILING("Has gone silent", 22, 8, 12, 4, 0, PayRun.ANY_DAY, Citing.CUSTOMER_NUMBER, 25),
    BULK(
            "Pays many invoices at once and writes nothing of use",
            -6,
            4,
            0,
            2,
            1,
            PayRun.TWICE_A_MONTH,
            Citing.RUBBISH,
            10),
    SEASONAL("Buys in spring and pays after the summer", 3, 3, 0, 0, 0, PayRun.ANY_DAY, Citing.LAST_DIGITS, 50);

    /** How many days ago a failing payer paid for the last time. */
    static final int SILENT_DAYS = 95;

    static final int DISCOUNT_PERCENT = 2;
    static final CashDiscount DISCOUNT = new CashDiscount(DISCOUNT_PERCENT * 100, 10);

    private final String label;
    private final int usualDaysLate;
    private final double spreadDays;
    private final int driftDays;
    private final int shortPaidPercent;
    private final int leftOpenPercent;
    private final PayRun run;
    private final Citing citing;
    private final int perMilleOfCustomers;

    PayerCharacter(
            String label,
            int usualDaysLate,
            double spreadDays,
            int driftDays,
            int shortPaidPercent,
            int leftOpenPercent,
            PayRun run,
            Citing citing,
            int perMilleOfCustomers) {
        this.label = label;
        this.usualDaysLate = usualDaysLate;
        this.spreadDays = spreadDays;
        this.driftDays = driftDays;
        this.shortPaidPercent = shortPaidPercent;
        this.leftOpenPercent = leftOpenPercent;
        this.run = run;
        this.citing = citing;
        this.perMilleOfCustomers = perMilleOfCustomers;
    }

    public String label() {
        return label;
    }

    int shortPaidPercent() {
        return shortPaidPercent;
    }

    int leftOpenPercent() {
        return leftOpenPercent;
    }

    /** When it pays what it has decided to pay. */
    PayRun run() {
        return run;
    }

    /** How it mostly writes what a payment is for. */
    Citing citing() {
        return citing;
    }

    /** How much of a month's usual business a customer of the character does in a month of the year. */
    double season(Month month) {
        if (this != SEASONAL) {
            return month == Month.AUGUST || month == Month.DECEMBER ? 0.8 : 1.0;
        }
        return switch (month) {
            case FEBRUARY, MARCH, APRIL, MAY -> 2.4;
            case JUNE, SEPTEMBER -> 0.8;
            case JANUARY, JULY, AUGUST, OCTOBER, NOVEMBER, DECEMBER -> 0.2;
        };
    }

    /** The day it thinks of paying an invoice, before the pay run. */
    LocalDate thinksOfPaying(LocalDate billed, LocalDate due, double progress, Chance chance) {
        if (this == EARLY_DISCOUNT) {
            return billed.plusDays(DISCOUNT.days() - 1 - chance.between(0, 2));
        }
        double late = usualDaysLate + driftDays * progress + spreadDays * chance.bell();
        LocalDate thought = due.plusDays(Math.round(late));
        if (this == SEASONAL && billed.getMonth().compareTo(Month.MAY) <= 0 && billed.getMonth() != Month.JANUARY) {
            return thought.plusDays(20);
        }
        return thought.isBefore(billed) ? billed : thought;
    }

    /** The character of a customer drawn at random, as often as each occurs. */
    static PayerCharacter drawn(Chance chance) {
        int left = chance.between(1, 1_000);
        for (PayerCharacter character : values()) {
            left -= character.perMilleOfCustomers;
            if (left <= 0) {
                return character;
            }
        }
        return PROMPT;
    }
}
