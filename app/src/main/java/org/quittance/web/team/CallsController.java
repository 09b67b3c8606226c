package org.quittance.web.team;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.team.CallReviewOutcome;
import org.quittance.collections.team.CallReviews;
import org.quittance.collections.team.CallSamples;
import org.quittance.collections.team.CallSheet;
import org.quittance.collections.team.SampledCall;
import org.quittance.core.collections.CallCheck;
import org.quittance.core.collections.CallCheck.Finding;
import org.quittance.core.collections.CallCheck.Question;
import org.quittance.core.collections.CallLot;
import org.quittance.identity.People;
import org.quittance.identity.Person;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Redirect;
import org.quittance.web.page.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Draws calls of a person to be checked, keeps the checks, and shows everybody what was said of theirs. */
@Controller
class CallsController {

    private final CallReviews reviews;
    private final CallSamples samples;
    private final People people;
    private final BusinessClock clock;

    CallsController(CallReviews reviews, CallSamples samples, People people, BusinessClock clock) {
        this.reviews = reviews;
        this.samples = samples;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/team/{id}/calls")
    Page calls(@PathVariable long id, Viewer viewer) {
        Person person = person(id);
        return Page.of(
                "team/calls",
                "Calls of " + person.name(),
                new CallsView(
                        person, clock.today(), samples.of(person.login(), viewer), reviews.of(person.login(), viewer)));
    }

    /**
     * Draws a sample.
     *
     * @param answered how many of its calls somebody has answered
     */
    @PostMapping("/team/{id}/calls/samples")
    Answer draw(@PathVariable long id, @RequestParam int answered, Viewer viewer) {
        int size = CallLot.CUSTOMARY.size();
        CallLot lot = new CallLot(size, Math.clamp(answered, 0, size));
        CallSamples.Outcome outcome = samples.draw(person(id).login(), lot, viewer);
        Redirect calls = Redirect.to("/team/" + id + "/calls");
        return outcome == CallSamples.Outcome.DRAWN
                ? calls.saying(outcome.sentence())
                : calls.refusing(outcome.sentence());
    }

    @GetMapping("/team/calls/{activity}")
    Page call(@PathVariable long activity, Viewer viewer) {
        return sheet(activity, Map.of(), "", null, viewer);
    }

    @PostMapping("/team/calls/{activity}/review")
    Answer review(@PathVariable long activity, @RequestParam Map<String, String> fields, Viewer viewer) {
        Map<Question, Finding> answers = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            String answer = fields.get(question.name());
            if (answer != null) {
                answers.put(question, Finding.valueOf(answer));
            }
        }
        String note = Typed.text(fields.get("note"));
        CallReviewOutcome outcome = reviews.review(activity, new CallCheck(answers), note, viewer);
        if (outcome != CallReviewOutcome.DONE) {
            return sheet(activity, answers, note, outcome.sentence(), viewer).refused();
        }
        Person person = person(reviews.call(activity, viewer).orElseThrow());
        return Redirect.to("/team/" + person.id() + "/calls")
                .saying("The check is kept. " + person.name() + " sees it under Coaching.");
    }

    @GetMapping("/own/coaching")
    Page own(Viewer viewer) {
        return Page.of("own/coaching", "Coaching", new CoachingView(reviews.ofOwn(viewer), reviews.unread(viewer)));
    }

    /** Keeps that the viewer has read what was said of their calls, as far as the page showed it. */
    @PostMapping("/own/coaching/readings")
    Answer read(@RequestParam long upTo, Viewer viewer) {
        reviews.read(upTo, viewer);
        return Redirect.to("/own/coaching").saying("It is noted that you have read it.");
    }

    private Page sheet(
            long activity, Map<Question, Finding> answers, String note, @Nullable String problem, Viewer viewer) {
        CallSheet noted = reviews.sheet(activity, viewer)
                .orElseThrow(() -> PageRefused.notFound(CallReviewOutcome.NO_SUCH_CALL.sentence()));
        return Page.of("team/call", "Check a call", new CallView(noted, person(noted.call()), answers, note, problem));
    }

    private Person person(long id) {
        return people.find(id)
                .orElseThrow(() -> PageRefused.notFound("There is no person with the number " + id + "."));
    }

    private Person person(SampledCall call) {
        return people.byLogin(call.person())
                .orElseThrow(() -> PageRefused.notFound("Nobody here has the login " + call.person() + "."));
    }
}
