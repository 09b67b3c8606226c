package org.quittance.web.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;
import org.quittance.core.portfolio.NameRange;
import org.quittance.core.portfolio.PortfolioRule;
import org.quittance.core.portfolio.PortfolioRules;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Typed;

/**
 * All rules of a version as typed, one line each and some lines to spare. A line that is left empty is no rule.
 *
 * @param texts what was typed, by field: {@code after}, {@code reason}, and the fields of each line with its number
 */
public record PortfolioRulesForm(Map<String, String> texts) {

    private static final int SPARE_LINES = 3;
    private static final int MOST_LINES = 200;

    public PortfolioRulesForm {
        texts = Map.copyOf(texts);
    }

    static PortfolioRulesForm of(int after, PortfolioRules rules) {
        Map<String, String> texts = new HashMap<>();
        texts.put("after", Integer.toString(after));
        texts.put("lines", Integer.toString(rules.inOrder().size() + SPARE_LINES));
        for (int i = 0; i < rules.inOrder().size(); i++) {
            put(texts, i + 1, rules.inOrder().get(i));
        }
        return new PortfolioRulesForm(texts);
    }

    private static void put(Map<String, String> texts, int line, PortfolioRule rule) {
        texts.put("place" + line, Integer.toString(line));
        texts.put("portfolio" + line, Long.toString(rule.portfolioId()));
        texts.put("entities" + line, joined(rule.entities()));
        texts.put("countries" + line, joined(rule.countries()));
        texts.put("segments" + line, joined(rule.segments()));
        texts.put("from" + line, rule.names().from());
        texts.put("to" + line, rule.names().to());
        Money amount = rule.openFrom() == null ? rule.openBelow() : rule.openFrom();
        texts.put("currency" + line, amount == null ? "" : amount.currency().getCurrencyCode());
        texts.put("least" + line, plain(rule.openFrom()));
        texts.put("below" + line, plain(rule.openBelow()));
    }

    /** What was typed into the field; empty where nothing was. */
    public String text(String field) {
        return texts.getOrDefault(field, "").strip();
    }

    /** How many lines the form has. */
    public int lines() {
        return Math.min(MOST_LINES, number("lines").orElse(SPARE_LINES));
    }

    int after() {
        return number("after").orElse(0);
    }

    /**
     * What is wrong in it, by field.
     *
     * @param entities codes of those that there are
     */
    Problems problems(Set<String> entities) {
        Problems problems = Problems.none();
        for (int line = 1; line <= lines(); line++) {
            if (!isEmpty(line)) {
                problems = problemsOf(line, entities, problems);
            }
        }
        if (problems.isEmpty()) {
            for (PortfolioRules.Hidden hidden : rules().hidden()) {
                problems = problems.and(
                        "portfolio" + ruleLines().get(hidden.place() - 1),
                        "This rule never wins: rule %d takes every account that it could have. Move it up, or take it out."
                                .formatted(hidden.behind()));
            }
        }
        return problems;
    }

    private Problems problemsOf(int line, Set<String> entities, Problems before) {
        Problems problems = before;
        if (number("portfolio" + line).isEmpty()) {
            problems = problems.and("portfolio" + line, "Choose the portfolio.");
        }
        if (number("place" + line).isEmpty()) {
            problems = problems.and("place" + line, "Give its place in the order.");
        }
        if (!entities.containsAll(values("entities" + line))) {
            problems = problems.and("entities" + line, "There are the entities " + String.join(", ", entities) + ".");
        }
        if (values("countries" + line).stream()
                .anyMatch(country -> Typed.country(country).isEmpty())) {
            problems = problems.and("countries" + line, "Give two letters for each, such as GB, IE.");
        }
        if (!NameRange.isOne(text("from" + line), text("to" + line))) {
            problems = problems.and("to" + line, "It ends before it begins.");
        }
        return problemsOfAmounts(line, problems);
    }

    private Problems problemsOfAmounts(int line, Problems problems) {
        boolean isAsked =
                !text("least" + line).isEmpty() || !text("below" + line).isEmpty();
        if (!isAsked) {
            return text("currency" + line).isEmpty()
                    ? problems
                    : problems.and("currency" + line, "Give an amount too, or no currency.");
        }
        Optional<Currency> currency = Typed.currency(text("currency" + line));
        if (currency.isEmpty()) {
            return problems.and("currency" + line, "Give the three letters of a currency.");
        }
        Problems all = problems;
        for (String field : List.of("least" + line, "below" + line)) {
            if (!text(field).isEmpty()
                    && Typed.amount(text(field), currency.get()).isEmpty()) {
                all = all.and(field, "Give an amount, such as 5000.00.");
            }
        }
        Money least = amount("least" + line, line);
        Money below = amount("below" + line, line);
        return least != null && below != null && least.compareTo(below) >= 0
                ? all.and("below" + line, "It is not above the least amount.")
                : all;
    }

    /** Asked only where there are no problems. */
    PortfolioRules rules() {
        List<PortfolioRule> rules = new ArrayList<>();
        for (int line : ruleLines()) {
            rules.add(new PortfolioRule(
                    number("portfolio" + line).orElseThrow(),
                    values("entities" + line),
                    values("countries" + line),
                    Set.copyOf(split("segments" + line)),
                    NameRange.of(text("from" + line), text("to" + line)),
                    amount("least" + line, line),
                    amount("below" + line, line)));
        }
        return new PortfolioRules(rules);
    }

    /** The lines that hold a rule, in the order that was typed; of two at one place the upper line comes first. */
    private List<Integer> ruleLines() {
        List<Integer> lines = new ArrayList<>();
        for (int line = 1; line <= lines(); line++) {
            if (!isEmpty(line)) {
                lines.add(line);
            }
        }
        lines.sort(Comparator.comparing((Integer line) -> number("place" + line).orElse(MOST_LINES)));
        return lines;
    }

    private boolean isEmpty(int line) {
        return Stream.of("portfolio", "entities", "countries", "segments", "from", "to", "least", "below")
                .allMatch(field -> text(field + line).isEmpty());
    }

    private @Nullable Money amount(String field, int line) {
        return Typed.currency(text("currency" + line))
                .filter(_ -> !text(field).isEmpty())
                .flatMap(currency -> Typed.amount(text(field), currency))
                .orElse(null);
    }

    private Optional<Integer> number(String field) {
        String typed = text(field);
        return typed.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }

    /** Codes, in capitals. */
    private Set<String> values(String field) {
        return split(field).stream().map(code -> code.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private List<String> split(String field) {
        return Arrays.stream(text(field).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    private static String joined(Set<String> values) {
        return String.join(", ", new TreeSet<>(values));
    }

    private static String plain(@Nullable Money money) {
        return money == null ? "" : money.toDecimal().toPlainString();
    }
}
