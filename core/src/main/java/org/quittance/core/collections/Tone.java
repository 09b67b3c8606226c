package org.quittance.core.collections;

import java.util.Comparator;
import java.util.List;

/** How a text message speaks, the mildest first. */
public enum Tone {
    FRIENDLY("friendly"),
    FIRM("firm"),
    FINAL("final");

    private final String label;

    Tone(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** How a step of a ladder speaks: as the gravest notice below it did. */
    public static Tone of(List<Step> ladder, Step step) {
        return ladder.stream()
                .filter(each -> each.level() < step.level())
                .map(each -> of(each.action()))
                .max(Comparator.naturalOrder())
                .orElse(FRIENDLY);
    }

    /** The tone of a letter; what is no letter is as friendly as can be. */
    private static Tone of(Action action) {
        return switch (action) {
            case NOTICE_2 -> FIRM;
            case NOTICE_3 -> FINAL;
            case REMINDER_BEFORE_DUE,
                    NOTICE_1,
                    TEXT_MESSAGE,
                    CALL,
                    INTEREST_NOTICE,
                    PORTAL_NOTICE,
                    VISIT,
                    ESCALATE,
                    RECOMMEND_SUSPENSION,
                    RECOMMEND_HOLD,
                    RECOMMEND_AGENCY,
                    RECOMMEND_LEGAL,
                    CLEAR_CASH,
                    REVIEW,
                    READ_ANSWER -> FRIENDLY;
        };
    }
}
