package org.quittance.web.strategies;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.decision.RolloutDraws;
import org.quittance.collections.strategy.LadderMoves;
import org.quittance.collections.strategy.StrategyBook;
import org.quittance.collections.strategy.StrategyContent;
import org.quittance.collections.strategy.StrategyFiles;
import org.quittance.collections.strategy.StrategyKept;
import org.quittance.collections.strategy.StrategyOutcome;
import org.quittance.collections.strategy.StrategyRemarks;
import org.quittance.collections.trial.Trials;
import org.quittance.core.collections.RolloutDraw;
import org.quittance.core.collections.RunningAccounts;
import org.quittance.core.collections.Sentences;
import org.quittance.core.collections.Share;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Shows strategies and their versions, lets them go live and end, and passes them on as files. */
@Controller
class StrategiesController {

    private static final String PATH = "/strategies";

    private final StrategyBook book;
    private final Trials trials;
    private final LadderMoves moves;
    private final RolloutDraws draws;
    private final StrategyRemarks remarks;
    private final BusinessClock clock;

    StrategiesController(
            StrategyBook book,
            Trials trials,
            LadderMoves moves,
            RolloutDraws draws,
            StrategyRemarks remarks,
            BusinessClock clock) {
        this.book = book;
        this.trials = trials;
        this.moves = moves;
        this.draws = draws;
        this.remarks = remarks;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Page list() {
        return list(Problems.none());
    }

    @GetMapping(PATH + "/{code}")
    Page show(@PathVariable String code, @RequestParam(required = false) @Nullable Integer version) {
        List<StrategyKept> history = history(code);
        StrategyKept shown = version == null ? history.getFirst() : version(history, version);
        return Page.of(
                "strategies/strategy",
                shown.content().name(),
                new StrategyView(shown, history, trials.of(shown), clock.today()));
    }

    /** What it would mean, with the button that does it; whoever has mistyped something is told so first. */
    @GetMapping(PATH + "/{code}/versions/{version}/release")
    Answer confirm(
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam LocalDate from,
            @RequestParam RunningAccounts running,
            @RequestParam String percent,
            Viewer viewer) {
        if (!StrategyView.mayRelease(viewer)) {
            throw PageRefused.forbidden("The credit manager or a team lead lets strategies go live.");
        }
        List<StrategyKept> history = history(code);
        StrategyKept shown = version(history, version);
        Optional<Share> share = RolloutsController.shareOf(percent);
        if (share.isEmpty()) {
            return answer(StrategyOutcome.NOT_A_SHARE, code, version, "");
        }
        StrategyBook.GoLive how = new StrategyBook.GoLive(from, running, share.get());
        StrategyOutcome outcome = book.objection(code, version, how, viewer.login());
        if (outcome != StrategyOutcome.DONE) {
            return answer(outcome, code, version, "");
        }
        Optional<RolloutDraw> draw = draws.draw(shown, how);
        GoLiveView view = new GoLiveView(
                shown,
                history.stream().filter(kept -> !kept.isDraft()).findFirst(),
                how,
                draw.map(drawn -> moves.to(shown, drawn.with().ids())).orElse(List.of()),
                draw);
        return Page.of("strategies/goLive", "Let " + shown.content().name() + " go live", view);
    }

    @PostMapping(PATH + "/{code}/versions/{version}/release")
    Answer release(
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam LocalDate from,
            @RequestParam RunningAccounts running,
            @RequestParam String percent,
            Viewer viewer) {
        StrategyKept kept = version(history(code), version);
        Optional<Share> share = RolloutsController.shareOf(percent);
        if (share.isEmpty()) {
            return answer(StrategyOutcome.NOT_A_SHARE, code, version, "");
        }
        StrategyBook.GoLive how = new StrategyBook.GoLive(from, running, share.get());
        StrategyOutcome objection = book.objection(code, version, how, viewer.login());
        if (objection != StrategyOutcome.DONE) {
            return answer(objection, code, version, "");
        }
        Optional<RolloutDraw> draw = draws.draw(kept, how);
        return answer(
                book.release(
                        code,
                        version,
                        draw.map(RolloutDraw::share).map(how::with).orElse(how),
                        viewer.login()),
                code,
                version,
                "Version %d goes live on %s, for %d %% of its customers%s. All accounts are decided about anew %s."
                        .formatted(
                                version,
                                Sentences.day(from),
                                how.share().percent(),
                                draw.map(drawn -> ", %d of %d today"
                                                .formatted(drawn.with().customers(), drawn.customers()))
                                        .orElse(""),
                                from.isAfter(clock.today()) ? "on that day" : "in the background now"));
    }

    @PostMapping(PATH + "/{code}/end")
    Answer end(@PathVariable String code, @RequestParam LocalDate on, @RequestParam String reason, Viewer viewer) {
        history(code);
        return answer(
                book.end(code, on, reason, viewer.login()),
                code,
                "The strategy ends on %s; its accounts then follow the next one that is for them."
                        .formatted(Sentences.day(on)));
    }

    @GetMapping(PATH + "/{code}/versions/{version}/file")
    void file(@PathVariable String code, @PathVariable int version, HttpServletResponse response) throws IOException {
        StrategyKept kept = version(history(code), version);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("strategy %s version %d.json".formatted(code, version), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.getWriter().write(StrategyFiles.write(kept.content()));
    }

    /** Takes a file in as a draft: of a strategy with its code where there is one, else of a new one. */
    @PostMapping(PATH + "/files")
    Answer takeFile(@RequestParam MultipartFile file, Viewer viewer) throws IOException {
        String text = new String(file.getBytes(), StandardCharsets.UTF_8);
        return switch (StrategyFiles.read(text)) {
            case StrategyFiles.Read.Unreadable(String sentence) ->
                list(Problems.at("file", sentence)).refused();
            case StrategyFiles.Read.Content(StrategyContent content) -> {
                Optional<StrategyKept> namesake = remarks.namesake(content);
                yield namesake.isPresent()
                        ? list(namesake(file, content, namesake.get())).refused()
                        : take(content, viewer);
            }
        };
    }

    private static Problems namesake(MultipartFile file, StrategyContent content, StrategyKept other) {
        String code = other.content().code();
        return Problems.at(
                "file",
                "%s, name: \"%s\" is the name of another strategy, with the code %s; this file has the code %s. Write the code %s into the file to make it that strategy's next version, or give it another name."
                        .formatted(
                                Objects.requireNonNullElse(file.getOriginalFilename(), "The file"),
                                content.name(),
                                code,
                                content.code(),
                                code));
    }

    /** What nobody may have noticed is said, and taken as meant. */
    private Answer take(StrategyContent content, Viewer viewer) {
        Problems problems = StrategyReading.of(content, List.of());
        if (!problems.isEmpty()) {
            String all = String.join(
                    " ", problems.byField().values().stream().sorted().toList());
            return list(Problems.at("file", "The strategy cannot be kept. " + all))
                    .refused();
        }
        List<StrategyKept> history = book.history(content.code());
        int newest = history.isEmpty() ? 0 : history.getFirst().version();
        if (newest > 0 && history.getFirst().content().equals(content)) {
            return Redirect.to(PATH + "/" + content.code())
                    .saying("The file says what version %d says; nothing differs, and no version was made."
                            .formatted(newest));
        }
        String noticed = String.join(
                " ", remarks.about(content).values().stream().sorted().toList());
        return answer(
                book.save(content, newest, viewer.login()),
                content.code(),
                newest + 1,
                "The file is kept as version %d of %s, a draft. %s"
                        .formatted(newest + 1, content.name(), noticed)
                        .strip());
    }

    private static Redirect answer(StrategyOutcome outcome, String code, String done) {
        return answer(outcome, Redirect.to(PATH + "/" + code), done);
    }

    /** Back to the version that it was about. */
    private static Redirect answer(StrategyOutcome outcome, String code, int version, String done) {
        return answer(outcome, Redirect.to("%s/%s?version=%d".formatted(PATH, code, version)), done);
    }

    private static Redirect answer(StrategyOutcome outcome, Redirect there, String done) {
        return outcome == StrategyOutcome.DONE ? there.saying(done) : there.refusing(outcome.sentence());
    }

    private Page list(Problems problems) {
        return Page.of(
                "strategies/list",
                "Strategies",
                new StrategiesView(
                        book.all().stream().map(StrategiesView.Line::of).toList(), problems));
    }

    private List<StrategyKept> history(String code) {
        List<StrategyKept> history = book.history(code);
        if (history.isEmpty()) {
            throw PageRefused.notFound("There is no strategy with the code " + code + ".");
        }
        return history;
    }

    private static StrategyKept version(List<StrategyKept> history, int version) {
        return history.stream()
                .filter(kept -> kept.version() == version)
                .findFirst()
                .orElseThrow(() -> PageRefused.notFound("The strategy has no version " + version + "."));
    }
}
