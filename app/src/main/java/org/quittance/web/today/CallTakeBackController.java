package org.quittance.web.today;

import java.util.Optional;
import org.quittance.collections.call.CallTakeBacks;
import org.quittance.collections.decision.SnoozeTakeBacks;
import org.quittance.collections.worklist.CallRounds;
import org.quittance.core.call.TakingBack;
import org.quittance.core.collections.Sentences;
import org.quittance.identity.Viewer;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Redirect;
import org.quittance.web.today.CallPages.Where;
import org.quittance.web.today.TodayController.Asked;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Takes back what was noted last: a call from the next card of the round, or from the list where the round has ended; from the list also that an account
 * was put off.
 */
@Controller
class CallTakeBackController {

    private static final String TOO_LATE =
            "That is taken back within %d minutes, by who has put it off. Bring the account back on the customer's page."
                    .formatted(TakingBack.WITHIN.toMinutes());

    private final CallTakeBacks takeBacks;
    private final SnoozeTakeBacks snoozes;
    private final CallRounds rounds;
    private final CallPages pages;

    CallTakeBackController(CallTakeBacks takeBacks, SnoozeTakeBacks snoozes, CallRounds rounds, CallPages pages) {
        this.takeBacks = takeBacks;
        this.snoozes = snoozes;
        this.rounds = rounds;
        this.pages = pages;
    }

    /** Back to the card of whoever it was about, at its place of the round. */
    @PostMapping(CallRound.PATH + "/{round}/{place}/taken-back")
    Answer inRound(Asked asked, Where where, @RequestParam long call, Viewer viewer) {
        CallRound here = pages.existing(asked, where, viewer);
        return switch (takeBacks.takeBack(call, viewer)) {
            case CallTakeBacks.Outcome.Refused(String sentence) ->
                Redirect.to(here.on("").url()).refusing(sentence);
            case CallTakeBacks.Outcome.Done(CallTakeBacks.Recent taken) -> {
                Optional<CallRounds.Stop> stop = rounds.of(here.stop().round(), taken.customerId(), viewer);
                // A call that was noted elsewhere is no call of the round.
                yield Redirect.to(stop.map(there -> here.at(there, Math.max(0, here.noted() - 1)))
                                .orElse(here)
                                .on("")
                                .url())
                        .saying(said(taken));
            }
        };
    }

    @PostMapping(path = "/today/taken-back", params = LastNoted.SNOOZE)
    Answer snoozeOnList(Asked asked, @RequestParam(LastNoted.SNOOZE) long snooze, Viewer viewer) {
        Redirect list = Redirect.to(asked.on("/today").url());
        return snoozes.takeBack(snooze, viewer)
                .map(taken -> list.saying(
                        taken.until() == null
                                ? "%s is no longer put off."
                                        .formatted(taken.snoozed().customerName())
                                : "%s is put off until %s again."
                                        .formatted(taken.snoozed().customerName(), Sentences.day(taken.until()))))
                .orElseGet(() -> list.refusing(TOO_LATE));
    }

    @PostMapping(path = "/today/taken-back", params = LastNoted.CALL)
    Answer onList(Asked asked, @RequestParam(LastNoted.CALL) long call, Viewer viewer) {
        Redirect list = Redirect.to(asked.on("/today").url());
        return switch (takeBacks.takeBack(call, viewer)) {
            case CallTakeBacks.Outcome.Refused(String sentence) -> list.refusing(sentence);
            case CallTakeBacks.Outcome.Done(CallTakeBacks.Recent taken) -> list.saying(said(taken));
        };
    }

    private static String said(CallTakeBacks.Recent taken) {
        return "%s: %s is taken back.".formatted(taken.customerName(), taken.outcome());
    }
}
