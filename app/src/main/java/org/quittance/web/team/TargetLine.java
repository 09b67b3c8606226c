package org.quittance.web.team;

import java.util.List;
import java.util.stream.Collectors;
import org.quittance.collections.team.TargetBook.Target;
import org.quittance.collections.team.TargetSubject;
import org.quittance.core.money.Money;
import org.quittance.core.targets.Progress;
import org.quittance.core.targets.Progress.Standing;
import org.quittance.web.page.Format;
import org.quittance.web.page.Tone;

/**
 * A target with what was reached of it.
 *
 * @param beside what was reached in other currencies than the target's
 * @param rowsUrl where the rows are that sum to it
 */
public record TargetLine(TargetSubject subject, Target target, Progress progress, List<Money> beside, String rowsUrl) {

    public TargetLine {
        beside = List.copyOf(beside);
    }

    /** Such as {@code USD 550,859.97 beside it is not counted}; empty where all is. */
    public String notCounted(Format format) {
        return beside.isEmpty()
                ? ""
                : beside.stream().map(format::money).collect(Collectors.joining(", ")) + " beside it is not counted";
    }

    public String goal(Format format) {
        return shown(progress.goal(), format);
    }

    public String reached(Format format) {
        return shown(progress.reached(), format);
    }

    public Tone tone() {
        return switch (progress.standing()) {
            case REACHED -> Tone.GOOD;
            case ON_COURSE -> Tone.NOTE;
            case BEHIND -> Tone.WARNING;
            case MISSED -> Tone.BAD;
        };
    }

    public Standing standing() {
        return progress.standing();
    }

    private String shown(long figure, Format format) {
        String currency = target.currency();
        return currency == null ? format.count(figure) : format.money(Money.ofMinor(figure, currency));
    }
}
