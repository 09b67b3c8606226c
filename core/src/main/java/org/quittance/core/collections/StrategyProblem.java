package org.quittance.core.collections;

/**
 * What is wrong with a strategy as it was entered.
 *
 * @param step the id of the step at fault; empty where the whole strategy is
 */
public record StrategyProblem(Kind kind, String step) {

    /** The part of a strategy, or of one of its steps, that a problem lies in. */
    public enum Part {
        NAME,
        PLACE,
        AUDIENCE,
        OVERDUE,
        OLDEST,
        DAYS_BEYOND,
        STEPS,
        ACTION,
        DAY,
        WAIT,
        MINIMUM,
        EXECUTION,
        REPETITION,
        ENCLOSURE,
        DISPATCH,
        APPROVAL,
        OWNER
    }

    /** The named problems. */
    public enum Kind {
        NO_NAME(Part.NAME, "Give the strategy a name"),
        NO_STEPS(Part.STEPS, "Add at least one step"),
        NO_ID(Part.STEPS, "Give the step an id"),
        DUPLICATE_ID(Part.STEPS, "Two steps have the same id; rename one"),
        NOT_A_STEP(Part.ACTION, "This action follows from the account's standing and cannot be a step; choose another"),
        LEVEL_NOT_ASCENDING(Part.STEPS, "Each step needs a higher level than the one before it"),
        OUT_OF_ORDER(Part.DAY, "The step is due before the one above it; sort the steps by their days"),
        NOTICE_OUT_OF_ORDER(Part.ACTION, "A notice comes after a stronger one; sort the notices"),
        REMINDER_AFTER_DUE(Part.DAY, "A reminder before due needs a day on or before the due date"),
        CHASES_BEFORE_DUE(Part.DAY, "Only a reminder may go before the item is overdue; choose day 1 or later"),
        NEGATIVE_WAIT(Part.WAIT, "The wait cannot be negative"),
        REPEATS_WITHOUT_WAIT(Part.WAIT, "A step that is repeated needs a wait of at least one day"),
        REPEATS_BEFORE_THE_END(Part.REPETITION, "Only the last step can be repeated"),
        NEGATIVE_MINIMUM(Part.MINIMUM, "The minimum amount cannot be negative"),
        CANNOT_BE_AUTOMATIC(
                Part.EXECUTION, "The night sends reminders and notices; everything else is done by a person"),
        COPIES_WITHOUT_LETTER(Part.ENCLOSURE, "Copies go with letters only; choose none for this step"),
        PAPER_WITHOUT_LETTER(Part.DISPATCH, "Only letters go by post; let this step travel as the customer is reached"),
        OWNER_OF_THE_NIGHT(
                Part.OWNER,
                "What the night sends is nobody's to do; let a person take the step, or leave it to the collector"),
        APPROVES_NO_MESSAGE(
                Part.APPROVAL,
                "Only letters and text messages wait for an approval; what is recommended is approved as an escalation"),
        NEGATIVE_OVERDUE(Part.OVERDUE, "Overdue amounts that are asked for are more than zero"),
        OVERDUE_IN_TWO_CURRENCIES(Part.OVERDUE, "Give both overdue amounts in one currency"),
        EMPTY_OVERDUE(
                Part.OVERDUE,
                "Nobody owes at least the one overdue amount and less than the other; swap or widen them"),
        EMPTY_OLDEST(Part.OLDEST, "The age of the oldest item ends before it begins; swap or widen the days"),
        TOO_OLD_WHEN_DUE(
                Part.OLDEST,
                "Its condition asks for a younger oldest item than there can be when the step is due; raise the days or take them away"),
        EMPTY_DAYS_BEYOND(Part.DAYS_BEYOND, "The days beyond terms end before they begin; swap or widen them"),
        LAST_IS_FOR_EVERYONE(
                Part.AUDIENCE,
                "The standard strategy is for every account that no other is for; take its conditions away"),
        NO_PLACE(Part.PLACE, "Give the strategy a place in the order, from 1 to 9999");

        private final Part part;
        private final String remedy;

        Kind(Part part, String remedy) {
            this.part = part;
            this.remedy = remedy;
        }

        /** Where to look for it. */
        public Part part() {
            return part;
        }

        public String remedy() {
            return remedy;
        }
    }

    @Override
    public String toString() {
        return step.isEmpty() ? kind.remedy() : "Step %s: %s".formatted(step, kind.remedy());
    }
}
