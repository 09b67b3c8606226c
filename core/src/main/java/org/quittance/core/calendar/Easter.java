package org.quittance.core.calendar;

import java.time.LocalDate;

/** The date of Easter Sunday in the Gregorian calendar. */
public final class Easter {

    private Easter() {}

    /** The Sunday of the year, by the algorithm that Nature published in 1876 and Meeus, Jones and Butcher passed on. */
    public static LocalDate sundayOf(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int lunarCorrection = (century - (century + 8) / 25 + 1) / 3;
        int fullMoon = (19 * golden + century - century / 4 - lunarCorrection + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - fullMoon - ofCentury % 4) % 7;
        int lateMoon = (golden + 11 * fullMoon + 22 * weekday) / 451;
        int day = fullMoon + weekday - 7 * lateMoon + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
