package org.quittance.core.collections;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.ItemId;

/** What was said to the steps of an account that need approval, as far as it still holds. */
final class Verdicts {

    private final Standing standing;

    Verdicts(Standing standing) {
        this.standing = standing;
    }

    /** The latest that was said to the step for the item and still holds. */
    @Nullable
    StepVerdict on(Step step, ItemStanding item) {
        StepVerdict latest = null;
        if (step.approval().isNeeded()) {
            for (StepVerdict verdict : standing.verdicts()) {
                latest = verdict.holds(step, item, standing.asOf()) ? verdict : latest;
            }
        }
        return latest;
    }

    /** Those of the items for which the step waits for an approval; none where somebody has to look at the account before. */
    List<Concern> held(Step step, List<Concern> concerns) {
        if (!step.approval().isNeeded() || standing.block() != null) {
            return List.of();
        }
        Set<ItemId> approved = new HashSet<>();
        for (ItemStanding item : standing.items()) {
            StepVerdict verdict = on(step, item);
            if (verdict != null && verdict.kind() == StepVerdict.Kind.APPROVED) {
                approved.add(item.item().id());
            }
        }
        return concerns.stream()
                .filter(concern -> !approved.contains(concern.item()))
                .toList();
    }

    /** By whose word those of the items go for which the step waits for no approval any more, one for each time that somebody gave it. */
    List<Reason.StepApproved> given(Step step, List<Concern> concerns) {
        if (!step.approval().isNeeded() || standing.block() != null) {
            return List.of();
        }
        Map<StepVerdict, List<Concern>> given = new LinkedHashMap<>();
        for (ItemStanding item : standing.items()) {
            StepVerdict verdict = on(step, item);
            if (verdict != null && verdict.kind() == StepVerdict.Kind.APPROVED) {
                concerns.stream()
                        .filter(concern -> concern.item().equals(item.item().id()))
                        .forEach(concern -> given.computeIfAbsent(verdict, _ -> new ArrayList<>())
                                .add(concern));
            }
        }
        return given.entrySet().stream()
                .map(each -> new Reason.StepApproved(
                        step,
                        each.getKey().on(),
                        each.getKey().by(),
                        each.getKey().lapsesOn(step).minusDays(1),
                        each.getValue()))
                .toList();
    }

    /** Whether somebody has declined what a person has chosen, so that the strategy proposes again. */
    boolean declines(ChosenStep chosen, Step step) {
        return step.approval().isNeeded()
                && standing.verdicts().stream()
                        .anyMatch(verdict -> verdict.kind() == StepVerdict.Kind.DECLINED
                                && verdict.step().equals(step.id())
                                && !verdict.on().isBefore(chosen.on()));
    }
}
