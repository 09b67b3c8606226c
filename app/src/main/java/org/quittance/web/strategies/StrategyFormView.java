package org.quittance.web.strategies;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quittance.collections.strategy.StrategyContent;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Approval;
import org.quittance.core.collections.BrokenPromise;
import org.quittance.core.collections.CreditsInLetters;
import org.quittance.core.collections.Dispatch;
import org.quittance.core.collections.Enclosure;
import org.quittance.core.collections.Execution;
import org.quittance.core.collections.Repetition;
import org.quittance.core.collections.StepOwner;
import org.quittance.ledger.LegalEntity;
import org.quittance.web.page.Problems;

/**
 * The form of a strategy with what is wrong in it.
 *
 * @param asks whether all that is wrong may be meant, and the form asks whether it is
 * @param row the row of steps where the hand goes on; -1 for none
 */
public record StrategyFormView(
        StrategyForm form, List<LegalEntity> entities, Problems problems, boolean asks, int row) {

    public StrategyFormView {
        entities = List.copyOf(entities);
    }

    static StrategyFormView of(StrategyForm form, List<LegalEntity> entities, Problems problems) {
        return new StrategyFormView(form, entities, problems, false, -1);
    }

    static StrategyFormView asking(StrategyForm form, List<LegalEntity> entities, Map<String, String> remarks) {
        return new StrategyFormView(form, entities, new Problems(remarks), true, -1);
    }

    static StrategyFormView at(StrategyForm form, List<LegalEntity> entities, int row) {
        return new StrategyFormView(form, entities, Problems.none(), false, row);
    }

    public List<Action> actions() {
        return Wording.actions();
    }

    public Execution[] executions() {
        return Execution.values();
    }

    public Enclosure[] enclosures() {
        return Enclosure.values();
    }

    public Dispatch[] dispatches() {
        return Dispatch.values();
    }

    public Repetition[] repetitions() {
        return Repetition.values();
    }

    public Approval[] approvals() {
        return Approval.values();
    }

    public StepOwner[] owners() {
        return StepOwner.values();
    }

    public BrokenPromise[] brokenPromises() {
        return BrokenPromise.values();
    }

    public CreditsInLetters[] credits() {
        return CreditsInLetters.values();
    }

    /** Whether something is wrong with what a step asks of accounts. */
    public boolean isConditionWrong(int row) {
        return Stream.of("overdueFrom", "oldestFrom", "beyondFrom")
                .anyMatch(field -> problems.of(field + "-" + row) != null);
    }

    public boolean isStandard() {
        return form.code().equals(StrategyContent.STANDARD);
    }

    /** Every problem, for the summary on top. */
    public List<String> sentences() {
        return problems.byField().values().stream().sorted().toList();
    }
}
