package org.quittance.web.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quittance.collections.team.TeamLine;
import org.quittance.identity.Absence;
import org.quittance.identity.Person;
import org.quittance.web.page.Problems;

/**
 * The team as a page shows it.
 *
 * @param targets of this month, with what was reached
 * @param absences those of today and later
 * @param people who can be away or cover
 * @param typed what stands in the form for an absence
 */
public record TeamView(
        List<TeamLine> lines,
        List<TargetLine> targets,
        List<Absence> absences,
        List<Person> people,
        LocalDate today,
        Typed typed,
        Problems problems) {

    /**
     * An absence as it was typed.
     *
     * @param person 0 where nobody is chosen
     * @param cover 0 where nobody is chosen
     */
    public record Typed(long person, long cover, String from, String until, String reason) {

        static Typed nothing(LocalDate today) {
            return new Typed(0, 0, today.toString(), "", "");
        }
    }

    public TeamView {
        lines = List.copyOf(lines);
        targets = List.copyOf(targets);
        absences = List.copyOf(absences);
        people = List.copyOf(people);
    }

    /** Why the person of the line is not here today, where they are not. */
    public Optional<Absence> away(TeamLine line) {
        return absences.stream()
                .filter(absence -> absence.personId() == line.personId() && absence.isOn(today))
                .findFirst();
    }
}
