package org.quittance.web.strategies;

import java.util.List;
import org.quittance.collections.strategy.StrategyContent;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Dispatch;
import org.quittance.core.collections.Enclosure;
import org.quittance.core.collections.Execution;
import org.quittance.core.collections.Repetition;
import org.quittance.ledger.LegalEntity;
import org.quittance.web.page.Problems;

/** The form of a strategy with what is wrong in it. */
public record StrategyFormView(StrategyForm form, List<LegalEntity> entities, Problems problems) {

    public StrategyFormView {
        entities = List.copyOf(entities);
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

    public boolean isStandard() {
        return form.code().equals(StrategyContent.STANDARD);
    }

    /** Every problem, for the summary on top. */
    public List<String> sentences() {
        return problems.byField().values().stream().sorted().toList();
    }
}
