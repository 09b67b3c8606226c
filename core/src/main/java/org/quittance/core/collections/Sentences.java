package org.quittance.core.collections;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.quittance.core.money.Money;

/** The English of each reason, and of the amounts and days that stand in sentences: {@code GBP 1,234.50}, {@code 4 December 2026}. */
public final class Sentences {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private Sentences() {}

    static String of(Reason reason) {
        return switch (reason) {
            case Reason.OldestOverdue(String document, long days) ->
                "Oldest invoice " + document + " is " + days(days) + " overdue";
            case Reason.OldestAsked(String document, long days) ->
                "Of what this step is about, invoice %s is the oldest, %s overdue".formatted(document, days(days));
            case Reason.DueSoon(String document, LocalDate due) -> "%s is due on %s".formatted(document, day(due));
            case Reason.LastStep(Action action, LocalDate _, long ago) ->
                "%s was %s".formatted(name(action), ago == 0 ? "today" : days(ago) + " ago");
            case Reason.PromiseBroken broken -> broken(broken);
            case Reason.PromisesBrokenBefore(int count, LocalDate since, List<Money> missing) ->
                "%s since %s failed too: %s did not come"
                        .formatted(
                                count == 1 ? "1 earlier promise" : count + " earlier promises",
                                day(since),
                                all(missing));
            case Reason.PromiseOpen(Money amount, LocalDate due) ->
                "%s is promised for %s and left out while that can be kept".formatted(money(amount), day(due));
            case Reason.OfferStands(Money amount, LocalDate due) ->
                "%s is offered until %s and left out until then".formatted(money(amount), day(due));
            case Reason.OfferNotSent(Money amount, LocalDate due) ->
                "%s is offered until %s and left out, but the offer is not sent yet: send the letter"
                        .formatted(money(amount), day(due));
            case Reason.OfferLapsed(Money amount, LocalDate due, Money came) -> lapsed(amount, due, came);
            case Reason.DisputedLeftOut(Money amount) -> "%s is disputed and left out".formatted(money(amount));
            case Reason.ForgoneLeftOut(Money amount) ->
                "%s is to be given up by a settlement and left out".formatted(money(amount));
            case Reason.CreditsOnAccount(Money credits, Money overdue) -> credits(credits, overdue);
            case Reason.CreditsCover(int items, List<Money> amounts) ->
                "%s is not asked for: what lies on account is taken off and covers %s"
                        .formatted(all(amounts), items == 1 ? "1 item" : items + " items");
            case Reason.CreditsKept(Money amount) ->
                "%s of credit notes is not taken off: as much is disputed or to be given up, and may be what they are for"
                        .formatted(money(amount));
            case Reason.ContactBlocked(String why) -> "Do not contact: %s".formatted(why);
            case Reason.StepChosen(Action chosen, Action insteadOf, LocalDate on, String by, String why) ->
                "%s chose %s in the place of %s on %s: %s"
                        .formatted(by, chosen.label(), insteadOf.label(), day(on), why);
            case Reason.AnswerUnread(UnreadAnswer answer) ->
                "%s has written on %s%s: read it"
                        .formatted(
                                answer.from(),
                                day(answer.on()),
                                answer.subject().isBlank() ? "" : ", \"" + answer.subject() + "\"");
            case Reason.ContactedRecently(Action action, LocalDate on, int gap) ->
                "%s was on %s; contacts stay %s apart".formatted(action.label(), day(on), days(gap));
            case Reason.StepDueOn(Action action, String document, LocalDate on) ->
                name(action) + " for " + document + " is due on " + day(on);
            case Reason.BelowMinimum(Action action, List<Money> amounts, Money minimum) ->
                "%s is too little for %s, which starts at %s".formatted(all(amounts), name(action), money(minimum));
            case Reason.StepLeftOut(Action action) ->
                "%s is left out: %s"
                        .formatted(
                                name(action),
                                action == Action.TEXT_MESSAGE
                                        ? "nobody there takes text messages"
                                        : "nobody there can be reached so");
            case Reason.StepPassedOver(Action action, List<String> unmet) ->
                "%s is passed over: it is for accounts with %s".formatted(name(action), String.join(" and ", unmet));
            case Reason.ApprovalAwaited(Step step, String proposedBy, List<Concern> items) ->
                awaited(step, proposedBy, items);
            case Reason.StepApproved(Step step, LocalDate on, String by, LocalDate until, List<Concern> items) ->
                "%s approved %s on %s: it is over %s today, and may leave until %s"
                        .formatted(by, name(step.action()), day(on), all(Grounds.sums(items)), day(until));
            case Reason.StepDeclined(Action action, LocalDate on, String by, String why, LocalDate again) ->
                "%s declined %s on %s: %s. It is proposed again from %s on"
                        .formatted(by, name(action), day(on), why, day(again));
            case Reason.StepsExhausted(int items) ->
                items == 1 ? "1 item has had every step" : items + " items have had every step";
            case Reason.EscalationWaits(
                    EscalationPath path,
                    String owner,
                    LocalDate since,
                    LocalDate due,
                    long overdue) -> waits(path, owner, since, due, overdue);
            case Reason.PaysByOwnPolicy(PaymentPolicy policy) ->
                "They pay by their own policy, %s, and steps wait for that until %s: %s"
                        .formatted(policy.sentence(), day(policy.until()), policy.reason());
            case Reason.StandsInForce(InForce inForce) ->
                inForce.handsOver()
                        ? inForce.sentence() + ": no letters and calls of ours until that is lifted"
                        : inForce.sentence();
            case Reason.EscalationRefused(RefusedEscalation refused) ->
                "Escalation (%s) was refused by %s on %s: %s"
                        .formatted(refused.path().label(), refused.by(), day(refused.on()), refused.why());
            case Reason.NothingOwed() -> "Nothing is owed";
            case Reason.AmountAtRisk(List<Money> amounts) -> all(amounts) + " at risk";
            case Reason.PromisesFailing(int count) ->
                count == 1 ? "1 promise is broken and unpaid" : count + " promises are broken and unpaid";
            case Reason.PaysLate(int days, int items) ->
                "Pays " + days(days) + " late over the last " + items + " settled";
            case Reason.LikelyUnpaid(int percent, int days, int settled) ->
                percent + " % likely to stay unpaid for " + days(days) + " more without us, by "
                        + (settled == 0 ? "how all customers pay" : settledBefore(settled));
            case Reason.PaysLaterThanBefore(int before, int now) ->
                "Pays later than before: was " + days(before) + " beyond terms, is now " + now;
            case Reason.BilledInYear(List<Money> amounts) -> all(amounts) + " billed in the last twelve months";
            case Reason.LimitUsed(long percent, Money limit) ->
                percent + " % of the limit of " + money(limit) + " is used";
            case Reason.RollingOver(List<Money> amounts, int days) ->
                all(amounts) + " enters the next ageing band within " + days(days);
            case Reason.MonthEnd(int left) -> left == 0 ? "The month ends today" : "The month ends in " + days(left);
        };
    }

    /** An action as a thing that was done or is to be done. */
    private static String name(Action action) {
        return action == Action.ESCALATE ? "Escalation" : action.label();
    }

    private static String broken(Reason.PromiseBroken broken) {
        String became = broken.inTime().isZero() ? "broken" : "kept with %s only".formatted(money(broken.inTime()));
        String late = broken.late().isZero() ? "" : "; %s came late".formatted(money(broken.late()));
        return "Promise of %s for %s was %s%s".formatted(money(broken.amount()), day(broken.dueOn()), became, late);
    }

    private static String lapsed(Money amount, LocalDate due, Money came) {
        return came.isZero()
                ? "Offer of %s until %s was not taken up".formatted(money(amount), day(due))
                : "Offer of %s until %s was taken up with %s only".formatted(money(amount), day(due), money(came));
    }

    private static String credits(Money credits, Money chaseable) {
        return credits.compareTo(chaseable) >= 0
                ? "Apply the %s on account first: it covers the %s that can be asked for"
                        .formatted(money(credits), money(chaseable))
                : "%s lies on account beside the %s that can be asked for".formatted(money(credits), money(chaseable));
    }

    private static String waits(EscalationPath path, String owner, LocalDate since, LocalDate due, long overdue) {
        String escalated = "Escalated on %s (%s) and waiting for %s".formatted(day(since), path.label(), owner);
        return overdue == 0
                ? "%s, whose answer is due on %s".formatted(escalated, day(due))
                : "%s, whose answer is %s overdue".formatted(escalated, days(overdue));
    }

    private static String awaited(Step step, String proposedBy, List<Concern> items) {
        String whose = switch (step.approval()) {
            case NONE -> "nobody's approval";
            case LEAD -> "a team lead's approval";
            case MANAGER -> "the credit manager's approval";
        };
        return "%s over %s waits for %s%s"
                .formatted(
                        name(step.action()),
                        all(Grounds.sums(items)),
                        whose,
                        proposedBy.isEmpty() ? "" : "; %s has proposed it".formatted(proposedBy));
    }

    private static String settledBefore(int settled) {
        return settled == 1 ? "the only item settled yet and all customers" : "the last " + settled + " settled";
    }

    static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** What was done with what was said to it: {@code approved: they pay tomorrow}; without a colon where nothing was said. */
    public static String said(String what, String words) {
        return words.isBlank() ? what : what + ": " + words;
    }

    private static String all(List<Money> amounts) {
        return amounts.stream().map(Sentences::money).collect(Collectors.joining(" and "));
    }

    /** By hand: the night writes some for every account, and a format string would be read anew for each. */
    public static String money(Money amount) {
        String digits = amount.toDecimal().toPlainString();
        int start = digits.startsWith("-") ? 1 : 0;
        int point = digits.indexOf('.');
        int end = point < 0 ? digits.length() : point;
        StringBuilder text = new StringBuilder(digits.length() + 10)
                .append(amount.currency().getCurrencyCode())
                .append(' ')
                .append(digits, 0, start);
        for (int i = start; i < end; i++) {
            if (i > start && (end - i) % 3 == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return text.append(digits, end, digits.length()).toString();
    }
}
