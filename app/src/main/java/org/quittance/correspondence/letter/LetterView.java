package org.quittance.correspondence.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter in words and numbers of one language: all that is left to do is to set it. The templates under {@code letters/} and the plain
 * text show the same view, so that no reader is told something else.
 *
 * @param language ISO 639-1, for screen readers
 * @param date in the form of a sentence
 * @param returnAddress the sender on one line, as it stands in the window of an envelope
 * @param facts the block beside the address: customer number, date, who answers
 * @param totals per currency; empty where a single section says it all
 * @param payments where to pay, and what to quote
 * @param signature name first
 * @param colon what parts a label from its value in running text; in French it stands apart
 */
public record LetterView(
        String language,
        String title,
        String subject,
        String date,
        Party from,
        String returnAddress,
        Party to,
        List<Fact> facts,
        String salutation,
        List<String> before,
        Headings headings,
        List<Table> tables,
        List<String> totals,
        List<Payment> payments,
        List<String> after,
        String closing,
        List<String> signature,
        String colon,
        PageWords page) {

    public LetterView {
        facts = List.copyOf(facts);
        before = List.copyOf(before);
        tables = List.copyOf(tables);
        totals = List.copyOf(totals);
        payments = List.copyOf(payments);
        after = List.copyOf(after);
        signature = List.copyOf(signature);
    }

    /** The same as a mail shows it, where there is nothing to hold a telephone against: codes are for paper. */
    LetterView withoutCodes() {
        return new LetterView(
                language,
                title,
                subject,
                date,
                from,
                returnAddress,
                to,
                facts,
                salutation,
                before,
                headings,
                tables,
                totals,
                payments.stream().map(payment -> new Payment(payment.facts())).toList(),
                after,
                closing,
                signature,
                colon,
                page);
    }

    /**
     * A name and the lines under it.
     *
     * @param endorsement what the carrier is told above the name; empty for nothing
     */
    public record Party(String name, List<String> lines, String endorsement) {
        public Party {
            lines = List.copyOf(lines);
        }

        /** One of whom the carrier is told nothing. */
        public Party(String name, List<String> lines) {
            this(name, lines, "");
        }

        /** All on one line, as at the foot of a page. */
        public String inOneLine() {
            return lines.isEmpty() ? name : name + " · " + String.join(" · ", lines);
        }
    }

    /** A word and what it stands for: "Customer number", "4711". */
    public record Fact(String label, String value) {}

    /**
     * One bank account.
     *
     * @param facts holder, number, and what to quote
     * @param code what a banking app reads off the paper; null where there is none
     * @param bills the QR-bills that are put behind the letter, one for each currency
     */
    public record Payment(List<Fact> facts, @Nullable Code code, List<SwissBill> bills) {
        public Payment {
            facts = List.copyOf(facts);
            bills = List.copyOf(bills);
        }

        /** One that is paid by hand. */
        public Payment(List<Fact> facts) {
            this(facts, null, List.of());
        }
    }

    /**
     * A code to be scanned.
     *
     * @param caption what is paid with it
     * @param payload what it says to the app
     */
    public record Code(String caption, String payload) {}

    /** The words above the columns. */
    public record Headings(
            String document,
            String date,
            String due,
            String days,
            String original,
            String open,
            String totals,
            String payments) {}

    /**
     * One account in one currency.
     *
     * @param sums what the items come to: the total first
     * @param notes what is to be said of these items, below them
     */
    public record Table(String title, List<Row> rows, List<Fact> sums, List<String> notes) {

        /** One of which nothing is to be said. */
        public Table(String title, List<Row> rows, List<Fact> sums) {
            this(title, rows, sums, List.of());
        }

        public Table {
            rows = List.copyOf(rows);
            sums = List.copyOf(sums);
            notes = List.copyOf(notes);
        }
    }

    /** One item; {@code days} is empty where it is not overdue. */
    public record Row(
            String kind, String document, String date, String due, String days, String original, String open) {}

    /** What stands before, between and after the page's number and the number of pages: in English "Page ", " of " and nothing. */
    public record PageWords(String before, String between, String after) {}
}
