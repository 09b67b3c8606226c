package org.quittance.core.targets;

/**
 * What a target is set for. Each says by which formula it is measured, and counts nothing that is not on record.
 *
 * <p>Example: contacts, at least 120 in March.
 */
public enum TargetMeasure {
    CASH_COLLECTED(
            "Cash collected",
            Unit.MONEY,
            Sense.AT_LEAST,
            "Money received in the month, by its bank date, on accounts that lay in the portfolio on that day, in the currency of the target: what has"
                    + " paid items and what lies on account. What was taken back does not count."),
    OVERDUE_AT_END(
            "Overdue at month end",
            Unit.MONEY,
            Sense.AT_MOST,
            "Debits past due at the end of the month, or today while it lasts, of accounts that lie in the portfolio today, in the currency of the"
                    + " target. Credits are not deducted."),
    PROMISES_KEPT(
            "Promises kept",
            Unit.COUNT,
            Sense.AT_LEAST,
            "Promises due in the month that money has kept in full and in time: of a person those that they took, whoever works the accounts now, of a"
                    + " portfolio those of its accounts."),
    CONTACTS(
            "Contacts",
            Unit.COUNT,
            Sense.AT_LEAST,
            "Calls, messages and the like made in the month; one about several accounts counts once: of a person their own, whoever works the"
                    + " accounts now, of a portfolio those that people made about its accounts. What has not left does not count.");

    /** In what it is counted. */
    public enum Unit {
        MONEY,
        COUNT
    }

    /** On which side of the goal one wants to be. */
    public enum Sense {
        AT_LEAST,
        AT_MOST
    }

    private final String label;
    private final Unit unit;
    private final Sense sense;
    private final String formula;

    TargetMeasure(String label, Unit unit, Sense sense, String formula) {
        this.label = label;
        this.unit = unit;
        this.sense = sense;
        this.formula = formula;
    }

    public String label() {
        return label;
    }

    public Unit unit() {
        return unit;
    }

    public boolean isMoney() {
        return unit == Unit.MONEY;
    }

    public Sense sense() {
        return sense;
    }

    public String formula() {
        return formula;
    }
}
