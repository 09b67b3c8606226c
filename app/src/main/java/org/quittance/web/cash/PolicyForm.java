package org.quittance.web.cash;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quittance.core.cash.MatchPolicy;
import org.quittance.core.cash.MatchPolicy.Allowance;
import org.quittance.core.cash.MatchPolicy.Discount;
import org.quittance.core.cash.MatchPolicy.Limits;
import org.quittance.core.cash.MatchPolicy.Sequence;
import org.quittance.core.money.Money;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Typed;

/** A version of the match policy as typed. A row of limits whose currency is empty counts for nothing. */
public record PolicyForm(
        String after,
        String validFrom,
        String applyFrom,
        String tolerancePercent,
        String discountPercent,
        String discountDays,
        String graceDays,
        String sequence,
        Set<String> allowed,
        List<LimitRow> limits,
        String reason) {

    private static final int ROWS_TO_SPARE = 2;
    private static final int MOST_ROWS = 40;

    /** The limits of one currency, as typed in its major unit. */
    public record LimitRow(String currency, String tolerance, String small, String charge, String exchange) {

        static final LimitRow EMPTY = new LimitRow("", "", "", "", "");
    }

    public PolicyForm {
        allowed = Set.copyOf(allowed);
        limits = List.copyOf(limits);
    }

    /** What is valid now, to be changed; the limits of the standard for the entity's own currency where nothing was ever adopted. */
    static PolicyForm of(int after, LocalDate today, MatchPolicy policy, Currency own) {
        Map<Currency, Limits> byCurrency =
                policy.limitsByCurrency().isEmpty() ? Map.of(own, policy.limits()) : policy.limitsByCurrency();
        List<LimitRow> rows = new ArrayList<>();
        byCurrency.entrySet().stream()
                .sorted(Comparator.comparing(one -> one.getKey().getCurrencyCode()))
                .forEach(one -> rows.add(row(one.getKey(), one.getValue())));
        for (int i = 0; i < ROWS_TO_SPARE; i++) {
            rows.add(LimitRow.EMPTY);
        }
        return new PolicyForm(
                Integer.toString(after),
                today.toString(),
                percent(BigDecimal.valueOf(policy.applyFrom()).movePointRight(2)),
                percent(BigDecimal.valueOf(policy.tolerancePerMillion(), 4)),
                percent(BigDecimal.valueOf(policy.discount().basisPoints(), 2)),
                Integer.toString(policy.discount().days()),
                Integer.toString(policy.discount().graceDays()),
                policy.sequence().name(),
                Set.copyOf(policy.allowed().stream().map(Allowance::name).toList()),
                rows,
                "");
    }

    static PolicyForm of(Map<String, String> form, List<String> allowed) {
        List<LimitRow> rows = new ArrayList<>();
        for (int i = 0; i < MOST_ROWS && form.containsKey("currency-" + i); i++) {
            rows.add(new LimitRow(
                    text(form, "currency-" + i),
                    text(form, "tolerance-" + i),
                    text(form, "small-" + i),
                    text(form, "charge-" + i),
                    text(form, "exchange-" + i)));
        }
        return new PolicyForm(
                text(form, "after"),
                text(form, "validFrom"),
                text(form, "applyFrom"),
                text(form, "tolerancePercent"),
                text(form, "discountPercent"),
                text(form, "discountDays"),
                text(form, "graceDays"),
                text(form, "sequence"),
                Set.copyOf(allowed),
                rows,
                text(form, "reason"));
    }

    /** What is wrong, by field; empty where {@link #policy} can be asked. */
    Problems problems() {
        Problems problems = Problems.none();
        if (day().isEmpty()) {
            problems = problems.and("validFrom", "Give the day from which it is valid, such as 2026-07-01.");
        }
        if (number(applyFrom, "50", "100", 2).isEmpty()) {
            problems = problems.and("applyFrom", "Give a confidence between 50 and 100 %, with at most two decimals.");
        }
        if (number(tolerancePercent, "0", "10", 4).isEmpty()) {
            problems = problems.and("tolerancePercent", "Give a share between 0 and 10 %, with at most four decimals.");
        }
        if (number(discountPercent, "0", "20", 2).isEmpty()) {
            problems =
                    problems.and("discountPercent", "Give a discount between 0 and 20 %, with at most two decimals.");
        }
        if (number(discountDays, "0", "365", 0).isEmpty()) {
            problems = problems.and("discountDays", "Give 0 to 365 days.");
        }
        if (number(graceDays, "0", "365", 0).isEmpty()) {
            problems = problems.and("graceDays", "Give 0 to 365 days.");
        }
        if (Arrays.stream(Sequence.values()).noneMatch(one -> one.name().equals(sequence))) {
            problems = problems.and("sequence", "Choose which item is paid first.");
        }
        if (reason.isBlank()) {
            problems = problems.and("reason", "Say why the policy changes; whoever asks later reads it here.");
        }
        return limitProblems(problems);
    }

    private Problems limitProblems(Problems soFar) {
        Problems problems = soFar;
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < limits.size(); i++) {
            LimitRow row = limits.get(i);
            if (row.currency().isEmpty()) {
                continue;
            }
            Optional<Currency> currency = Typed.currency(row.currency());
            if (currency.isEmpty()) {
                problems =
                        problems.and("currency-" + i, "“" + row.currency() + "” is no currency. Give three letters.");
            } else if (seen.contains(row.currency())) {
                problems = problems.and("currency-" + i, row.currency() + " is there twice. Leave one of them out.");
            } else if (limits(row, currency.get()).isEmpty()) {
                problems = problems.and(
                        "currency-" + i,
                        "Give amounts of " + row.currency()
                                + " from 0 on. A small difference cannot be more than the tolerance.");
            }
            seen.add(row.currency());
        }
        return problems;
    }

    int afterVersion() {
        return number(after, "0", "1000000", 0).map(BigDecimal::intValue).orElse(0);
    }

    Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(validFrom));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Asked only where there are no problems. */
    MatchPolicy policy() {
        MatchPolicy standard = MatchPolicy.standard();
        Map<Currency, Limits> byCurrency = new HashMap<>();
        for (LimitRow row : limits) {
            Typed.currency(row.currency())
                    .ifPresent(one -> byCurrency.put(one, limits(row, one).orElseThrow()));
        }
        Set<Allowance> allowances = EnumSet.noneOf(Allowance.class);
        Arrays.stream(Allowance.values())
                .filter(one -> allowed.contains(one.name()))
                .forEach(allowances::add);
        double confidence =
                number(applyFrom, "50", "100", 2).orElseThrow().movePointLeft(2).doubleValue();
        return new MatchPolicy(
                confidence,
                Math.min(standard.proposeFrom(), confidence),
                new Limits(0, 0, 0, 0),
                byCurrency,
                number(tolerancePercent, "0", "10", 4)
                        .orElseThrow()
                        .movePointRight(4)
                        .longValueExact(),
                new Discount(
                        number(discountPercent, "0", "20", 2)
                                .orElseThrow()
                                .movePointRight(2)
                                .intValueExact(),
                        number(discountDays, "0", "365", 0).orElseThrow().intValueExact(),
                        number(graceDays, "0", "365", 0).orElseThrow().intValueExact()),
                Sequence.valueOf(sequence),
                standard.earlyDays(),
                standard.lookBackDays(),
                standard.subsetItems(),
                allowances);
    }

    private static Optional<Limits> limits(LimitRow row, Currency currency) {
        List<Optional<Long>> minors = List.of(row.tolerance(), row.small(), row.charge(), row.exchange()).stream()
                .map(text -> Typed.amount(text.isEmpty() ? "0" : text, currency)
                        .map(Money::minor)
                        .filter(minor -> minor >= 0))
                .toList();
        if (minors.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        long tolerance = minors.get(0).orElseThrow();
        long small = minors.get(1).orElseThrow();
        return small > tolerance
                ? Optional.empty()
                : Optional.of(new Limits(
                        tolerance,
                        small,
                        minors.get(2).orElseThrow(),
                        minors.get(3).orElseThrow()));
    }

    private static LimitRow row(Currency currency, Limits limits) {
        return new LimitRow(
                currency.getCurrencyCode(),
                major(limits.toleranceMinor(), currency),
                major(limits.smallDifferenceMinor(), currency),
                major(limits.bankChargeMinor(), currency),
                major(limits.exchangeDifferenceMinor(), currency));
    }

    private static String major(long minor, Currency currency) {
        return Money.ofMinor(minor, currency).toDecimal().toPlainString();
    }

    private static String percent(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }

    private static Optional<BigDecimal> number(String text, String least, String most, int decimals) {
        if (!text.matches("[0-9]{1,7}(\\.[0-9]{1,6})?")) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        boolean fits = number.compareTo(new BigDecimal(least)) >= 0
                && number.compareTo(new BigDecimal(most)) <= 0
                && number.stripTrailingZeros().scale() <= decimals;
        return fits ? Optional.of(number) : Optional.empty();
    }

    private static String text(Map<String, String> form, String name) {
        String text = form.getOrDefault(name, "").strip();
        return name.startsWith("currency-") ? text.toUpperCase(java.util.Locale.ROOT) : text;
    }
}
