package org.quittance.web.people;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quittance.identity.Opening;
import org.quittance.identity.People;
import org.quittance.identity.Person;
import org.quittance.identity.Viewer;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adds portfolios, hands them over, and opens them to those who cover for the owner. */
@Controller
class PortfoliosController {

    private static final String PATH = "/people/portfolios";

    private final People people;

    PortfoliosController(People people) {
        this.people = people;
    }

    @GetMapping(PATH)
    Page list() {
        return page("", Problems.none());
    }

    @PostMapping(PATH)
    Answer add(@RequestParam String name, @RequestParam(required = false) @Nullable Long ownerId, Viewer viewer) {
        String tidy = name.strip();
        if (tidy.isEmpty()) {
            return page(tidy, Problems.at("name", "Give the portfolio a name.")).refused();
        }
        if (people.portfolios().stream().anyMatch(portfolio -> portfolio.name().equals(tidy))) {
            return page(tidy, Problems.at("name", "There is a portfolio of this name already."))
                    .refused();
        }
        people.addPortfolio(tidy, ownerId, viewer.login());
        return Redirect.to(PATH).saying("The portfolio " + tidy + " was added.");
    }

    @PostMapping(PATH + "/{id}/owner")
    Redirect handOver(@PathVariable long id, @RequestParam(required = false) @Nullable Long ownerId, Viewer viewer) {
        people.handOverPortfolio(id, ownerId, viewer.login());
        return Redirect.to(PATH).saying(nameOf(id) + " has its new owner.");
    }

    @PostMapping(PATH + "/{id}/openings")
    Redirect open(@PathVariable long id, @RequestParam long personId, Viewer viewer) {
        Person person = existing(personId);
        people.openPortfolio(id, personId, viewer.login());
        return Redirect.to(PATH).saying(person.name() + " sees " + nameOf(id) + " from the next click.");
    }

    @PostMapping(PATH + "/{id}/openings/{personId}/closing")
    Redirect close(@PathVariable long id, @PathVariable long personId, Viewer viewer) {
        Person person = existing(personId);
        people.closePortfolio(id, personId, viewer.login());
        return Redirect.to(PATH).saying(person.name() + " no longer sees " + nameOf(id) + ".");
    }

    private Page page(String name, Problems problems) {
        Map<Long, List<Opening>> openings =
                people.openings().stream().collect(Collectors.groupingBy(Opening::portfolioId));
        List<PortfoliosView.Row> rows = people.portfolios().stream()
                .map(portfolio -> new PortfoliosView.Row(portfolio, openings.getOrDefault(portfolio.id(), List.of())))
                .toList();
        List<Person> present =
                people.all().stream().filter(person -> !person.isDisabled()).toList();
        return Page.of("people/portfolios", "Portfolios", new PortfoliosView(rows, name, present, problems));
    }

    private String nameOf(long portfolioId) {
        return people.portfolios().stream()
                .filter(portfolio -> portfolio.id() == portfolioId)
                .findFirst()
                .orElseThrow(() -> PageRefused.notFound("There is no portfolio with the number " + portfolioId + "."))
                .name();
    }

    private Person existing(long id) {
        return people.find(id)
                .orElseThrow(() -> PageRefused.notFound("There is no person with the number " + id + "."));
    }
}
