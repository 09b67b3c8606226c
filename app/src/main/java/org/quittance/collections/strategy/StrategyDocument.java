package org.quittance.collections.strategy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
import org.quittance.core.collections.StepOwner;
import org.quittance.core.money.Money;

/**
 * A strategy as it is kept and as it travels between installations: JSON that a person can read and another version can still load.
 *
 * @param code none in what was kept before there were several strategies, as are place, purpose and audience
 * @param credits none in what was kept before a strategy said what becomes of them
 */
record StrategyDocument(
        @Nullable String code,
        @Nullable Integer place,
        String name,
        @Nullable String purpose,
        @Nullable AudienceDocument audience,
        @Nullable CreditsInLetters credits,
        List<StepDocument> steps) {

    StrategyDocument {
        Objects.requireNonNull(name, "name");
        steps = List.copyOf(steps);
    }

    /** Whom it is for; what is left out asks for nothing. */
    record AudienceDocument(
            @Nullable Set<String> entities,
            @Nullable Set<String> segments,
            @Nullable String overdueFrom,
            @Nullable String overdueBelow,
            @Nullable String currency,
            @Nullable Integer oldestFromDays,
            @Nullable Integer oldestToDays,
            @Nullable Integer beyondTermsFromDays,
            @Nullable Integer beyondTermsToDays) {

        AudienceDocument {
            if ((overdueFrom != null || overdueBelow != null) && currency == null) {
                throw new IllegalArgumentException("An overdue amount needs its currency");
            }
        }

        static AudienceDocument of(Audience audience) {
            Money from = audience.overdueFrom();
            Money below = audience.overdueBelow();
            Money either = from == null ? below : from;
            return new AudienceDocument(
                    new TreeSet<>(audience.entities()),
                    new TreeSet<>(audience.segments()),
                    from == null ? null : from.toDecimal().toPlainString(),
                    below == null ? null : below.toDecimal().toPlainString(),
                    either == null ? null : either.currency().getCurrencyCode(),
                    audience.oldest().from(),
                    audience.oldest().to(),
                    audience.daysBeyondTerms().from(),
                    audience.daysBeyondTerms().to());
        }

        Audience audience() {
            return new Audience(
                    entities == null ? Set.of() : entities,
                    segments == null ? Set.of() : segments,
                    money(overdueFrom),
                    money(overdueBelow),
                    new DayRange(oldestFromDays, oldestToDays),
                    new DayRange(beyondTermsFromDays, beyondTermsToDays));
        }

        private @Nullable Money money(@Nullable String decimals) {
            return decimals == null ? null : Money.of(decimals, Objects.requireNonNull(currency, "currency"));
        }
    }

    /**
     * One step.
     *
     * @param template only in what was kept before a step's action alone chose its letter; it has no effect
     * @param minimum in decimals: {@code 25.00}
     * @param enclosure none in what was kept before copies could be enclosed
     * @param dispatch none in what was kept before letters went on paper
     * @param onlyFor none where the step is for every account, and in what was kept before steps had conditions
     * @param brokenPromise the same
     * @param approval none in what was kept before steps could wait for one
     * @param owner none in what was kept before steps had one
     */
    record StepDocument(
            String id,
            Action action,
            int daysFromDue,
            int waitDays,
            int level,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String template,

            String minimum,
            String currency,
            Execution execution,
            Repetition repetition,
            @Nullable Enclosure enclosure,
            @Nullable Dispatch dispatch,
            @Nullable AudienceDocument onlyFor,
            @Nullable BrokenPromise brokenPromise,
            @Nullable Approval approval,
            @Nullable StepOwner owner) {

        StepDocument {
            Objects.requireNonNull(id, "A step needs its id");
            Objects.requireNonNull(action, "A step needs its action");
            Objects.requireNonNull(minimum, "A step needs its minimum");
            Objects.requireNonNull(currency, "A step needs the currency of its minimum");
            Objects.requireNonNull(execution, "A step needs its execution");
            Objects.requireNonNull(repetition, "A step needs its repetition");
        }

        static StepDocument of(Step step) {
            return new StepDocument(
                    step.id(),
                    step.action(),
                    step.daysFromDue(),
                    step.waitDays(),
                    step.level(),
                    null,
                    step.minimum().toDecimal().toPlainString(),
                    step.minimum().currency().getCurrencyCode(),
                    step.execution(),
                    step.repetition(),
                    step.enclosure(),
                    step.dispatch(),
                    step.condition().accounts().isEveryone()
                            ? null
                            : AudienceDocument.of(step.condition().accounts()),
                    step.condition().brokenPromise(),
                    step.approval(),
                    step.owner());
        }

        /** Whether the file asks for a letter of its own, which a step does not have. */
        boolean asksForALetter() {
            String ofAction = action.name().toLowerCase(Locale.ROOT).replace('_', '-');
            return template != null && !Set.of("", id, ofAction).contains(template.strip());
        }

        Step step() {
            return Step.draft(id, action, Money.of(minimum, currency))
                    .placed(daysFromDue, waitDays, level)
                    .execution(execution)
                    .repetition(repetition)
                    .enclosure(enclosure == null ? Enclosure.NOTHING : enclosure)
                    .dispatch(dispatch == null ? Dispatch.CUSTOMARY : dispatch)
                    .condition(new StepCondition(
                            onlyFor == null ? Audience.EVERYONE : onlyFor.audience(),
                            brokenPromise == null ? BrokenPromise.EITHER : brokenPromise))
                    .approval(approval == null ? Approval.NONE : approval)
                    .owner(owner == null ? StepOwner.COLLECTOR : owner)
                    .step();
        }
    }

    static StrategyDocument of(StrategyContent content) {
        return new StrategyDocument(
                content.code(),
                content.place(),
                content.name(),
                content.purpose(),
                AudienceDocument.of(content.audience()),
                content.credits(),
                content.steps().stream().map(StepDocument::of).toList());
    }

    StrategyContent content() {
        return new StrategyContent(
                code == null ? StrategyContent.STANDARD : code,
                name,
                purpose == null ? "" : purpose,
                place == null ? StrategyContent.LAST_PLACE : place,
                audience == null ? Audience.EVERYONE : audience.audience(),
                steps.stream().map(StepDocument::step).toList(),
                credits == null ? CreditsInLetters.LEFT_OUT : credits);
    }
}
