package org.quittance.formats.remittance;

import java.util.ArrayList;
import java.util.List;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;

/** What is to be told about one file, in the order of reading; what exceeds the limit is counted, so that a hostile file cannot flood it. */
final class Findings {

    private static final int LISTED = 500;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private long unlisted;

    Findings(String file) {
        this.file = file;
    }

    /** Taken as it is; a person should know. */
    void remark(long line, String field, String excerpt, String message, String remedy) {
        add(Problem.remark(file, line, field, excerpt, message, remedy));
    }

    /** One advice is left out; the others of the file are kept. */
    void leaveOut(UnreadableAdvice why) {
        leaveOut(why, why.remedy());
    }

    void leaveOut(UnreadableAdvice why, String remedy) {
        add(Problem.row(file, why.line(), why.field(), why.excerpt(), why.message(), remedy));
    }

    /** What was read, beside the problems; the file is refused where nothing of it could be taken. */
    <T> Parsed<List<T>> outcome(List<T> read, String what) {
        if (read.isEmpty()) {
            return refuse(
                    problems.isEmpty() ? "The file holds no " + what : "Nothing of this file can be taken as a " + what,
                    "Mend what is listed, or ask whoever sent the file for it again");
        }
        return Parsed.of(List.copyOf(read), all());
    }

    /** What was read, be it nothing, beside the problems. */
    <T> Parsed<List<T>> read(List<T> read) {
        return Parsed.of(List.copyOf(read), all());
    }

    <T> Parsed<List<T>> refuse(String message, String remedy) {
        List<Problem> all = all();
        all.add(Problem.file(file, 0, "", "", message, remedy));
        return new Parsed<>(null, all);
    }

    private List<Problem> all() {
        List<Problem> all = new ArrayList<>(problems);
        if (unlisted > 0) {
            all.add(Problem.remark(
                    file,
                    0,
                    "",
                    "",
                    "%,d further problems of this file are not listed".formatted(unlisted),
                    "Mend those that are listed and feed the file again"));
        }
        return all;
    }

    private void add(Problem problem) {
        if (problems.size() < LISTED) {
            problems.add(problem);
        } else {
            unlisted++;
        }
    }
}
