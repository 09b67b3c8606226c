package org.quittance.core.cash;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A remittance text cut into runs of digits and runs of letters.
 *
 * <p>{@code "NO 1: 21225790\n11NO 2"} has the runs NO, 1, 21225790, 11, NO, 2. A number may be written over several neighbouring
 * runs, with nothing, blanks or a hyphen, stroke, point or underline between them; a <em>window</em> is such a row of runs. All
 * runs stand one after the other in {@link #compact}, so that a window is a stretch of it. A run of digits is never cut: 14 is not
 * read inside 1814.
 */
final class Reading {

    /** More pieces than this are not one number. */
    private static final int MOST_RUNS = 6;

    private static final int LONGEST = 40;

    /** More digits than this in one run are several numbers. */
    private static final int LONG_ROW = 16;

    /** A word of more letters does not belong to the number after it, unless it touches it. */
    private static final int LONGEST_PREFIX = 4;

    private static final int LONGEST_GAP = 5;
    private static final Set<String> LIST_WORDS = Set.of("UND", "AND", "U", "ET", "EN", "Y", "E");
    private static final Set<String> RANGE_WORDS = Set.of("BIS", "TO", "THROUGH", "TILL", "TM", "A", "AU", "TOT");
    private static final Pattern MONTH = Pattern.compile(
            "(?:(?:0?[1-9]|1[0-2])[./-](?:19|20)[0-9]{2})|(?:(?:19|20)[0-9]{2}[./-](?:0?[1-9]|1[0-2]))");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]+[.,][0-9]{2}(?![0-9])");

    private static final char TOUCHING = 0;
    private static final char BLANK = ' ';

    /** The bank's end of a line: a number goes on behind it, its punctuation too. */
    private static final char WRAP = '\n';

    private static final char APART = '|';

    /** Neighbouring runs read as one number. Positions are those of the text. */
    record Window(int firstRun, int lastRun, int compactFrom, int compactTo, int start, int end) {

        int length() {
            return compactTo - compactFrom;
        }
    }

    private record Run(int from, int to, int start, int end, boolean digits, char before) {}

    private final String text;
    final char[] compact;
    private final List<Run> runs = new ArrayList<>();
    private final List<List<Window>> windows = new ArrayList<>();

    Reading(String text) {
        this.text = text;
        compact = new char[text.length()];
        cut();
        for (int run = 0; run < runs.size(); run++) {
            windows.add(windowsBeginningWith(run));
        }
    }

    int runs() {
        return runs.size();
    }

    String text(int start, int end) {
        return text.substring(start, end);
    }

    /** Where in the text a character of {@link #compact} stands. */
    int textPosition(int compactPosition) {
        for (Run run : runs) {
            if (compactPosition < run.to()) {
                return run.start() + compactPosition - run.from();
            }
        }
        throw new IllegalArgumentException("position " + compactPosition + " of " + compact.length);
    }

    /** The windows that begin with a run, shortest first, each with at least one digit. */
    List<Window> windowsFrom(int run) {
        return windows.get(run);
    }

    private List<Window> windowsBeginningWith(int first) {
        List<Window> windows = new ArrayList<>(2);
        boolean digits = false;
        for (int last = first; last < Math.min(runs.size(), first + MOST_RUNS); last++) {
            if (last > first && !joinable(last)) {
                break;
            }
            Run begin = runs.get(first);
            Run end = runs.get(last);
            if (last > first && end.to() - begin.from() > LONGEST) {
                break;
            }
            digits |= end.digits();
            if (digits) {
                windows.add(new Window(first, last, begin.from(), end.to(), begin.start(), end.end()));
            }
        }
        return windows;
    }

    /**
     * Digits in a row, blanks not counted, too many for one number: several written as one, perhaps with errors. Each row as long
     * as it goes.
     */
    List<Window> longRows() {
        List<Window> rows = new ArrayList<>(0);
        int first = 0;
        while (first < runs.size()) {
            int last = first;
            while (last + 1 < runs.size() && runs.get(last).digits() && continuesRow(last + 1)) {
                last++;
            }
            Run begin = runs.get(first);
            Run end = runs.get(last);
            if (begin.digits() && end.to() - begin.from() >= LONG_ROW) {
                rows.add(new Window(first, last, begin.from(), end.to(), begin.start(), end.end()));
            }
            first = last + 1;
        }
        return rows;
    }

    private boolean continuesRow(int run) {
        Run other = runs.get(run);
        return other.digits() && (other.before() == BLANK || other.before() == TOUCHING);
    }

    /** The first run that begins at a place of the text or behind it; {@link #runs} where there is none. */
    int runAtOrAfter(int textPosition) {
        int run = 0;
        while (run < runs.size() && runs.get(run).start() < textPosition) {
            run++;
        }
        return run;
    }

    int start(int run) {
        return runs.get(run).start();
    }

    int end(int run) {
        return runs.get(run).end();
    }

    boolean isDigits(int run) {
        return runs.get(run).digits();
    }

    String word(int run) {
        return new String(
                compact,
                runs.get(run).from(),
                runs.get(run).to() - runs.get(run).from());
    }

    /** Whether the run is a word between the numbers of a list or a range. */
    boolean isWord(int run) {
        return LIST_WORDS.contains(word(run)) || RANGE_WORDS.contains(word(run));
    }

    /** Whether the run goes on with a list or a range that has begun before it: not far away, and neither a day nor an amount. */
    boolean continuesList(int run) {
        if (run == 0) {
            return false;
        }
        String gap = text.substring(runs.get(run - 1).end(), runs.get(run).start());
        boolean near = !gap.isEmpty()
                && gap.length() <= LONGEST_GAP
                && gap.chars().allMatch(c -> " \n,;/+&-.".indexOf(c) >= 0);
        return near && (gap.equals("/") || !isInsideDateOrAmount(run));
    }

    /** Whether a range goes to this run, and not a list: a hyphen or points before it, or a word that says so. */
    boolean isRangeBefore(int run) {
        String gap =
                text.substring(runs.get(run - 1).end(), runs.get(run).start()).strip();
        return gap.equals("-") || gap.startsWith("..") || RANGE_WORDS.contains(word(run));
    }

    /** Whether the run belongs to a day, or is followed by the decimals of an amount. */
    boolean isInsideDateOrAmount(int run) {
        for (int i = Math.max(0, run - 2); i <= run; i++) {
            if (isDateAt(i)) {
                return true;
            }
        }
        return AMOUNT.matcher(text).region(runs.get(run).start(), text.length()).lookingAt();
    }

    /** Whether there are blanks inside. */
    boolean isSpaced(Window window) {
        for (int i = window.firstRun() + 1; i <= window.lastRun(); i++) {
            if (runs.get(i).before() == BLANK) {
                return true;
            }
        }
        return false;
    }

    /** Whether the window is one piece, however punctuated: neither spaced nor cut out of a longer word of letters and digits. */
    boolean standsAlone(Window window) {
        boolean before = window.firstRun() == 0 || separates(window.firstRun(), window.firstRun() - 1);
        boolean after = window.lastRun() + 1 == runs.size() || separates(window.lastRun() + 1, window.lastRun() + 1);
        return before && after;
    }

    int digitsIn(Window window) {
        int digits = 0;
        for (int i = window.compactFrom(); i < window.compactTo(); i++) {
            if (ReferenceKey.isDigit(compact[i])) {
                digits++;
            }
        }
        return digits;
    }

    /** A day written as day, month and year with points, strokes or hyphens, in any order, or part of one. */
    boolean isInsideDate(Window window) {
        for (int i = Math.max(0, window.firstRun() - 2); i <= window.lastRun(); i++) {
            if (isDateAt(i)) {
                return true;
            }
        }
        return false;
    }

    /** A month and a year, as 06/2026. */
    boolean isMonth(Window window) {
        return MONTH.matcher(text.substring(window.start(), window.end())).matches();
    }

    /** Eight digits that may be a day as well as a number. */
    boolean looksLikeDate(Window window) {
        if (window.length() != 8 || digitsIn(window) != 8) {
            return false;
        }
        int from = window.compactFrom();
        return isDay(number(from, 4), number(from + 4, 2), number(from + 6, 2))
                || isDay(number(from + 4, 4), number(from + 2, 2), number(from, 2))
                || isDay(number(from + 4, 4), number(from, 2), number(from + 2, 2));
    }

    private void cut() {
        int written = 0;
        int i = 0;
        char before = APART;
        while (i < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(i))) {
                before = gap(before, text.charAt(i++));
                continue;
            }
            boolean digits = ReferenceKey.isDigit(text.charAt(i));
            int start = i;
            int from = written;
            while (i < text.length()
                    && Character.isLetterOrDigit(text.charAt(i))
                    && ReferenceKey.isDigit(text.charAt(i)) == digits) {
                compact[written++] = Character.toUpperCase(text.charAt(i++));
            }
            char gap = before == WRAP ? BLANK : before;
            runs.add(new Run(from, written, start, i, digits, runs.isEmpty() ? APART : gap));
            before = TOUCHING;
        }
    }

    /** What two runs have between them, one more character taken in: blanks count for nothing beside another mark. */
    private static char gap(char soFar, char c) {
        if (Character.isWhitespace(c)) {
            char blank = c == '\n' ? WRAP : BLANK;
            return soFar == TOUCHING ? blank : soFar;
        }
        boolean joins = c == '-' || c == '/' || c == '.' || c == '_';
        return joins && (soFar == TOUCHING || soFar == WRAP) ? c : APART;
    }

    private boolean joinable(int run) {
        Run one = runs.get(run - 1);
        Run other = runs.get(run);
        if (other.before() != BLANK) {
            return other.before() != APART;
        }
        return (one.digits() || one.to() - one.from() <= LONGEST_PREFIX)
                && (other.digits() || other.to() - other.from() <= LONGEST_PREFIX);
    }

    /** Whether the boundary before {@code boundary} parts two words, or {@code neighbour} is a word of its own that touches. */
    private boolean separates(int boundary, int neighbour) {
        Run run = runs.get(neighbour);
        return runs.get(boundary).before() != TOUCHING || (!run.digits() && run.to() - run.from() > 1);
    }

    private boolean isDateAt(int run) {
        if (run + 2 >= runs.size()) {
            return false;
        }
        Run a = runs.get(run);
        Run b = runs.get(run + 1);
        Run c = runs.get(run + 2);
        boolean marked = b.before() == c.before() && (b.before() == '.' || b.before() == '/' || b.before() == '-');
        if (!marked || !(a.digits() && b.digits() && c.digits())) {
            return false;
        }
        int x = shortNumber(a);
        int y = shortNumber(b);
        int z = shortNumber(c);
        return isDay(x, y, z) || isDay(century(z), y, x) || isDay(century(z), x, y);
    }

    private int shortNumber(Run run) {
        int length = run.to() - run.from();
        return length > 4 ? -1 : number(run.from(), length);
    }

    private int number(int from, int length) {
        int value = 0;
        for (int i = from; i < from + length; i++) {
            value = value * 10 + (compact[i] - '0');
        }
        return value;
    }

    private static int century(int year) {
        return year >= 0 && year < 100 ? 2000 + year : year;
    }

    private static boolean isDay(int year, int month, int day) {
        return year >= 1990 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }
}
