package org.quittance.web.agreements;

import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.quittance.core.agreement.Authority.Level;
import org.quittance.core.agreement.AuthorityLimits;
import org.quittance.core.agreement.AuthorityLimits.Flaw;
import org.quittance.core.agreement.AuthorityLimits.Kind;
import org.quittance.core.agreement.AuthorityLimits.Limits;
import org.quittance.core.agreement.Ceiling;
import org.quittance.core.agreement.Ceiling.AnyAmount;
import org.quittance.core.agreement.Ceiling.UpTo;
import org.quittance.core.money.Money;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Typed;

/**
 * A version of the authority limits as typed, amounts in the major unit of their one currency.
 *
 * @param texts what was typed, by field: {@code currency}, {@code reason}, and a field for each limit of each level
 */
public record LimitsForm(Map<String, String> texts) {

    private static final Currency STAND_IN = Currency.getInstance("EUR");

    /** What is typed where no amount is too much. */
    static final String ANY = "any";

    public LimitsForm {
        texts = Map.copyOf(texts);
    }

    static LimitsForm of(int after, AuthorityLimits limits) {
        Map<String, String> texts = new HashMap<>();
        texts.put("after", Integer.toString(after));
        texts.put("currency", limits.currency().getCurrencyCode());
        for (Level level : Level.values()) {
            Limits own = limits.of(level);
            texts.put(field(level, Kind.ALONE), text(new UpTo(own.alone())));
            texts.put(field(level, Kind.APPROVING), text(own.approving()));
            texts.put(field(level, Kind.PLANS), text(own.plans()));
            texts.put(field(level, Kind.PLAN_DAYS), Integer.toString(own.planDays()));
        }
        return new LimitsForm(texts);
    }

    private static String text(Ceiling ceiling) {
        return switch (ceiling) {
            case UpTo(Money most) -> most.toDecimal().toPlainString();
            case AnyAmount() -> ANY;
        };
    }

    /** The name of the field of one limit: {@code TEAM_LEAD-PLANS}. */
    public static String field(Level level, Kind kind) {
        return level.name() + "-" + kind.name();
    }

    /** What stands in a field; empty where nothing does. */
    public String text(String field) {
        return texts.getOrDefault(field, "").strip();
    }

    int afterVersion() {
        return text("after").matches("[0-9]{1,7}") ? Integer.parseInt(text("after")) : 0;
    }

    /** What is wrong, by field; empty where {@link #limits} can be asked. */
    Problems problems() {
        Problems problems = Problems.none();
        if (Typed.currency(text("currency")).isEmpty()) {
            problems = problems.and("currency", "Give the three letters of a currency, such as EUR.");
        }
        for (Level level : Level.values()) {
            if (money(level, Kind.ALONE).isEmpty()) {
                problems = problems.and(field(level, Kind.ALONE), "Give an amount, such as 50.00.");
            }
            if (ceiling(level, Kind.APPROVING).isEmpty()) {
                problems = problems.and(field(level, Kind.APPROVING), "Give an amount, or the word any.");
            }
            if (ceiling(level, Kind.PLANS).isEmpty()) {
                problems = problems.and(field(level, Kind.PLANS), "Give an amount, or the word any.");
            }
            if (days(level).isEmpty()) {
                problems = problems.and(field(level, Kind.PLAN_DAYS), "Give a number of days.");
            }
        }
        if (!problems.isEmpty()) {
            return problems;
        }
        for (Flaw flaw : AuthorityLimits.flaws(byLevel())) {
            problems =
                    problems.and(field(flaw.level(), flaw.kind()), flaw.reason().sentence());
        }
        return problems;
    }

    /** Asked only where there are no problems. */
    AuthorityLimits limits() {
        return new AuthorityLimits(byLevel());
    }

    private Map<Level, Limits> byLevel() {
        Map<Level, Limits> byLevel = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            byLevel.put(
                    level,
                    new Limits(
                            money(level, Kind.ALONE).orElseThrow(),
                            ceiling(level, Kind.APPROVING).orElseThrow(),
                            ceiling(level, Kind.PLANS).orElseThrow(),
                            days(level).orElseThrow()));
        }
        return byLevel;
    }

    /** In the currency typed, or in any where that is none, so that only the currency is told. */
    private Optional<Money> money(Level level, Kind kind) {
        return Typed.amount(
                text(field(level, kind)), Typed.currency(text("currency")).orElse(STAND_IN));
    }

    private Optional<Ceiling> ceiling(Level level, Kind kind) {
        return text(field(level, kind)).equalsIgnoreCase(ANY)
                ? Optional.of(new AnyAmount())
                : money(level, kind).map(UpTo::new);
    }

    private Optional<Integer> days(Level level) {
        String days = text(field(level, Kind.PLAN_DAYS));
        return days.matches("[0-9]{1,5}") ? Optional.of(Integer.valueOf(days)) : Optional.empty();
    }
}
