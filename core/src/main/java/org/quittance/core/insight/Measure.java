package org.quittance.core.insight;

/** What is measured, in which unit, and by which formula; pages print the formula beside the figure. */
public enum Measure {
    DSO("Days sales outstanding", Unit.DAYS, "receivables x days / credit sales"),
    BEST_POSSIBLE_DSO("Best possible DSO", Unit.DAYS, "receivables not yet due x days / credit sales"),
    DELINQUENT_DSO("Delinquent DSO", Unit.DAYS, "overdue receivables x days / credit sales"),
    AVERAGE_DAYS_DELINQUENT("Average days delinquent", Unit.DAYS, "DSO - best possible DSO"),
    COUNTBACK_DSO(
            "Countback DSO",
            Unit.DAYS,
            "days of the newest months whose sales the receivables cover, and the covered part of the next month's days"),
    TRUE_DSO(
            "True DSO",
            Unit.DAYS,
            "sum over open items of (report date - document date) x open amount / credit sales of the month of sale"),
    COLLECTION_EFFECTIVENESS(
            "Collection effectiveness index",
            Unit.PERCENT,
            "(opening receivables + credit sales - closing receivables)"
                    + " / (opening receivables + credit sales - closing receivables not yet due) x 100"),
    WEIGHTED_DAYS_LATE("Weighted days late", Unit.DAYS, "sum of (amount x days late) / sum of amounts");

    /** What a figure counts. */
    public enum Unit {
        DAYS,
        PERCENT
    }

    private final String label;
    private final Unit unit;
    private final String formula;

    Measure(String label, Unit unit, String formula) {
        this.label = label;
        this.unit = unit;
        this.formula = formula;
    }

    public String label() {
        return label;
    }

    public Unit unit() {
        return unit;
    }

    public String formula() {
        return formula;
    }
}
