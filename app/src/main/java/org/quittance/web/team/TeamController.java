package org.quittance.web.team;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.quittance.collections.team.TeamActivity;
import org.quittance.collections.team.TeamBook;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;
import org.quittance.identity.AbsenceOutcome;
import org.quittance.identity.Absences;
import org.quittance.identity.People;
import org.quittance.identity.Person;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.web.export.TableExport;
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

/** Shows the team and its work, and enters who is away and who covers. */
@Controller
class TeamController {

    private static final String PATH = "/team";

    private static final List<Column> COLUMNS = List.of(
            Column.date("Day"),
            Column.text("What"),
            Column.text("More"),
            Column.text("Customer"),
            Column.text("Accounts"));

    private final TeamBook team;
    private final Absences absences;
    private final People people;
    private final TargetPages targets;
    private final BusinessClock clock;

    TeamController(TeamBook team, Absences absences, People people, TargetPages targets, BusinessClock clock) {
        this.team = team;
        this.absences = absences;
        this.people = people;
        this.targets = targets;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Page show(Viewer viewer) {
        return page(TeamView.Typed.nothing(clock.today()), Problems.none(), viewer);
    }

    private Page page(TeamView.Typed typed, Problems problems, Viewer viewer) {
        List<Person> present =
                people.all().stream().filter(person -> !person.isDisabled()).toList();
        return Page.of(
                "team/team",
                "Team",
                new TeamView(
                        team.lines(viewer),
                        targets.lines(viewer, YearMonth.from(clock.today()), clock.today()),
                        absences.notOver(),
                        present,
                        clock.today(),
                        typed,
                        problems));
    }

    @PostMapping(PATH + "/absences")
    Answer enter(
            @RequestParam long person,
            @RequestParam long cover,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer) {
        AbsenceOutcome outcome = absences.enter(new Absences.Wish(person, cover, from, until, reason), viewer);
        return outcome == AbsenceOutcome.DONE
                ? answer(outcome, "The absence is entered. The portfolios are open to the cover on these days.")
                : page(
                                new TeamView.Typed(person, cover, from.toString(), until.toString(), reason),
                                Problems.at("absence", outcome.sentence()),
                                viewer)
                        .refused();
    }

    @PostMapping(PATH + "/absences/{id}/end")
    Answer end(@PathVariable long id, Viewer viewer) {
        return answer(absences.end(id, viewer), "The absence is over; its cover sees the portfolios no longer.");
    }

    @GetMapping(PATH + "/{id}/activity")
    Page activity(@PathVariable long id, Viewer viewer) {
        Person person = existing(id);
        return Page.of("team/activity", person.name(), new ActivityView(person, team.activity(person.login(), viewer)));
    }

    @GetMapping(PATH + "/{id}/activity/export")
    void export(
            @PathVariable long id, @RequestParam TableExport.Format format, Viewer viewer, HttpServletResponse response)
            throws IOException {
        Person person = existing(id);
        new TableExport("activity of %s %s".formatted(person.login(), clock.today()), COLUMNS)
                .to(
                        response,
                        format,
                        team.activity(person.login(), viewer).stream()
                                .map(TeamController::row)
                                .toList());
    }

    private static Answer answer(AbsenceOutcome outcome, String done) {
        Redirect there = Redirect.to(PATH);
        return outcome == AbsenceOutcome.DONE ? there.saying(done) : there.refusing(outcome.sentence());
    }

    private Person existing(long id) {
        return people.find(id)
                .orElseThrow(() -> PageRefused.notFound("There is no person with the number " + id + "."));
    }

    private static List<Value> row(TeamActivity done) {
        return List.of(
                Value.of(done.on()),
                Value.of(done.what()),
                Value.of(done.words()),
                Value.of(done.customerName()),
                Value.of(done.accounts()));
    }
}
