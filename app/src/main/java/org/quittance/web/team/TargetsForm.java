package org.quittance.web.team;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.team.TargetBook.Target;
import org.quittance.collections.team.TargetBook.Wish;
import org.quittance.collections.team.TargetSubject;
import org.quittance.core.money.Money;
import org.quittance.core.targets.TargetMeasure;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Typed;

/**
 * The targets of a month as typed, one line for each subject; an empty field is no target.
 *
 * @param texts what was typed, by field: {@code currency.PERSON-7}, {@code CONTACTS.PERSON-7}
 */
public record TargetsForm(Map<String, String> texts) {

    private static final int MOST_DIGITS = 6;

    public TargetsForm {
        texts = Map.copyOf(texts);
    }

    static TargetsForm of(Map<String, Map<TargetMeasure, Target>> targets) {
        Map<String, String> texts = new HashMap<>();
        targets.forEach((subject, own) -> own.forEach((measure, target) -> {
            Long goal = target.goal();
            String currency = target.currency();
            if (goal != null) {
                texts.put(
                        measure.name() + "." + subject,
                        currency == null
                                ? goal.toString()
                                : Money.ofMinor(goal, currency).toDecimal().toPlainString());
            }
            if (currency != null) {
                texts.put("currency." + subject, currency);
            }
        }));
        return new TargetsForm(texts);
    }

    /** What was typed into the field; empty where nothing was. */
    public String text(String field) {
        return texts.getOrDefault(field, "").strip();
    }

    public static String field(TargetMeasure measure, TargetSubject subject) {
        return measure.name() + "." + subject.key();
    }

    Problems problems(List<TargetSubject> subjects) {
        Problems problems = Problems.none();
        for (TargetSubject subject : subjects) {
            for (TargetMeasure measure : TargetMeasure.values()) {
                String field = field(measure, subject);
                if (text(field).isEmpty()) {
                    continue;
                }
                if (measure.isMoney() && currency(subject).isEmpty()) {
                    problems = problems.and("currency." + subject.key(), "Give the three letters of a currency.");
                } else if (goal(measure, subject) == null) {
                    problems = problems.and(
                            field, measure.isMoney() ? "Give an amount, such as 50000.00." : "Give a whole number.");
                }
            }
        }
        return problems;
    }

    /** Asked only where there are no problems. */
    List<Wish> wishes(List<TargetSubject> subjects) {
        List<Wish> wishes = new ArrayList<>();
        for (TargetSubject subject : subjects) {
            for (TargetMeasure measure : TargetMeasure.values()) {
                // What is taken back has a currency too where it is an amount.
                String currency = measure.isMoney()
                        ? currency(subject).map(Currency::getCurrencyCode).orElse("EUR")
                        : null;
                wishes.add(new Wish(subject, measure, currency, goal(measure, subject)));
            }
        }
        return wishes;
    }

    private @Nullable Long goal(TargetMeasure measure, TargetSubject subject) {
        String typed = text(field(measure, subject));
        if (typed.isEmpty()) {
            return null;
        }
        return switch (measure.unit()) {
            case MONEY ->
                currency(subject)
                        .flatMap(currency -> Typed.amount(typed, currency))
                        .filter(money -> !money.isNegative())
                        .map(Money::minor)
                        .orElse(null);
            case COUNT -> typed.matches("[0-9]{1," + MOST_DIGITS + "}") ? Long.valueOf(typed) : null;
        };
    }

    private Optional<Currency> currency(TargetSubject subject) {
        return Typed.currency(text("currency." + subject.key()));
    }
}
