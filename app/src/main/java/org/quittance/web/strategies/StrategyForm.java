package org.quittance.web.strategies;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.strategy.StrategyContent;
import org.quittance.core.collections.Audience;
import org.quittance.core.collections.Step;
import org.quittance.core.money.Money;
import org.springframework.util.MultiValueMap;

/**
 * The form of a strategy as it was typed. Rows of steps are added, taken away and moved on the server, so that it works without JavaScript.
 *
 * @param code of the strategy that is changed; empty for a new one
 * @param basedOn the version that was looked at; zero for a new strategy
 */
public record StrategyForm(
        String code,
        int basedOn,
        String name,
        String purpose,
        String place,
        AudienceForm audience,
        String currency,
        String credits,
        List<StepForm> steps) {

    public StrategyForm {
        steps = List.copyOf(steps);
    }

    /** Whom it is for, as typed; segments are separated by commas. */
    public record AudienceForm(
            List<String> entities,
            String segments,
            String overdueFrom,
            String overdueBelow,
            String oldestFrom,
            String oldestTo,
            String beyondFrom,
            String beyondTo) {

        public AudienceForm {
            entities = List.copyOf(entities);
        }

        static AudienceForm of(Audience audience) {
            return new AudienceForm(
                    List.copyOf(new TreeSet<>(audience.entities())),
                    String.join(", ", new TreeSet<>(audience.segments())),
                    decimals(audience.overdueFrom()),
                    decimals(audience.overdueBelow()),
                    days(audience.oldest().from()),
                    days(audience.oldest().to()),
                    days(audience.daysBeyondTerms().from()),
                    days(audience.daysBeyondTerms().to()));
        }

        private static String decimals(@Nullable Money money) {
            return money == null ? "" : money.toDecimal().toPlainString();
        }

        private static String days(@Nullable Integer days) {
            return days == null ? "" : days.toString();
        }
    }

    static StrategyForm of(StrategyContent content, int version) {
        return new StrategyForm(
                content.code(),
                version,
                content.name(),
                content.purpose(),
                Integer.toString(content.place()),
                AudienceForm.of(content.audience()),
                currencyOf(content),
                content.credits().name(),
                content.steps().stream().map(StepForm::of).toList());
    }

    /** A new strategy that starts from the steps of another, at a place of its own. */
    static StrategyForm newLike(StrategyContent other, int place) {
        StrategyForm form = of(other, 0);
        return new StrategyForm(
                "",
                0,
                "",
                "",
                Integer.toString(place),
                AudienceForm.of(Audience.EVERYONE),
                form.currency(),
                form.credits(),
                form.steps());
    }

    static StrategyForm sent(MultiValueMap<String, String> fields) {
        List<String> actions = all(fields, "action");
        return new StrategyForm(
                one(fields, "code"),
                number(one(fields, "basedOn")),
                one(fields, "name"),
                one(fields, "purpose"),
                one(fields, "place"),
                new AudienceForm(
                        all(fields, "entity"),
                        one(fields, "segments"),
                        one(fields, "overdueFrom"),
                        one(fields, "overdueBelow"),
                        one(fields, "oldestFrom"),
                        one(fields, "oldestTo"),
                        one(fields, "beyondFrom"),
                        one(fields, "beyondTo")),
                one(fields, "currency"),
                one(fields, "credits"),
                IntStream.range(0, actions.size())
                        .mapToObj(i -> step(fields, i))
                        .toList());
    }

    private static StepForm step(MultiValueMap<String, String> fields, int i) {
        return new StepForm(
                at(fields, "action", i),
                at(fields, "days", i),
                at(fields, "waitDays", i),
                at(fields, "minimum", i),
                at(fields, "execution", i),
                at(fields, "repetition", i),
                at(fields, "enclosure", i),
                at(fields, "dispatch", i),
                at(fields, "approval", i),
                at(fields, "owner", i),
                new StepForm.ConditionForm(
                        at(fields, "stepSegments", i),
                        at(fields, "stepOverdueFrom", i),
                        at(fields, "stepOverdueBelow", i),
                        at(fields, "stepOldestFrom", i),
                        at(fields, "stepOldestTo", i),
                        at(fields, "stepBeyondFrom", i),
                        at(fields, "stepBeyondTo", i),
                        at(fields, "brokenPromise", i)));
    }

    StrategyForm withStep(StepForm step) {
        List<StepForm> more = new ArrayList<>(steps);
        more.add(step);
        return with(more);
    }

    StrategyForm without(int index) {
        List<StepForm> less = new ArrayList<>(steps);
        if (index >= 0 && index < less.size()) {
            less.remove(index);
        }
        return with(less);
    }

    /** Lets a step change places with the one above it. */
    StrategyForm up(int index) {
        List<StepForm> moved = new ArrayList<>(steps);
        if (index > 0 && index < moved.size()) {
            moved.add(index - 1, moved.remove(index));
        }
        return with(moved);
    }

    private StrategyForm with(List<StepForm> others) {
        return new StrategyForm(code, basedOn, name, purpose, place, audience, currency, credits, others);
    }

    private static String currencyOf(StrategyContent content) {
        Money limit = content.audience().overdueFrom();
        return content.steps().stream()
                .map(Step::minimum)
                .findFirst()
                .or(() -> Optional.ofNullable(limit))
                .map(money -> money.currency().getCurrencyCode())
                .orElse("EUR");
    }

    private static String one(MultiValueMap<String, String> fields, String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "").strip();
    }

    private static List<String> all(MultiValueMap<String, String> fields, String name) {
        return Objects.requireNonNullElse(fields.get(name), List.of());
    }

    private static String at(MultiValueMap<String, String> fields, String name, int index) {
        List<String> values = all(fields, name);
        return index < values.size() ? values.get(index).strip() : "";
    }

    private static int number(String digits) {
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
    }
}
