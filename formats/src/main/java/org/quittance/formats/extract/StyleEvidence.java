package org.quittance.formats.extract;

/**
 * What the cells themselves say about the order of dates and the decimal mark.
 *
 * <p>A thirteenth day decides: 13/04 is day first, 04/13 month first. A mark that is followed by other than three digits is the
 * decimal mark, and so is the last one of two. What decides nothing is counted as open.
 */
final class StyleEvidence {

    /** Dates with a day above 12 in first and in second place, with a point between, with a year in front, and undecided ones. */
    private long dayFirst;

    private long monthFirst;
    private long yearFirst;
    private long dotted;
    private long openDates;
    private String openDate = "";

    private long points;
    private long commas;
    private long openAmounts;
    private String openAmount = "";

    void takeDate(String text) {
        if (!(DateParts.of(text) instanceof DateParts.Numbers(int first, int second, int third, boolean sure))
                || sure) {
            return;
        }
        if (first > 31 && third <= 31) {
            yearFirst++;
        } else if (first > 12 && second <= 12) {
            dayFirst++;
        } else if (second > 12 && first <= 12) {
            monthFirst++;
        } else if (text.indexOf('.') > 0) {
            dotted++;
        } else if (first != second) {
            openDates++;
            openDate = openDate.isEmpty() ? text : openDate;
        }
    }

    void takeAmount(String text) {
        int point = text.lastIndexOf('.');
        int comma = text.lastIndexOf(',');
        if (point >= 0 && comma >= 0) {
            points += point > comma ? 1 : 0;
            commas += comma > point ? 1 : 0;
        } else if (point >= 0) {
            boolean decimal = isDecimal(text, point);
            points += decimal ? 1 : 0;
            noteOpen(text, point, decimal);
        } else if (comma >= 0) {
            boolean decimal = isDecimal(text, comma);
            commas += decimal ? 1 : 0;
            noteOpen(text, comma, decimal);
        }
    }

    private void noteOpen(String text, int mark, boolean decimal) {
        if (decimal) {
            return;
        }
        char c = text.charAt(mark);
        if (text.indexOf(c) < mark) {
            // 1.234.567 groups thousands: the other one is the decimal mark
            points += c == ',' ? 1 : 0;
            commas += c == '.' ? 1 : 0;
        } else {
            openAmounts++;
            openAmount = openAmount.isEmpty() ? text : openAmount;
        }
    }

    private static boolean isDecimal(String text, int mark) {
        int digits = 0;
        while (mark + 1 + digits < text.length() && Character.isDigit(text.charAt(mark + 1 + digits))) {
            digits++;
        }
        boolean onlyZeroBefore =
                mark > 0 && text.charAt(mark - 1) == '0' && (mark == 1 || !Character.isDigit(text.charAt(mark - 2)));
        boolean onlyOne = text.indexOf(text.charAt(mark)) == mark;
        return onlyOne && (digits != 3 || onlyZeroBefore || mark == 0);
    }

    boolean isDateOrderOpen() {
        return openDates > 0 && dayFirst + monthFirst + yearFirst + dotted == 0;
    }

    boolean isDateOrderMixed() {
        return dayFirst > 0 && monthFirst > 0;
    }

    boolean isDecimalMarkOpen() {
        return openAmounts > 0 && points + commas == 0;
    }

    DateOrder dateOrder(DateOrder customary) {
        if (yearFirst > dayFirst + monthFirst) {
            return DateOrder.YMD;
        }
        if (dayFirst + monthFirst == 0) {
            return dotted > 0 ? DateOrder.DMY : customary;
        }
        return dayFirst >= monthFirst ? DateOrder.DMY : DateOrder.MDY;
    }

    DecimalMark decimalMark(DecimalMark customary) {
        if (points == commas) {
            return customary;
        }
        return points > commas ? DecimalMark.POINT : DecimalMark.COMMA;
    }

    String openDate() {
        return openDate;
    }

    String openAmount() {
        return openAmount;
    }
}
