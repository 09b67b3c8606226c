package org.quittance.cash;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.SettlementReport;
import org.quittance.core.money.Money;

/**
 * A settlement report with what each of its lines has become, and the line of the bank that it explains or could explain.
 *
 * @param joined null where it explains none
 * @param candidates what it could explain, the likeliest first; empty where it is joined or does not add up
 */
public record SettlementReportView(
        Row row,
        SettlementReport report,
        List<LineView> lines,
        @Nullable Joined joined,
        List<AdviceView.Candidate> candidates) {

    public SettlementReportView {
        lines = List.copyOf(lines);
        candidates = List.copyOf(candidates);
    }

    /** Where a report stands. */
    public enum State {
        JOINED("Joined"),
        /** The money has not come. */
        WAITING("Waiting for money"),
        /** Money of its sum is there, but nothing tells which is meant; or none came in time. */
        NEEDS_A_PERSON("Needs a person"),
        /** Its lines miss what it says to be paid out. */
        HELD("Held: it does not add up"),
        /** It comes to nothing, or to less: the processor asks for money. */
        WITHOUT_MONEY("No money comes");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What has become of a line. */
    public enum Fate {
        APPLIED("Applied"),
        PARTLY("Applied in part"),
        ON_ACCOUNT("On account"),
        NEEDS_A_PERSON("Needs a person"),
        HAS_COME_BACK("Has come back"),
        /** A refund or chargeback: what the payment had paid is open again. */
        OPEN_AGAIN("What it had paid is open again"),
        /** A refund or chargeback of which nothing tells what it takes back. */
        RETURN_NEEDS_A_PERSON("Needs a person: what does it take back?"),
        KEPT("Kept by the processor"),
        NOBODYS("Nobody's payment"),
        NOT_COLLECTED("Not collected"),
        NOT_YET("Waits for the money");

        private final String label;

        Fate(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether somebody has to do something about it. */
        public boolean isToDo() {
            return this == NEEDS_A_PERSON || this == RETURN_NEEDS_A_PERSON;
        }
    }

    /**
     * A report in a list.
     *
     * @param expected what comes to the bank for it: its net sum less what was not collected
     * @param paymentId the bank's line; null where there is none yet
     */
    public record Row(
            long id,
            State state,
            String format,
            String processor,
            String reference,
            @Nullable LocalDate date,
            Money expected,
            int lines,
            @Nullable Long paymentId,
            Instant recordedAt) {}

    /**
     * A line, and what it has done.
     *
     * @param paymentId the payment or return that it has become; null where it is none
     * @param takesBack the payment that it takes back; null where it takes none back, or it is not known which
     * @param documents what is paid with it, as far as the reader may see the accounts
     * @param code why it was not collected; empty where it was
     */
    public record LineView(
            int number,
            SettlementReport.Line line,
            Fate fate,
            @Nullable Long paymentId,
            @Nullable Long takesBack,
            List<String> documents,
            String code) {

        public LineView {
            documents = documents.stream().distinct().toList();
        }

        /** Whether the report tells more than what kind of line it is. */
        public boolean saysWhy() {
            return !line.reason().isEmpty()
                    && !line.reason().equalsIgnoreCase(line.kind().label());
        }
    }

    /** The line of the bank, and why it is that one. */
    public record Joined(
            long paymentId, LocalDate bookingDate, Money amount, String payerName, String reason, String actor) {}

    /**
     * What a payment has to do with a report.
     *
     * @param sumId the bank's line that the report explains
     * @param line of the report, where the payment is behind the sum; null where it is the sum itself
     */
    public record Tie(
            long reportId,
            String format,
            String reference,
            long sumId,
            @Nullable Part line) {}

    /** The line of a report that a payment stands for. */
    public record Part(int number, SettlementReport.Kind kind, Money gross, Money fee) {}

    /** How far the reports of a file, or of a statement, have come. */
    public record Progress(
            int reports,
            int joined,
            int held,
            int payments,
            int applied,
            int forAPerson,
            int cameBack,
            int backForAPerson) {

        public static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0, 0, 0);

        public Progress plus(Progress more) {
            return new Progress(
                    reports + more.reports,
                    joined + more.joined,
                    held + more.held,
                    payments + more.payments,
                    applied + more.applied,
                    forAPerson + more.forAPerson,
                    cameBack + more.cameBack,
                    backForAPerson + more.backForAPerson);
        }

        /** In words, for whoever has handed the file in. */
        public String told() {
            StringBuilder told = new StringBuilder(
                    "Settlement reports: %d read, %d joined to a line of the bank".formatted(reports, joined));
            if (held > 0) {
                told.append(", %d held because its lines miss its sum".formatted(held));
            }
            if (reports - joined - held > 0) {
                told.append(", %d waiting for money".formatted(reports - joined - held));
            }
            if (joined > 0) {
                told.append("; ").append(behind());
            }
            return told.toString();
        }

        /** What the payments behind the sums have become. */
        public String behind() {
            String payments = "of %d payments %d applied, %d for a person to decide"
                    .formatted(this.payments, applied, forAPerson);
            return cameBack + backForAPerson == 0
                    ? payments
                    : "%s; %d came back, %d that went back for a person to decide"
                            .formatted(payments, cameBack, backForAPerson);
        }
    }
}
