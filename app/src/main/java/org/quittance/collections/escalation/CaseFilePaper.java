package org.quittance.collections.escalation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.quittance.core.behaviour.PaymentBehaviour;
import org.quittance.core.collections.PromiseCheck;
import org.quittance.core.collections.Sentences;
import org.quittance.core.ledger.Ageing;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.letter.Report;
import org.quittance.correspondence.letter.Report.Column;
import org.quittance.correspondence.letter.Report.Fact;
import org.quittance.correspondence.letter.Report.Table;
import org.quittance.identity.Viewer;

/**
 * A case file as it is printed: one page of A4 for an ordinary account, a second one before anything is missing. What is long is cut, and what is
 * left out is counted.
 *
 * <p>It says who asked for it and when, since the account goes on.
 */
public record CaseFilePaper(CaseFile file, Viewer askedBy, Instant at) {

    private static final int WORDS = 110;
    private static final int REASON = 260;
    private static final int NAME = 60;
    private static final int CURRENCIES = 4;
    private static final int ESCALATIONS = 3;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK).withZone(ZoneOffset.UTC);

    /** As a mail attaches it and a browser saves it. */
    public String name() {
        return "case-%s-%s.pdf".formatted(file.debtor().accountNumber().replaceAll("[^\\w.-]+", "-"), file.asOf());
    }

    public byte[] pdf() {
        return report().pdf();
    }

    Report report() {
        List<Table> tables = new ArrayList<>();
        tables.add(ageing());
        tables.add(overdue());
        if (!file.promises().isEmpty()) {
            tables.add(promises());
        }
        if (!file.contacts().shown().isEmpty()) {
            tables.add(contacts());
        }
        return new Report(
                file.asOf(),
                "Quittance",
                "Case file: " + cut(file.debtor().customerName(), NAME),
                Report.Sheet.UPRIGHT,
                facts(),
                List.of(),
                tables);
    }

    private List<Fact> facts() {
        CaseFile.Debtor debtor = file.debtor();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Customer",
                "%s, %s, %s%s"
                        .formatted(
                                cut(debtor.customerName(), NAME),
                                debtor.customerNumber(),
                                debtor.country(),
                                debtor.segment().isEmpty() ? "" : ", " + debtor.segment())));
        facts.add(new Fact(
                "Account",
                "%s, %s, worked by %s"
                        .formatted(cut(debtor.entityName(), NAME), debtor.accountNumber(), debtor.collector())));
        facts.add(new Fact("Terms and limit", "%d days; %s".formatted(debtor.termsDays(), limit())));
        facts.add(new Fact("Pays", pays()));
        if (file.escalations().isEmpty()) {
            facts.add(new Fact("Escalated", "Never"));
        }
        file.escalations().stream().limit(ESCALATIONS).forEach(asked -> facts.add(escalation(asked)));
        if (file.escalations().size() > ESCALATIONS) {
            facts.add(new Fact(
                    "Escalations", "and %d more".formatted(file.escalations().size() - ESCALATIONS)));
        }
        facts.addAll(CaseFileAgreed.facts(file.agreed()));
        facts.add(new Fact("Not overdue", notOverdue()));
        facts.add(new Fact(
                "Asked for by", "%s (%s), %s UTC".formatted(askedBy.name(), askedBy.login(), MOMENT.format(at))));
        return facts;
    }

    private String limit() {
        Money limit = file.debtor().limit();
        if (limit == null) {
            return "no limit set";
        }
        Money used = file.ageing().lines().stream()
                .filter(line -> line.currency().equals(limit.currency()))
                .map(Ageing.Line::total)
                .findFirst()
                .orElse(Money.zero(limit.currency()));
        String share = limit.isZero() ? "" : " (%d %%)".formatted(Math.round(used.minor() * 100.0 / limit.minor()));
        return "limit %s, of which %s is used%s".formatted(Sentences.money(limit), Sentences.money(used), share);
    }

    private String pays() {
        PaymentBehaviour behaviour = file.behaviour();
        if (behaviour.daysBeyondTerms().isEmpty()) {
            return "Nothing was paid on this account in a year";
        }
        return "%s: %d days beyond terms in the last year, %s%s. %s"
                .formatted(
                        behaviour.lateness().label(),
                        behaviour.daysBeyondTerms().getAsInt(),
                        behaviour.trend().label().toLowerCase(Locale.ROOT),
                        behaviour
                                .change()
                                .map(change -> ", was %d days, is %d since %s"
                                        .formatted(change.before(), change.now(), change.since()))
                                .orElse(""),
                        behaviour.payRun().sentence());
    }

    private String notOverdue() {
        CaseFile.NotOverdue beside = file.notOverdue();
        return "%s; %s"
                .formatted(
                        counted(beside.debits(), "item not yet due", "items not yet due"),
                        counted(beside.credits(), "credit", "credits"));
    }

    private static String counted(CaseFile.Counted counted, String one, String several) {
        return counted.items() == 0
                ? "no " + several
                : "%,d %s, %s"
                        .formatted(
                                counted.items(),
                                counted.items() == 1 ? one : several,
                                sentence(counted.amounts().stream()
                                        .limit(CURRENCIES)
                                        .toList()));
    }

    private static Fact escalation(CaseFile.Asked asked) {
        EscalationLine line = asked.line();
        String question = "%s, %s. Asked by %s on %s"
                .formatted(line.path().label(), reason(line), line.askedBy(), Report.day(line.askedOn()));
        String what = question
                + (line.isOpen()
                        ? ", waits for %s until %s.".formatted(cut(line.ownerName(), NAME), Report.day(line.dueOn()))
                        : ". " + answer(asked));
        return new Fact("Escalation " + line.number(), what);
    }

    private static String answer(CaseFile.Asked asked) {
        EscalationEvent answer = asked.answer();
        String state = asked.line().state().label() + (asked.line().isInForce() ? " and in force" : "");
        if (answer == null) {
            return state + ".";
        }
        String by = answer.saidBy().isEmpty() ? answer.actor() : answer.saidBy();
        return "%s by %s on %s%s"
                .formatted(
                        state,
                        cut(by, NAME),
                        Report.day(answer.on()),
                        answer.words().isBlank() ? "." : ": " + cut(answer.words(), REASON));
    }

    private static String reason(EscalationLine line) {
        return "because: " + cut(line.reason(), REASON);
    }

    private Table ageing() {
        List<Column> columns = new ArrayList<>(List.of(Column.words("Currency")));
        for (int band = 0; band < file.ageing().bands().size(); band++) {
            columns.add(Column.number(file.ageing().bands().label(band)));
        }
        columns.add(Column.number("Credits"));
        columns.add(Column.number("Balance"));
        return new Table(
                "What is open at the end of " + Report.day(file.asOf()),
                columns,
                file.ageing().lines().stream()
                        .limit(CURRENCIES)
                        .map(CaseFilePaper::ageingRow)
                        .toList(),
                List.of());
    }

    private static List<String> ageingRow(Ageing.Line line) {
        List<String> cells = new ArrayList<>(List.of(line.currency().getCurrencyCode()));
        line.perBand().forEach(money -> cells.add(Report.amount(money)));
        cells.add(Report.amount(line.apart()));
        cells.add(Report.amount(line.total()));
        return cells;
    }

    private Table overdue() {
        int more = file.overdue().more();
        return new Table(
                "Overdue items: the oldest and the largest",
                List.of(
                        Column.words("Document"),
                        Column.words("Due"),
                        Column.number("Days overdue"),
                        Column.words("Currency"),
                        Column.number("Original"),
                        Column.number("Open")),
                file.overdue().shown().stream().map(this::itemRow).toList(),
                more == 0
                        ? List.of()
                        : List.of(
                                "and %,d more".formatted(more),
                                "",
                                "",
                                "",
                                "",
                                sentence(file.overdue().moreAmounts().stream()
                                        .limit(CURRENCIES)
                                        .toList())));
    }

    private List<String> itemRow(OpenItem item) {
        return List.of(
                cut(item.document(), NAME),
                Report.day(item.dueDate()),
                Long.toString(item.daysPastDue(file.asOf())),
                item.open().currency().getCurrencyCode(),
                Report.amount(item.original()),
                Report.amount(item.open()));
    }

    private Table promises() {
        return new Table(
                file.morePromises() == 0
                        ? "Promises and offers of the last year"
                        : "Promises and offers of the last year: the latest, and %d more"
                                .formatted(file.morePromises()),
                List.of(
                        Column.words("Made"),
                        Column.words("For"),
                        Column.words("Currency"),
                        Column.number("Amount"),
                        Column.number("Came in time"),
                        Column.number("Outstanding"),
                        Column.words("State")),
                file.promises().stream().map(CaseFilePaper::promiseRow).toList(),
                List.of());
    }

    private static List<String> promiseRow(PromiseCheck check) {
        return List.of(
                Report.day(check.promise().madeOn()),
                Report.day(check.promise().dueOn()),
                check.promise().amount().currency().getCurrencyCode(),
                Report.amount(check.promise().amount()),
                Report.amount(check.inTime()),
                Report.amount(check.outstanding()),
                check.words());
    }

    private Table contacts() {
        return new Table(
                file.contacts().more() == 0
                        ? "Last contacts"
                        : "Last contacts: the latest, and %d more"
                                .formatted(file.contacts().more()),
                List.of(Column.words("Day"), Column.words("What"), Column.words("In words"), Column.words("By")),
                file.contacts().shown().stream().map(CaseFilePaper::contactRow).toList(),
                List.of());
    }

    private static List<String> contactRow(Activity activity) {
        String words = activity.outcome().isEmpty()
                ? activity.body()
                : activity.body().isEmpty() ? activity.outcome() : activity.outcome() + ": " + activity.body();
        return List.of(
                Report.day(activity.businessDate()), activity.kind().label(), cut(words, WORDS), activity.actor());
    }

    /** {@code GBP 1,240.00 and EUR 5.00}; empty where there is nothing. */
    public static String sentence(List<Money> amounts) {
        return amounts.stream().map(Sentences::money).collect(Collectors.joining(" and "));
    }

    /** Control characters have no sign in a font. */
    static String cut(String text, int most) {
        String one = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return one.length() <= most ? one : one.substring(0, most) + " …";
    }
}
