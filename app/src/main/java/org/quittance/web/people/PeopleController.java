package org.quittance.web.people;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.correspondence.Connections;
import org.quittance.identity.Appointments;
import org.quittance.identity.Opening;
import org.quittance.identity.Passwords;
import org.quittance.identity.People;
import org.quittance.identity.Person;
import org.quittance.identity.Portfolio;
import org.quittance.identity.Role;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Adds people, changes their roles, shuts them out and lets them in again. */
@Controller
class PeopleController {

    private final People people;
    private final Passwords passwords;
    private final Connections connections;
    private final BusinessClock clock;

    PeopleController(People people, Passwords passwords, Connections connections, BusinessClock clock) {
        this.people = people;
        this.passwords = passwords;
        this.connections = connections;
        this.clock = clock;
    }

    @GetMapping("/people")
    Page list() {
        Map<Long, Map<Long, String>> portfolios = portfoliosByPerson();
        List<PeopleView.Row> rows = people.all().stream()
                .map(person -> new PeopleView.Row(
                        person,
                        PeopleView.Standing.of(person, clock.now()),
                        List.copyOf(
                                portfolios.getOrDefault(person.id(), Map.of()).values())))
                .toList();
        return Page.of("people/list", "People", new PeopleView(rows, connections.failing()));
    }

    @GetMapping("/people/new")
    Page form() {
        return Page.of("people/add", "Add a person", new NewPersonView(NewPerson.empty(), Problems.none()));
    }

    @PostMapping("/people")
    Answer add(NewPerson form, Viewer viewer) {
        Problems problems = form.problems(people);
        if (!problems.isEmpty()) {
            return Page.of("people/add", "Add a person", new NewPersonView(form, problems))
                    .refused();
        }
        String password =
                passwords.addWithOneTimePassword(form.login(), form.name(), form.email(), form.roles(), viewer.login());
        return Redirect.to("/people").saying(handOver(form.name(), form.login()), password);
    }

    @GetMapping("/people/{id}")
    Page person(@PathVariable long id) {
        Person person = existing(id);
        return page(person, person.roles(), Problems.none());
    }

    @PostMapping("/people/{id}/roles")
    Answer changeRoles(
            @PathVariable long id, @RequestParam(required = false) @Nullable Set<Role> roles, Viewer viewer) {
        Person person = existing(id);
        Set<Role> wanted = roles == null ? Set.of() : roles;
        Optional<Appointments.Refusal> refusal = Appointments.ofChange(viewer, id, wanted);
        if (refusal.isPresent()) {
            return page(person, wanted, Problems.at("roles", refusal.get().told()))
                    .refused();
        }
        people.changeRoles(id, wanted, viewer.login());
        return to(id).saying(person.name() + " has the new roles from the next click.");
    }

    @PostMapping("/people/{id}/disablement")
    Redirect disable(@PathVariable long id, Viewer viewer) {
        Person person = existing(id);
        Optional<Appointments.Refusal> refusal = Appointments.ofDisabling(viewer, id);
        if (refusal.isPresent()) {
            return to(id).refusing(refusal.get().told());
        }
        people.disable(id, clock.now(), viewer.login());
        return to(id).saying(person.name() + " is shut out. What they did stays in the trail.");
    }

    @PostMapping("/people/{id}/readmission")
    Redirect enable(@PathVariable long id, Viewer viewer) {
        Person person = existing(id);
        people.enable(id, viewer.login());
        return to(id).saying(person.name() + " can sign in again.");
    }

    @PostMapping("/people/{id}/one-time-password")
    Redirect giveOneTimePassword(@PathVariable long id, Viewer viewer) {
        Person person = existing(id);
        Optional<Appointments.Refusal> refusal = Appointments.ofGivingPassword(viewer, id);
        if (refusal.isPresent()) {
            return to(id).refusing(refusal.get().told());
        }
        String password = passwords.giveOneTimePassword(id, viewer.login());
        return to(id).saying(handOver(person.name(), person.login()), password);
    }

    private Page page(Person person, Set<Role> roles, Problems problems) {
        List<Portfolio> all = people.portfolios();
        List<Portfolio> owned =
                all.stream().filter(portfolio -> isOwnedBy(portfolio, person)).toList();
        List<Opening> opened = people.openings().stream()
                .filter(opening -> opening.personId() == person.id())
                .toList();
        Set<Long> openedIds =
                Set.copyOf(opened.stream().map(Opening::portfolioId).toList());
        List<Portfolio> others = all.stream()
                .filter(portfolio -> !isOwnedBy(portfolio, person) && !openedIds.contains(portfolio.id()))
                .toList();
        PersonView view = new PersonView(
                person, PeopleView.Standing.of(person, clock.now()), roles, owned, opened, others, problems);
        return Page.of("people/person", person.name(), view);
    }

    /** Names by number, each once: whoever owns a portfolio may have had it opened to them before. */
    private Map<Long, Map<Long, String>> portfoliosByPerson() {
        Map<Long, Map<Long, String>> names = new HashMap<>();
        for (Portfolio portfolio : people.portfolios()) {
            if (portfolio.ownerId() != null) {
                names.computeIfAbsent(portfolio.ownerId(), _ -> new LinkedHashMap<>())
                        .put(portfolio.id(), portfolio.name());
            }
        }
        for (Opening opening : people.openings()) {
            names.computeIfAbsent(opening.personId(), _ -> new LinkedHashMap<>())
                    .putIfAbsent(opening.portfolioId(), opening.portfolioName());
        }
        return names;
    }

    private Person existing(long id) {
        return people.find(id)
                .orElseThrow(() -> PageRefused.notFound("There is no person with the number " + id + "."));
    }

    private static boolean isOwnedBy(Portfolio portfolio, Person person) {
        return portfolio.ownerId() != null && portfolio.ownerId() == person.id();
    }

    private static String handOver(String name, String login) {
        return name + " can sign in as " + login
                + " with the password below. It is shown only now, and must be changed at the first sign-in.";
    }

    private static Redirect to(long id) {
        return Redirect.to("/people/" + id);
    }
}
