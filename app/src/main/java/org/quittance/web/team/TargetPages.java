package org.quittance.web.team;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.collections.team.TargetBook;
import org.quittance.collections.team.TargetBook.Target;
import org.quittance.collections.team.TargetFigures;
import org.quittance.collections.team.TargetFigures.Reached;
import org.quittance.collections.team.TargetRow;
import org.quittance.collections.team.TargetSubject;
import org.quittance.core.targets.Progress;
import org.quittance.core.targets.TargetMeasure;
import org.quittance.core.targets.WorkingDays;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Component;

/** Puts targets beside what was reached of them, for the team and for each on their own page. */
@Component
public class TargetPages {

    /** Where a collector reads the rows behind their own figures. */
    public static final String OWN_ROWS = "/today/targets";

    static final String TEAM_ROWS = "/team/targets/rows";

    private final TargetBook book;
    private final TargetFigures figures;

    TargetPages(TargetBook book, TargetFigures figures) {
        this.book = book;
        this.figures = figures;
    }

    /** All targets of the month about accounts that the viewer sees, by subject. */
    List<TargetLine> lines(Viewer viewer, YearMonth month, LocalDate today) {
        return lines(viewer, book.subjects(viewer), month, today, TEAM_ROWS);
    }

    /** The viewer's own targets. */
    List<TargetLine> own(Viewer viewer, YearMonth month, LocalDate today) {
        return lines(viewer, ownSubject(viewer).stream().toList(), month, today, OWN_ROWS);
    }

    /** Whether the viewer has targets of their own, without what was reached of them. */
    public boolean hasOwn(Viewer viewer, YearMonth month) {
        return ownSubject(viewer)
                .map(subject -> book.of(month).getOrDefault(subject.key(), Map.of()))
                .filter(targets -> targets.values().stream().anyMatch(target -> target.goal() != null))
                .isPresent();
    }

    Optional<TargetSubject> ownSubject(Viewer viewer) {
        return book.subjects(viewer).stream()
                .filter(subject -> subject.login().equals(viewer.login()))
                .findFirst();
    }

    private List<TargetLine> lines(
            Viewer viewer, List<TargetSubject> subjects, YearMonth month, LocalDate today, String rowsUrl) {
        Map<String, Map<TargetMeasure, Target>> targets = book.of(month);
        List<TargetSubject> aiming = subjects.stream()
                .filter(subject ->
                        !targets.getOrDefault(subject.key(), Map.of()).isEmpty())
                .toList();
        if (aiming.isEmpty()) {
            return List.of();
        }
        Set<TargetMeasure> measures = aiming.stream()
                .flatMap(subject -> targets.getOrDefault(subject.key(), Map.of()).keySet().stream())
                .collect(Collectors.toSet());
        Reached reached = figures.reached(viewer, month, today, measures);
        Map<String, WorkingDays> days = new HashMap<>();
        List<TargetLine> lines = new ArrayList<>();
        for (TargetSubject subject : aiming) {
            targets.getOrDefault(subject.key(), Map.of()).forEach((measure, target) -> {
                Long goal = target.goal();
                if (goal != null) {
                    WorkingDays gone = days.computeIfAbsent(subject.key(), _ -> figures.days(subject, month, today));
                    lines.add(new TargetLine(
                            subject,
                            target,
                            new Progress(measure, goal, reached.of(subject, target), gone),
                            reached.beside(subject, target),
                            "%s?month=%s&of=%s&measure=%s".formatted(rowsUrl, month, subject.key(), measure)));
                }
            });
        }
        return lines;
    }

    /** The rows behind one of the lines; empty where the viewer has no such line. */
    Optional<TargetRowsView> rows(
            Viewer viewer, TargetSubject subject, TargetMeasure measure, YearMonth month, LocalDate today) {
        return Optional.ofNullable(
                        book.of(month).getOrDefault(subject.key(), Map.of()).get(measure))
                .map(target -> {
                    List<TargetRow> rows = figures.rows(viewer, subject, target, month, today);
                    return new TargetRowsView(subject, target, month, rows);
                });
    }
}
