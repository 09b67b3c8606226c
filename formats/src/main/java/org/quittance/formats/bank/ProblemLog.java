package org.quittance.formats.bank;

import java.util.ArrayList;
import java.util.List;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;
import org.quittance.formats.Problem.Severity;

/** The problems of one file in the order of reading; what exceeds the limit is counted, so that a hostile file cannot flood it. */
final class ProblemLog {

    private final String file;
    private final Limits limits;
    private final List<Problem> problems = new ArrayList<>();
    private long unlisted;

    ProblemLog(String file, Limits limits) {
        this.file = file;
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    /** Taken as it is; a person should know. */
    void remark(Finding finding) {
        add(finding, Severity.REMARK);
    }

    /** A statement, or a movement outside of any statement, is left out; the rest of the file is kept. */
    void leaveOut(Finding finding) {
        add(finding, Severity.ROW_REFUSED);
    }

    /** What was read, beside the problems; the file is refused where nothing of it could be taken. */
    Parsed<List<BankStatement>> outcome(List<BankStatement> statements) {
        if (statements.isEmpty()) {
            return refuse(nothingTaken());
        }
        return Parsed.of(List.copyOf(statements), all());
    }

    /** What was read, be it nothing, beside the problems. */
    <T> Parsed<List<T>> read(List<T> read) {
        return Parsed.of(List.copyOf(read), all());
    }

    /** Refuses the file as a whole. */
    <T> Parsed<List<T>> refuse(Finding finding) {
        List<Problem> all = all();
        all.add(problem(finding, Severity.FILE_REFUSED));
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

    private Finding nothingTaken() {
        return problems.isEmpty()
                ? new Finding(0, "", "", "The file holds no statement", "Ask the bank for the file again")
                : new Finding(
                        0,
                        "",
                        "",
                        "No statement of this file can be taken",
                        "Mend what is listed, or ask the bank for the file again");
    }

    private void add(Finding finding, Severity severity) {
        if (problems.size() < limits.problems()) {
            problems.add(problem(finding, severity));
        } else {
            unlisted++;
        }
    }

    private Problem problem(Finding f, Severity severity) {
        return new Problem(file, f.line(), f.field(), f.excerpt(), f.message(), f.remedy(), severity);
    }
}
