package org.quittance.web.guide;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quittance.collections.guide.GuideBook;
import org.quittance.collections.guide.GuideBook.Refusal;
import org.quittance.collections.guide.GuideText;
import org.quittance.core.collections.Sentences;
import org.quittance.core.guide.GuideTopic;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Writes the process guide, shows who has not read what, and takes down who has. */
@Controller
class GuideController {

    private static final String PATH = "/team/guide";
    private static final String OWN = "/own/guide";

    private final GuideBook guide;
    private final BusinessClock clock;

    GuideController(GuideBook guide, BusinessClock clock) {
        this.guide = guide;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Page list() {
        return Page.of("guide/guide", "Process guide", new GuideView(GuideTopic.all(), guide.entries(clock.today())));
    }

    @GetMapping(PATH + "/{topic}")
    Page text(@PathVariable String topic) {
        GuideTopic about = existing(topic);
        String last = guide.versions(about).stream()
                .findFirst()
                .map(text -> text.words().text())
                .orElse("");
        return page(about, last, clock.today(), Problems.none());
    }

    @PostMapping(PATH + "/{topic}/versions")
    Answer write(
            @PathVariable String topic,
            @RequestParam int after,
            @RequestParam(defaultValue = "") String words,
            @RequestParam LocalDate from,
            Viewer viewer) {
        GuideTopic about = existing(topic);
        Optional<Refusal> refusal = guide.write(new GuideBook.Draft(about, after, words, from), clock.today(), viewer);
        return refusal.<Answer>map(why -> page(about, words, from, Problems.at(field(why), why.sentence()))
                        .refused())
                .orElseGet(() -> Redirect.to(PATH + "/" + about.key())
                        .saying("The guide says this from %s on; whoever works at the step is asked to read it."
                                .formatted(Sentences.day(from))));
    }

    @GetMapping(OWN)
    Page own(Viewer viewer) {
        return Page.of("own/guide", "Process guide", new OwnGuideView(guide.of(viewer, clock.today())));
    }

    /** Where it is read beside a step, the step stays on the page. */
    @PostMapping(OWN + "/{text}/readings")
    Answer read(
            @PathVariable long text,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace,
            Viewer viewer) {
        if (!guide.read(text, viewer)) {
            throw PageRefused.notFound("The guide has no text of the number " + text + ".");
        }
        return inPlace
                ? own(viewer).orFragment("guide/noted")
                : Redirect.to(OWN).saying("It is noted that you have read it.");
    }

    private static String field(Refusal refusal) {
        return switch (refusal) {
            case OVERTAKEN, NOTHING_CHANGED, TOO_LONG -> "words";
            case NOT_BEFORE_TODAY -> "from";
        };
    }

    private Page page(GuideTopic topic, String words, LocalDate from, Problems problems) {
        List<GuideText> versions = guide.versions(topic);
        return Page.of(
                "guide/text",
                topic.label(),
                new GuideTextView(
                        topic,
                        guide.inForce(clock.today()).get(topic),
                        versions,
                        versions.stream().findFirst().map(GuideText::version).orElse(0),
                        words,
                        from,
                        problems));
    }

    private static GuideTopic existing(String key) {
        return GuideTopic.parse(key).orElseThrow(() -> PageRefused.notFound("There is no such step of the work."));
    }
}
