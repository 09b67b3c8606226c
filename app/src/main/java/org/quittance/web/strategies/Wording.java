package org.quittance.web.strategies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Audience;
import org.quittance.core.collections.DayRange;
import org.quittance.core.collections.Enclosure;
import org.quittance.core.collections.Execution;
import org.quittance.core.collections.Repetition;
import org.quittance.core.collections.Step;
import org.quittance.core.collections.StepCondition;
import org.quittance.core.collections.StepOwner;
import org.quittance.core.collections.Tone;
import org.quittance.core.money.Money;
import org.quittance.web.page.Format;

/** Strategies in the words of a credit manager. */
public record Wording(Format format) {

    /** Each condition in a sentence; one that says so where there is none. */
    public List<String> audience(Audience audience) {
        if (audience.isEveryone()) {
            return List.of("Every account");
        }
        List<String> conditions = new ArrayList<>();
        if (!audience.entities().isEmpty()) {
            conditions.add("Owes to " + String.join(" or ", new TreeSet<>(audience.entities())));
        }
        if (!audience.segments().isEmpty()) {
            conditions.add("Segment " + String.join(" or ", new TreeSet<>(audience.segments())));
        }
        addOverdue(audience.overdueFrom(), audience.overdueBelow(), conditions);
        if (!audience.oldest().isAny()) {
            conditions.add("The oldest item is %s days past due".formatted(range(audience.oldest())));
        }
        if (!audience.daysBeyondTerms().isAny()) {
            conditions.add("Pays %s days beyond terms".formatted(range(audience.daysBeyondTerms())));
        }
        return conditions;
    }

    private void addOverdue(@Nullable Money from, @Nullable Money below, List<String> conditions) {
        if (from != null) {
            conditions.add("At least %s overdue".formatted(format.money(from)));
        }
        if (below != null) {
            conditions.add("Less than %s overdue".formatted(format.money(below)));
        }
    }

    private static String range(DayRange days) {
        Integer from = days.from();
        Integer to = days.to();
        if (from == null) {
            return "at most " + to;
        }
        return to == null ? from + " or more" : from + " to " + to;
    }

    /** When a step is taken. */
    public String when(Step step) {
        String day = step.daysFromDue() < 0
                ? format.days(-step.daysFromDue()) + " before the item is due"
                : step.daysFromDue() == 0
                        ? "On the day on which the item is due"
                        : format.days(step.daysFromDue()) + " after the item was due";
        boolean waits = step.waitDays() > 0 && step.level() > 1;
        return waits ? day + ", and at least %s after its last step".formatted(format.days(step.waitDays())) : day;
    }

    /** What a step of a ladder does, by whom, and how often. */
    public String what(List<Step> ladder, Step step) {
        String who = step.execution() == Execution.AUTOMATIC ? "sent by the night" : byHand(step.owner());
        String minimum =
                step.minimum().isPositive() ? ", where the items sum to at least " + format.money(step.minimum()) : "";
        String again = step.repetition() == Repetition.AFTER_ITS_WAIT
                ? "; again every %s while it is open".formatted(format.days(step.waitDays()))
                : "";
        String tone = step.action() == Action.TEXT_MESSAGE
                ? ", " + Tone.of(ladder, step).label()
                : "";
        String enclosed = step.enclosure() == Enclosure.COPIES ? ", with copies of what it asks for" : "";
        String way = switch (step.dispatch()) {
            case CUSTOMARY -> "";
            case POST -> ", on paper by post";
            case REGISTERED -> ", on paper by registered post";
        };
        String approved = switch (step.approval()) {
            case NONE -> "";
            case LEAD -> ", once a team lead or the credit manager has approved it";
            case MANAGER -> ", once the credit manager has approved it";
        };
        return step.action().label() + tone + ", " + who + approved + way + enclosed + minimum
                + condition(step.condition()) + again;
    }

    private static String byHand(StepOwner owner) {
        return switch (owner) {
            case COLLECTOR -> "by hand";
            case LEAD -> "by a team lead";
            case MANAGER -> "by the credit manager";
        };
    }

    private String condition(StepCondition condition) {
        List<String> asked = new ArrayList<>();
        if (!condition.accounts().isEveryone()) {
            audience(condition.accounts()).forEach(each -> asked.add(uncapitalised(each)));
        }
        switch (condition.brokenPromise()) {
            case EITHER -> {}
            case STANDS -> asked.add("a promise is broken");
            case NONE -> asked.add("no promise is broken");
        }
        return asked.isEmpty() ? "" : "; only for accounts where: " + String.join("; ", asked);
    }

    private static String uncapitalised(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    /** The actions that a strategy may have as steps. */
    static List<Action> actions() {
        return Arrays.stream(Action.values()).filter(Action::isStep).toList();
    }
}
