package org.quittance.web.team;

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
 * @param rowsUrl where the rows are that sum to it
 */
public record TargetLine(TargetSubject subject, Target target, Progress progress, String rowsUrl) {

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
