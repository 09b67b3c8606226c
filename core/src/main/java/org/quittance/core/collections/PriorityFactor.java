package org.quittance.core.collections;

/** The facts that a priority counts, as the credit manager weighs them. */
public enum PriorityFactor {
    AMOUNT_AT_RISK("Amount at risk", "for the reference amount; about twice as many for ten times as much"),
    OLDEST("Age of the oldest item", "for every ten days overdue"),
    UNREAD_ANSWER("An answer waits to be read", "for each day since it came, that day with it"),
    BROKEN_PROMISES("Broken promises", "for each that is still unpaid"),
    PAYING_HABIT("Pays late by habit", "for every ten days late"),
    LATE_ODDS("Likely to stay unpaid", "for every ten per cent of chance that it stays unpaid two weeks more"),
    WORSENING("Pays later than before", "for every ten days later"),
    LIMIT_USE("Credit limit in use", "for every tenth of the limit beyond four fifths"),
    ROLLING_OVER("Enters the next ageing band", "for the reference amount; about twice as many for ten times as much"),
    CUSTOMER_VALUE(
            "What the customer buys",
            "for the reference amount billed a month; about twice as many for ten times as much"),
    MONTH_END("The month ends", "in the last days of a month");

    private final String label;
    private final String unit;

    PriorityFactor(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    public String label() {
        return label;
    }

    /** What its points are given for. */
    public String unit() {
        return unit;
    }
}
