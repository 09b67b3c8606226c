package org.quittance.core.targets;

/**
 * How far somebody has come towards a target.
 *
 * <p>Example: 50 of 120 contacts when 10 of 22 days are gone is behind: 120 / 22 a day would have made 55.
 *
 * @param goal in minor units or as a count
 * @param reached in the same
 */
public record Progress(TargetMeasure measure, long goal, long reached, WorkingDays days) {

    /** What that means. */
    public enum Standing {
        REACHED("Reached"),
        ON_COURSE("On course"),
        BEHIND("Behind"),
        MISSED("Missed");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Standing standing() {
        return switch (measure.sense()) {
            case AT_LEAST -> atLeast();
            case AT_MOST -> atMost();
        };
    }

    private Standing atLeast() {
        if (reached >= goal) {
            return Standing.REACHED;
        }
        if (days.areOver()) {
            return Standing.MISSED;
        }
        boolean isInTime =
                Math.multiplyExact(reached, (long) days.inMonth()) >= Math.multiplyExact(goal, (long) days.gone());
        return isInTime ? Standing.ON_COURSE : Standing.BEHIND;
    }

    private Standing atMost() {
        if (reached <= goal) {
            return days.areOver() ? Standing.REACHED : Standing.ON_COURSE;
        }
        return days.areOver() ? Standing.MISSED : Standing.BEHIND;
    }
}
