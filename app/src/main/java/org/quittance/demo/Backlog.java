package org.quittance.demo;

import java.time.LocalDate;
import java.util.List;

/** How far back the bank statements of the demo company are still to be imported, as files. */
public enum Backlog {
    /** A visitor's five minutes. */
    WEEK(6),
    /** A month's work of a cash applier, month end and all. */
    MONTH(23);

    private final int businessDays;

    Backlog(int businessDays) {
        this.businessDays = businessDays;
    }

    int businessDays() {
        return businessDays;
    }

    /** The business days on which the banks have reported what is still to be imported, oldest first. */
    List<LocalDate> daysBefore(LocalDate today) {
        return BusinessDays.before(today, businessDays);
    }
}
