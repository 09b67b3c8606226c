package org.quittance.web.strategies;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.strategy.StrategyContent;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Approval;
import org.quittance.core.collections.Audience;
import org.quittance.core.collections.BrokenPromise;
import org.quittance.core.collections.CreditsInLetters;
import org.quittance.core.collections.DayRange;
import org.quittance.core.collections.Dispatch;
import org.quittance.core.collections.Enclosure;
import org.quittance.core.collections.Execution;
import org.quittance.core.collections.Repetition;
import org.quittance.core.collections.Step;
import org.quittance.core.collections.StepCondition;
import org.quittance.core.collections.StepDraft;
import org.quittance.core.collections.StepOwner;
import org.quittance.core.collections.StrategyProblem;
import org.quittance.core.money.Money;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Typed;

/** Reads the form of a strategy: a content without a problem, or every problem with its step and its field. */
final class StrategyReading {

    private static final String OLDEST = "Oldest item past due: ";
    private static final String BEYOND = "Pays beyond terms: ";
    private static final Pattern DAY_OF_A_STEP = Pattern.compile("days-([0-9]+)");

    private final StrategyForm form;
    private Problems problems = Problems.none();

    private StrategyReading(StrategyForm form) {
        this.form = form;
    }

    /** What was read; the content is there only where nothing is wrong. */
    record Result(Optional<StrategyContent> content, Problems problems) {}

    static Result read(StrategyForm form) {
        return new StrategyReading(form).read();
    }

    private Result read() {
        int place = form.code().equals(StrategyContent.STANDARD)
                ? StrategyContent.LAST_PLACE
                : days("place", form.place(), "Place in the order: ");
        Currency currency = currency();
        Audience audience = audience(currency);
        List<Step> steps = new ArrayList<>();
        Map<Action, Integer> occurrences = new HashMap<>();
        for (int i = 0; i < form.steps().size(); i++) {
            step(i, currency, occurrences).ifPresent(steps::add);
        }
        Problems unreadable = problems;
        if (steps.size() < form.steps().size()) {
            return new Result(Optional.empty(), unreadable);
        }
        StrategyContent content = new StrategyContent(
                form.code().isEmpty() ? codeOf(form.name()) : form.code(),
                form.name(),
                form.purpose(),
                place,
                audience,
                steps,
                named(CreditsInLetters.class, form.credits()).orElse(CreditsInLetters.LEFT_OUT));
        problems = unreadable;
        for (Map.Entry<String, String> found :
                of(content, form.steps()).byField().entrySet()) {
            if (!followsFrom(unreadable, found.getKey())) {
                problems = problems.and(found.getKey(), found.getValue());
            }
        }
        return new Result(problems.isEmpty() ? Optional.of(content) : Optional.empty(), problems);
    }

    /** Whether a problem may only come from what stands in for a number that could not be read: the same, or the day of the step before it. */
    private static boolean followsFrom(Problems unreadable, String field) {
        Matcher day = DAY_OF_A_STEP.matcher(field);
        return unreadable.of(field) != null
                || (day.matches() && unreadable.of("days-" + (Integer.parseInt(day.group(1)) - 1)) != null);
    }

    /** The problems of a content, each at its field and, where a step has it, in words that name the step. */
    static Problems of(StrategyContent content, List<StepForm> rows) {
        Problems found = Problems.none();
        List<String> ids = content.steps().stream().map(Step::id).toList();
        for (StrategyProblem problem : content.problems()) {
            int index = problem.step().isEmpty() ? -1 : ids.indexOf(problem.step());
            String field = field(problem.kind().part());
            found = index < 0
                    ? found.and(field, problem.kind().remedy() + ".")
                    : found.and(
                            field + "-" + index,
                            "Step %d (%s): %s."
                                    .formatted(
                                            index + 1,
                                            content.steps().get(index).action().label(),
                                            problem.kind().remedy()));
        }
        return found;
    }

    private static String field(StrategyProblem.Part part) {
        return switch (part) {
            case NAME -> "name";
            case PLACE -> "place";
            case AUDIENCE -> "audience";
            case OVERDUE -> "overdueFrom";
            case OLDEST -> "oldestFrom";
            case DAYS_BEYOND -> "beyondFrom";
            case STEPS -> "steps";
            case ACTION -> "action";
            case DAY -> "days";
            case WAIT -> "wait";
            case MINIMUM -> "minimum";
            case EXECUTION -> "execution";
            case REPETITION -> "repetition";
            case ENCLOSURE -> "enclosure";
            case DISPATCH -> "dispatch";
            case APPROVAL -> "approval";
            case OWNER -> "owner";
        };
    }

    private Currency currency() {
        Optional<Currency> currency = Typed.currency(form.currency());
        if (currency.isEmpty()) {
            problems = problems.and("currency", "Give the three letters of a currency, such as EUR.");
        }
        return currency.orElseGet(() -> Currency.getInstance("EUR"));
    }

    private Audience audience(Currency currency) {
        StrategyForm.AudienceForm typed = form.audience();
        return new Audience(
                Set.copyOf(typed.entities()),
                segments(typed.segments()),
                limit("overdueFrom", typed.overdueFrom(), currency, "Overdue at least: "),
                limit("overdueBelow", typed.overdueBelow(), currency, "Overdue less than: "),
                new DayRange(
                        limit("oldestFrom", typed.oldestFrom(), OLDEST), limit("oldestTo", typed.oldestTo(), OLDEST)),
                new DayRange(
                        limit("beyondFrom", typed.beyondFrom(), BEYOND), limit("beyondTo", typed.beyondTo(), BEYOND)));
    }

    private StepCondition condition(int i, Currency currency) {
        StepForm.ConditionForm typed = form.steps().get(i).condition();
        String where = step(i);
        Audience accounts = new Audience(
                Set.of(),
                segments(typed.segments()),
                limit("overdueFrom-" + i, typed.overdueFrom(), currency, where + "Overdue: "),
                limit("overdueFrom-" + i, typed.overdueBelow(), currency, where + "Overdue: "),
                new DayRange(
                        limit("oldestFrom-" + i, typed.oldestFrom(), where + OLDEST),
                        limit("oldestFrom-" + i, typed.oldestTo(), where + OLDEST)),
                new DayRange(
                        limit("beyondFrom-" + i, typed.beyondFrom(), where + BEYOND),
                        limit("beyondFrom-" + i, typed.beyondTo(), where + BEYOND)));
        return new StepCondition(
                accounts, named(BrokenPromise.class, typed.brokenPromise()).orElse(BrokenPromise.EITHER));
    }

    private static Set<String> segments(String typed) {
        return Arrays.stream(typed.split(","))
                .map(String::strip)
                .filter(segment -> !segment.isEmpty())
                .collect(Collectors.toSet());
    }

    private Optional<Step> step(int i, Currency currency, Map<Action, Integer> occurrences) {
        StepForm row = form.steps().get(i);
        Optional<Action> action = named(Action.class, row.action());
        Optional<Execution> execution = named(Execution.class, row.execution());
        Optional<Repetition> repetition = named(Repetition.class, row.repetition());
        if (action.isEmpty() || execution.isEmpty() || repetition.isEmpty()) {
            problems = problems.and("action-" + i, step(i) + "Choose an action from the list.");
            return Optional.empty();
        }
        int days = days("days-" + i, row.days(), step(i) + "Days from due: ");
        int wait = days("wait-" + i, row.waitDays(), step(i) + "Wait: ");
        Money minimum = row.minimum().isEmpty()
                ? Money.zero(currency)
                : limit("minimum-" + i, row.minimum(), currency, step(i) + "Least amount: ");
        String kind = action.get().name().toLowerCase(Locale.ROOT).replace('_', '-');
        int occurrence = occurrences.merge(action.get(), 1, Integer::sum);
        StepDraft draft = Step.draft(
                        occurrence == 1 ? kind : kind + "-again-" + occurrence,
                        action.get(),
                        minimum == null ? Money.zero(currency) : minimum)
                .placed(days, wait, i + 1)
                .execution(execution.get())
                .repetition(repetition.get())
                .approval(named(Approval.class, row.approval()).orElse(Approval.NONE))
                .owner(named(StepOwner.class, row.owner()).orElse(StepOwner.COLLECTOR))
                .condition(condition(i, currency));
        if (action.get().isMessage()) {
            draft.enclosure(named(Enclosure.class, row.enclosure()).orElse(Enclosure.NOTHING))
                    .dispatch(named(Dispatch.class, row.dispatch()).orElse(Dispatch.CUSTOMARY));
        }
        return Optional.of(draft.step());
    }

    private static String step(int i) {
        return "Step %d: ".formatted(i + 1);
    }

    /** @param where words that name the field to whoever reads the problem above the form */
    private int days(String field, String typed, String where) {
        if (typed.matches("-?[0-9]{1,5}")) {
            return Integer.parseInt(typed);
        }
        problems = problems.and(
                field,
                where + (typed.isEmpty() ? "Enter a whole number." : "\"%s\" is no whole number.".formatted(typed)));
        return 0;
    }

    private @Nullable Integer limit(String field, String typed, String where) {
        return typed.isEmpty() ? null : Integer.valueOf(days(field, typed, where));
    }

    private @Nullable Money limit(String field, String typed, Currency currency, String where) {
        if (typed.isEmpty()) {
            return null;
        }
        Optional<Money> amount = Typed.amount(typed, currency);
        if (amount.isEmpty()) {
            problems = problems.and(
                    field,
                    "%s\"%s\" is no amount of %s. Write it as 2500 or 2500.00."
                            .formatted(where, typed, currency.getCurrencyCode()));
        }
        return amount.orElse(null);
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    /** {@code Slow mid-size payers} becomes {@code slow-mid-size-payers}. */
    static String codeOf(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String code = plain.length() > 40 ? plain.substring(0, 40) : plain;
        return StrategyContent.isCode(code) ? code : "strategy-" + code;
    }
}
