package org.quittance.formats.extract;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quittance.formats.Problem;

/** What a person should know about the lines that were taken: one remark for all lines that it concerns, not one for each. */
final class Remarks {

    private static final int MOST_SUBJECTS = 200;

    /** What was decided for lots of lines in the same way. */
    enum Topic {
        NO_DUE_DATE(
                "Without a due date; the date of the document was taken",
                "Add the column of the due date to the extract"),
        BASELINE_IS_DUE(
                "Without days of payment; the baseline date was taken as due date",
                "Add the column of the net due date"),
        UNKNOWN_TYPE(
                "Of a document type that is not known; taken for invoices or credit notes by their sign",
                "Tell the administrator what the type means"),
        NO_NUMBER(
                "Without a document number; kind, date and amount were taken for it",
                "Number the documents in the system that they come from"),
        TEXT_ONLY("With nothing but text; they were passed over", "Check that no line of the ledger is among them"),
        CLEARED_BUT_OPEN(
                "Cleared, yet with an open amount; they were taken as open", "Check them in the system they come from");

        private final String message;
        private final String remedy;

        Topic(String message, String remedy) {
            this.message = message;
            this.remedy = remedy;
        }
    }

    private record Subject(Topic topic, String excerpt) {}

    private static final class Lines {
        private final long first;
        private long count;

        private Lines(long first) {
            this.first = first;
        }
    }

    private final Map<Subject, Lines> noted = new HashMap<>();

    void note(Topic topic, long line, String excerpt) {
        Subject subject = new Subject(topic, noted.size() < MOST_SUBJECTS ? excerpt : "");
        noted.computeIfAbsent(subject, _ -> new Lines(line)).count++;
    }

    /** The remarks in the order of the lines that they begin with. */
    List<Problem> of(String file) {
        return noted.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Subject, Lines> e) -> e.getValue().first)
                        .thenComparing(e -> e.getKey().topic())
                        .thenComparing(e -> e.getKey().excerpt()))
                .map(e -> problem(file, e.getKey(), e.getValue()))
                .toList();
    }

    private static Problem problem(String file, Subject subject, Lines lines) {
        String message =
                "%s: %d %s".formatted(subject.topic().message, lines.count, lines.count == 1 ? "line" : "lines");
        return Problem.remark(file, lines.first, "", subject.excerpt(), message, subject.topic().remedy);
    }
}
