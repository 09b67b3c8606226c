package org.quittance.web.strategies;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.collections.strategy.StrategyBook;
import org.quittance.collections.strategy.StrategyContent;
import org.quittance.collections.strategy.StrategyKept;
import org.quittance.collections.strategy.StrategyOutcome;
import org.quittance.collections.strategy.StrategyRemarks;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntities;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Area;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form by which a strategy is written: each time it is saved, the next version is a draft. */
@Controller
class StrategyFormController {

    private final StrategyBook book;
    private final StrategyRemarks remarks;
    private final LegalEntities entities;

    StrategyFormController(StrategyBook book, StrategyRemarks remarks, LegalEntities entities) {
        this.book = book;
        this.remarks = remarks;
        this.entities = entities;
    }

    @GetMapping("/strategies/new")
    Page startNew(Viewer viewer) {
        onlyWriters(viewer);
        StrategyContent standard =
                book.history(StrategyContent.STANDARD).getFirst().content();
        return page(StrategyForm.newLike(standard, StrategyContent.nextPlace(placesTaken())), Problems.none());
    }

    /** By every version of the strategies that have not ended: a draft wants its place as well. */
    private Set<Integer> placesTaken() {
        return book.all().stream()
                .filter(history -> history.getFirst().ended() == null)
                .flatMap(List::stream)
                .map(kept -> kept.content().place())
                .collect(Collectors.toSet());
    }

    @GetMapping("/strategies/{code}/draft")
    Page change(@PathVariable String code, Viewer viewer) {
        onlyWriters(viewer);
        List<StrategyKept> history = book.history(code);
        if (history.isEmpty()) {
            throw PageRefused.notFound("There is no strategy with the code " + code + ".");
        }
        StrategyKept newest = history.getFirst();
        return page(StrategyForm.of(newest.content(), newest.version()), Problems.none());
    }

    /** @param button which button was pressed: {@code save}, {@code add}, {@code remove-2}, {@code up-2} */
    @PostMapping("/strategies/drafts")
    Answer sent(
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "do", defaultValue = "save") String button,
            Viewer viewer) {
        StrategyForm form = StrategyForm.sent(fields);
        if (button.equals("add")) {
            return page(form.withStep(StepForm.call()), form.steps().size());
        }
        if (button.startsWith("remove-")) {
            return page(
                    form.without(row(button)),
                    Math.min(row(button), form.steps().size() - 2));
        }
        if (button.startsWith("up-")) {
            return page(form.up(row(button)), row(button) - 1);
        }
        return save(form, fields.containsKey("onPurpose"), viewer);
    }

    /** @param onPurpose whether what may be a slip is meant */
    private Answer save(StrategyForm form, boolean onPurpose, Viewer viewer) {
        StrategyReading.Result read = StrategyReading.read(form);
        if (read.content().isEmpty()) {
            return page(form, read.problems()).refused();
        }
        StrategyContent content = read.content().get();
        boolean isNew = form.code().isEmpty();
        if (isNew && !book.history(content.code()).isEmpty()) {
            return page(form, Problems.at("name", "There is a strategy of this name already; choose another."))
                    .refused();
        }
        Optional<StrategyKept> namesake = remarks.namesake(content);
        if (namesake.isPresent()) {
            return page(
                            form,
                            Problems.at(
                                    "name",
                                    "Another strategy has this name already, with the code %s; choose another name."
                                            .formatted(namesake.get().content().code())))
                    .refused();
        }
        Map<String, String> noticed = onPurpose ? Map.of() : remarks.about(content);
        if (!noticed.isEmpty()) {
            return Page.of("strategies/form", title(form), StrategyFormView.asking(form, entities.all(), noticed))
                    .refused();
        }
        StrategyOutcome outcome = book.save(content, form.basedOn(), viewer.login());
        return outcome == StrategyOutcome.DONE
                ? Redirect.to("/strategies/" + content.code())
                        .saying("Version %d is kept as a draft; nobody follows it yet.".formatted(form.basedOn() + 1))
                : page(form, Problems.at("name", outcome.sentence())).refused();
    }

    private static void onlyWriters(Viewer viewer) {
        if (!Area.STRATEGIES.isChangedBy(viewer)) {
            throw PageRefused.forbidden("Strategies are changed by the credit manager.");
        }
    }

    private static int row(String button) {
        String digits = button.substring(button.indexOf('-') + 1);
        return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : -1;
    }

    private Page page(StrategyForm form, Problems problems) {
        return Page.of("strategies/form", title(form), StrategyFormView.of(form, entities.all(), problems));
    }

    /** The form again, where the hand goes on at a row. */
    private Page page(StrategyForm form, int row) {
        return Page.of("strategies/form", title(form), StrategyFormView.at(form, entities.all(), row));
    }

    private static String title(StrategyForm form) {
        return form.code().isEmpty() ? "New strategy" : "Change " + form.name();
    }
}
