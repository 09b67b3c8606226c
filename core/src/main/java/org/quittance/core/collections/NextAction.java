package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/** The answer to "what next about this account": something to do, a day to wait for, or nothing. Each says why. */
public sealed interface NextAction {

    List<Reason> reasons();

    /** The messages that are due and wait for an approval; none while something is to be read first that may change them. */
    default List<Reason.ApprovalAwaited> awaited() {
        return reasons().stream()
                .<Reason.ApprovalAwaited>mapMulti((reason, taker) -> {
                    if (reason instanceof Reason.ApprovalAwaited awaited) {
                        taker.accept(awaited);
                    }
                })
                .toList();
    }

    /**
     * Something is to be done today.
     *
     * @param step the highest step that is due; none for what no step asks for, such as clearing cash
     * @param action what it asks for; pages name {@link #leading} and {@link #beside}
     * @param execution who does it
     * @param items what it is about, the longest overdue first
     * @param amounts the concerns' amounts summed per currency, by code
     */
    record Act(
            @Nullable Step step,
            Action action,
            Execution execution,
            List<Concern> items,
            List<Money> amounts,
            Priority priority,
            List<Reason> reasons)
            implements NextAction {

        public Act {
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(execution, "execution");
            Objects.requireNonNull(priority, "priority");
            items = List.copyOf(items);
            amounts = List.copyOf(amounts);
            reasons = List.copyOf(reasons);
        }

        /**
         * The items that tonight's one message to the customer is about. They go out even where the action itself waits for a person,
         * so that a call on the worklist holds up no other item's notice; none go where the customer is not to be contacted, or has
         * written something that is to be read first.
         */
        public List<Concern> automaticItems() {
            return waitsForAPerson()
                    ? List.of()
                    : items.stream().filter(Concern::isAutomatic).toList();
        }

        /**
         * The items that a message which a person sends now is about: those of tonight's, and those whose step is a message that the strategy
         * leaves to a person.
         */
        public List<Concern> messageItems() {
            return waitsForAPerson()
                    ? List.of()
                    : items.stream()
                            .filter(concern -> concern.isAutomatic() || isMessage(concern.step()))
                            .toList();
        }

        /**
         * What every page names first, and what the list is filtered and called by: the person's part where there is one, else what goes by
         * itself. A notice leads by its rung; that it goes leaves nobody's work undone.
         */
        public Action leading() {
            return byHand().orElse(action);
        }

        /** The notice that goes by itself tonight beside what a person has to do. */
        public Optional<Action> beside() {
            return byHand().isPresent() ? highestOf(automaticItems()) : Optional.empty();
        }

        /** What a person is to do: the action itself where it waits for one, else the highest step that does. */
        private Optional<Action> byHand() {
            return execution == Execution.BY_HAND ? Optional.of(action) : highestOf(byHandItems());
        }

        /** By whose word the messages go that needed it, the highest first; none while a person decides something first. */
        public List<Reason.StepApproved> approved() {
            return waitsForAPerson()
                    ? List.of()
                    : reasons.stream()
                            .<Reason.StepApproved>mapMulti((reason, taker) -> {
                                if (reason instanceof Reason.StepApproved given && isTaken(given)) {
                                    taker.accept(given);
                                }
                            })
                            .toList();
        }

        /** Whether what was approved is what is done; a person may have chosen another step since. */
        private boolean isTaken(Reason.StepApproved given) {
            return items.stream()
                    .anyMatch(concern -> given.step().equals(concern.step())
                            && given.items().stream().anyMatch(one -> one.item().equals(concern.item())));
        }

        /** The approved message that is due: one that the strategy leaves to a person before one that the night sends, then the highest. */
        public Optional<Step> approvedMessage() {
            return approved().stream()
                    .map(Reason.StepApproved::step)
                    .max(Comparator.comparing((Step step) -> step.execution() == Execution.BY_HAND)
                            .thenComparingInt(Step::level));
        }

        /** Who does the person's part: the owner of its highest step, and the collector where no step asks for it. */
        public StepOwner owner() {
            return waitsForAPerson()
                    ? StepOwner.COLLECTOR
                    : highestStep(byHandItems()).map(Step::owner).orElse(StepOwner.COLLECTOR);
        }

        private static Optional<Action> highestOf(List<Concern> concerns) {
            return highestStep(concerns).map(Step::action);
        }

        private static Optional<Step> highestStep(List<Concern> concerns) {
            return concerns.stream()
                    .flatMap(concern -> Optional.ofNullable(concern.step()).stream())
                    .max(Comparator.comparingInt(Step::level));
        }

        private static boolean isMessage(@Nullable Step step) {
            return step != null && step.action().isMessage();
        }

        /** Whether all of it waits for what a person decides first. */
        private boolean waitsForAPerson() {
            return action == Action.REVIEW || action == Action.READ_ANSWER;
        }

        /** The items that the person who takes the action has to deal with. */
        public List<Concern> byHandItems() {
            return waitsForAPerson()
                    ? items
                    : items.stream().filter(concern -> !concern.isAutomatic()).toList();
        }
    }

    /**
     * Nothing today, and nothing before that day unless the facts change.
     *
     * @param until the first day on which there may be something to do
     */
    record Wait(LocalDate until, List<Reason> reasons) implements NextAction {

        public Wait {
            Objects.requireNonNull(until, "until");
            reasons = List.copyOf(reasons);
        }
    }

    /** Nothing to do until the facts change. */
    record Nothing(List<Reason> reasons) implements NextAction {

        public Nothing {
            reasons = List.copyOf(reasons);
        }
    }
}
