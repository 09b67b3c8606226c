package org.quittance.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.quittance.identity.AbsenceOutcome;
import org.quittance.identity.Absences;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Component;

/** What the team lead has entered for next week: a collector is on holiday, and a colleague covers. */
@Component
class DemoTeam {

    private static final int DAYS_AWAY = 5;

    private final Absences absences;
    private final People people;

    DemoTeam(Absences absences, People people) {
        this.absences = absences;
        this.people = people;
    }

    void enter(LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        AbsenceOutcome outcome = absences.enter(
                new Absences.Wish(id("omar"), id("clara"), monday, monday.plusDays(DAYS_AWAY - 1), "Holiday"),
                Viewer.system("tessa"));
        if (outcome != AbsenceOutcome.DONE) {
            throw new IllegalStateException(outcome.sentence());
        }
    }

    private long id(String login) {
        return people.byLogin(login).orElseThrow().id();
    }
}
