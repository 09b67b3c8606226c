package org.quittance.formats.table;

/**
 * Keeps text from becoming a formula when a spreadsheet opens a CSV file.
 *
 * <p>A customer may be called {@code =HYPERLINK(...)}; a spreadsheet would run it. Text that begins like a formula gets an apostrophe in
 * front, which the spreadsheets take for "this is text". A plain number such as {@code -12.50} keeps its sign and stays as it is.
 */
public final class FormulaGuard {

    private static final String STARTS = "=+-@\t\r";
    private static final String IN_NUMBERS = "0123456789.,' \u00a0\u202f";

    private FormulaGuard() {}

    /** The text as it may be written to CSV: {@code =1+1} becomes {@code '=1+1}. */
    public static String guarded(String text) {
        return needsGuard(text) ? "'" + text : text;
    }

    /** The text as it was before {@link #guarded}. */
    public static String unguarded(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && STARTS.indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    private static boolean needsGuard(String text) {
        if (text.isEmpty() || STARTS.indexOf(text.charAt(0)) < 0) {
            return false;
        }
        boolean signed = text.charAt(0) == '-' || text.charAt(0) == '+';
        return !(signed && text.length() > 1 && isNumber(text));
    }

    private static boolean isNumber(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (IN_NUMBERS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
