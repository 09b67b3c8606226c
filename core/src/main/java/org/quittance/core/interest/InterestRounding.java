package org.quittance.core.interest;

/** Where interest is rounded to the minor unit. Both are used; for 5,000.00 over 101 days they differ by 0.19. */
public enum InterestRounding {
    /** Once, on the whole of a claim. */
    ON_THE_TOTAL,
    /** On the interest of one day, which is then multiplied by the days. */
    ON_EACH_DAY
}
