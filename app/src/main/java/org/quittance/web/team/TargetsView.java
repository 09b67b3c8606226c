package org.quittance.web.team;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quittance.collections.team.TargetBook.Target;
import org.quittance.collections.team.TargetSubject;
import org.quittance.core.money.Money;
import org.quittance.web.page.Format;
import org.quittance.web.page.Problems;

/**
 * The targets of a month with what was reached, and the form that sets them.
 *
 * @param subjects for whom the viewer may set some
 * @param maySet whether the month is still to be worked
 * @param history what was set for it, the latest first
 * @param names of subjects by their keys
 */
public record TargetsView(
        YearMonth month,
        boolean maySet,
        List<TargetLine> lines,
        List<TargetSubject> subjects,
        TargetsForm form,
        List<Target> history,
        Map<String, String> names,
        Problems problems) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    public TargetsView {
        lines = List.copyOf(lines);
        subjects = List.copyOf(subjects);
        history = List.copyOf(history);
        names = Map.copyOf(names);
    }

    public String name(YearMonth of) {
        return MONTH.format(of);
    }

    public String name(Target target) {
        return names.getOrDefault(target.subject(), "Somebody else");
    }

    public static String goal(Target target, Format format) {
        Long goal = target.goal();
        String currency = target.currency();
        if (goal == null) {
            return "taken back";
        }
        return currency == null ? format.count(goal) : format.money(Money.ofMinor(goal, currency));
    }
}
