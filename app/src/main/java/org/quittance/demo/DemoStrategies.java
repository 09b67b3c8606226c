package org.quittance.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.quittance.collections.strategy.StrategyBook;
import org.quittance.collections.strategy.StrategyContent;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Approval;
import org.quittance.core.collections.Audience;
import org.quittance.core.collections.BrokenPromise;
import org.quittance.core.collections.CreditsInLetters;
import org.quittance.core.collections.DayRange;
import org.quittance.core.collections.Dispatch;
import org.quittance.core.collections.Execution;
import org.quittance.core.collections.RunningAccounts;
import org.quittance.core.collections.Share;
import org.quittance.core.collections.Step;
import org.quittance.core.collections.StepCondition;
import org.quittance.core.collections.StepDraft;
import org.quittance.core.collections.StepOwner;
import org.quittance.core.money.Money;
import org.springframework.stereotype.Component;

/**
 * What the credit manager has drawn up and not yet dared, a firmer hand for mid-size customers who pay late by habit; and what she has begun
 * to compare today, a slower one for those who pay on time by themselves. Small debts in Britain are chased by telephone.
 */
@Component
class DemoStrategies {

    private static final String PROMPT = "prompt-payers-light";
    private static final String SMALL = "small-debts-short-and-cheap";

    /** What sends by itself is let go by another than who wrote it. */
    private static final String RELEASED_BY = "tessa";

    private final StrategyBook book;

    DemoStrategies(StrategyBook book) {
        this.book = book;
    }

    void enter(LocalDate today) {
        draftAFirmHand();
        chaseSmallDebtsByTelephone(today);
        compareALightOne(today);
    }

    private void compareALightOne(LocalDate today) {
        Audience prompt = new Audience(Set.of("HRUK"), Set.of(), null, null, DayRange.ANY, new DayRange(null, 5));
        book.save(
                new StrategyContent(
                        PROMPT,
                        "Prompt payers, light",
                        "They pay without us. Does it cost anything to write later?",
                        20,
                        prompt,
                        List.of(
                                // Whoever pays by themselves is written to only when a lead has looked.
                                written(Action.NOTICE_1, 12, 5, 1)
                                        .approval(Approval.LEAD)
                                        .step(),
                                call("call", 20, 5, 2),
                                written(Action.NOTICE_3, 30, 7, 3).step()),
                        CreditsInLetters.NETTED),
                0,
                DemoLoader.ACTOR);
        book.release(PROMPT, 1, new StrategyBook.GoLive(today, RunningAccounts.STAY, Share.of(50)), RELEASED_BY);
    }

    private void draftAFirmHand() {
        Audience slowMidSize = new Audience(
                Set.of(), Set.of(), Money.of("5000", "EUR"), Money.of("60000", "EUR"), DayRange.ANY, DayRange.from(15));
        book.save(
                new StrategyContent(
                        "slow-mid-size-payers",
                        "Slow mid-size payers",
                        "They answer to a voice, not to paper: call early, write little.",
                        10,
                        slowMidSize,
                        List.of(
                                written(Action.REMINDER_BEFORE_DUE, -5, 0, 1).step(),
                                call("call", 3, 3, 2),
                                written(Action.NOTICE_1, 8, 5, 3).step(),
                                call("call-again-2", 14, 5, 4),
                                written(Action.NOTICE_3, 21, 7, 5).step(),
                                byHand(Action.INTEREST_NOTICE, 26, 6, "250"),
                                byHand(Action.RECOMMEND_HOLD, 30, 7, "1000"),
                                visitWhoBrokeTheirWord(),
                                byHand(Action.RECOMMEND_AGENCY, 60, 9, "1000")),
                        CreditsInLetters.NETTED),
                0,
                DemoLoader.ACTOR);
    }

    /** Little is owed: a few words to a telephone and a paper in the portal cost less than a call. */
    private void chaseSmallDebtsByTelephone(LocalDate today) {
        Audience small =
                new Audience(Set.of("HRUK"), Set.of(), null, Money.of("4000", "EUR"), DayRange.ANY, DayRange.from(6));
        book.save(
                new StrategyContent(
                        SMALL,
                        "Small debts, short and cheap",
                        "A call costs more than it brings: a text message, then their portal.",
                        30,
                        small,
                        List.of(
                                written(Action.REMINDER_BEFORE_DUE, -3, 0, 1).step(),
                                written(Action.NOTICE_1, 5, 5, 2).step(),
                                written(Action.TEXT_MESSAGE, 12, 4, 3).step(),
                                byHand(Action.PORTAL_NOTICE, 18, 4, "50"),
                                onPaper(written(Action.NOTICE_3, 32, 7, 5).approval(Approval.LEAD)),
                                escalateOldOnes()),
                        CreditsInLetters.LISTED),
                0,
                DemoLoader.ACTOR);
        book.release(SMALL, 1, StrategyBook.GoLive.forAll(today, RunningAccounts.MOVE), RELEASED_BY);
    }

    private static StepDraft written(Action action, int daysFromDue, int waitDays, int level) {
        String kind = action.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Step.draft(kind, action, Money.of("0", "EUR")).placed(daysFromDue, waitDays, level);
    }

    /** By registered post, and sent by a person: whoever is taken to court later shall not say that it never came. */
    private static Step onPaper(StepDraft letter) {
        return letter.dispatch(Dispatch.REGISTERED).execution(Execution.BY_HAND).step();
    }

    private static Step byHand(Action action, int daysFromDue, int level, String minimum) {
        return Step.draft(action.name().toLowerCase(Locale.ROOT).replace('_', '-'), action, Money.of(minimum, "EUR"))
                .placed(daysFromDue, 5, level)
                .step();
    }

    private static Step escalateOldOnes() {
        return Step.draft("escalate", Action.ESCALATE, Money.of("250", "EUR"))
                .placed(50, 5, 6)
                .condition(StepCondition.whereOldest(DayRange.from(75)))
                .owner(StepOwner.LEAD)
                .step();
    }

    /** Whoever has promised and not paid is gone to; the others are not worth the journey. */
    private static Step visitWhoBrokeTheirWord() {
        return Step.draft("visit", Action.VISIT, Money.of("5000", "EUR"))
                .placed(38, 5, 8)
                .condition(StepCondition.where(BrokenPromise.STANDS))
                .step();
    }

    private static Step call(String id, int daysFromDue, int waitDays, int level) {
        return Step.draft(id, Action.CALL, Money.of("250", "EUR"))
                .placed(daysFromDue, waitDays, level)
                .step();
    }
}
