package org.quittance.web.strategies;

import java.util.List;
import java.util.Optional;
import org.quittance.collections.strategy.LadderMoves;
import org.quittance.collections.strategy.StrategyBook;
import org.quittance.collections.strategy.StrategyKept;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Execution;
import org.quittance.core.collections.RolloutDraw;
import org.quittance.core.collections.RunningAccounts;
import org.quittance.core.collections.Step;
import org.quittance.web.page.Format;

/**
 * What it would mean to let a version go live, before it does.
 *
 * @param live the version that is live now; none where the strategy is new
 * @param moves where items under way would go on
 * @param draw whom it would take today; empty where the ledger is too large to be counted
 */
public record GoLiveView(
        StrategyKept shown,
        Optional<StrategyKept> live,
        StrategyBook.GoLive how,
        List<LadderMoves.Line> moves,
        Optional<RolloutDraw> draw) {

    public GoLiveView {
        moves = List.copyOf(moves);
    }

    public String path() {
        return "/strategies/" + shown.content().code();
    }

    public int percent() {
        return how.share().percent();
    }

    /** Whom it would take and whom it would hold out, each a line of the table. */
    public List<DrawLine> sides() {
        return draw.map(drawn -> DrawLine.of(
                        new DrawLine("It takes", drawn.with()), new DrawLine("Held out of it", drawn.heldOut())))
                .orElseGet(List::of);
    }

    public boolean isMoving() {
        return how.running() == RunningAccounts.MOVE;
    }

    /** What differs from the version that is live; empty where nothing does, or nothing is live. */
    public List<String> differences(Format format) {
        return live.map(before -> Differences.of(before.content(), shown.content(), new Wording(format)))
                .orElseGet(List::of);
    }

    /** The steps of the version that the night sends without anybody looking at them. */
    public List<String> sentByItself() {
        return shown.content().steps().stream()
                .filter(step -> step.execution() == Execution.AUTOMATIC)
                .map(Step::action)
                .map(Action::label)
                .distinct()
                .toList();
    }

    public List<LadderMoves.Line> again() {
        return moves.stream().filter(line -> line.moved().isAgain()).toList();
    }

    public long itemsAgain() {
        return again().stream().mapToLong(LadderMoves.Line::items).sum();
    }

    /** What the items of a line have had. */
    public String had(LadderMoves.Line line) {
        Action letter = line.letter();
        return letter == null || letter == line.had()
                ? line.had().label()
                : "%s, after %s".formatted(line.had().label(), letter.label());
    }

    public String stands(LadderMoves.Line line) {
        Step stands = line.moved().stands();
        return stands == null
                ? "Before the first step"
                : "Step %d, %s".formatted(stands.level(), stands.action().label());
    }

    public String next(LadderMoves.Line line) {
        Step next = line.moved().next();
        return next == null
                ? "Nothing more"
                : "Step %d, %s".formatted(next.level(), next.action().label());
    }
}
